package org.eportfolio.exchange.booklet;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.eportfolio.exchange.LossReport.Loss;
import org.eportfolio.exchange.internal.ExchangeMessages;

/**
 * The letters of a PDF's fonts: which texts of a page they cannot write, where a dot would stand in place of a letter, and how
 * others look. Names the optional renderer's classes. Not thread-safe.
 */
final class Glyphs implements Closeable {
    private static final int MOST_LOSSES = 50;
    private static final int LONGEST_EXCERPT = 60;
    private static final int MOST_CHARACTERS = 10;

    private record Letters(TrueTypeFont font, CmapLookup characters) {}

    private final List<Letters> fonts = new ArrayList<>();

    private Glyphs() {}

    static Glyphs of(List<PdfOptions.Font> fonts) throws IOException {
        Glyphs glyphs = new Glyphs();
        try {
            for (PdfOptions.Font each : fonts) {
                try (InputStream in = each.file().get()) {
                    TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in));
                    glyphs.fonts.add(new Letters(font, font.getUnicodeCmapLookup()));
                }
            }
            return glyphs;
        } catch (IOException | RuntimeException e) {
            glyphs.close();
            throw e;
        }
    }

    /** How wide a text is; characters that no font has have no width. */
    double width(String text, double size) {
        return text.codePoints().mapToDouble(each -> width(each, size)).sum();
    }

    private double width(int character, double size) {
        for (Letters each : fonts) {
            int glyph = each.characters().getGlyphId(character);
            if (glyph == 0) continue;
            try {
                return each.font().getAdvanceWidth(glyph) * size / each.font().getUnitsPerEm();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return 0;
    }

    /** The outlines of a text that begins at the origin of a drawing whose second axis goes down. */
    Shape outline(String text, double size) {
        Path2D.Double all = new Path2D.Double();
        double x = 0;
        for (int character : text.codePoints().toArray()) {
            append(character, x, size, all);
            x += width(character, size);
        }
        return all;
    }

    private void append(int character, double x, double size, Path2D.Double all) {
        for (Letters each : fonts) {
            int glyph = each.characters().getGlyphId(character);
            if (glyph == 0) continue;
            try {
                GlyphData drawn = each.font().getGlyph().getGlyph(glyph);
                double scale = size / each.font().getUnitsPerEm();
                AffineTransform place = new AffineTransform(scale, 0, 0, -scale, x, 0);
                if (drawn != null) all.append(drawn.getPath().getPathIterator(place), false);
                return;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (Letters each : fonts) each.font().close();
    }

    /** A loss for each text with characters that no font has, or that is written from right to left; at most fifty. */
    List<Loss> missing(Path page) throws IOException {
        Map<String, Loss> losses = new LinkedHashMap<>();
        try (Reader in = Files.newBufferedReader(page)) {
            XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_COALESCING, true);
            XMLStreamReader reader = factory.createXMLStreamReader(in);
            while (reader.hasNext() && losses.size() < MOST_LOSSES) {
                if (reader.next() == XMLStreamConstants.CHARACTERS) look(reader.getText(), losses);
            }
            reader.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
        return List.copyOf(losses.values());
    }

    private void look(String text, Map<String, Loss> losses) {
        String missing = text
                .codePoints()
                .filter(c -> !isBlank(c) && !has(c))
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .limit(MOST_CHARACTERS)
                .map(Character::toString)
                .collect(Collectors.joining(" "));
        String excerpt = excerpt(text);
        if (!missing.isEmpty()) {
            losses.put(
                    excerpt,
                    new Loss("text", excerpt, "characters", ExchangeMessages.of("booklet.lost.glyphs", missing)));
        } else if (Bidi.requiresBidi(text.toCharArray(), 0, text.length())) {
            losses.put(excerpt, new Loss("text", excerpt, "direction", ExchangeMessages.of("booklet.lost.direction")));
        }
    }

    private static boolean isBlank(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT;
    }

    private boolean has(int c) {
        return fonts.stream().anyMatch(each -> each.characters().getGlyphId(c) != 0);
    }

    private static String excerpt(String text) {
        String line = text.strip().replaceAll("\\s++", " ");
        int length = line.codePointCount(0, line.length());
        if (length <= LONGEST_EXCERPT) return line;
        return line.substring(0, line.offsetByCodePoints(0, LONGEST_EXCERPT)) + "…";
    }
}
