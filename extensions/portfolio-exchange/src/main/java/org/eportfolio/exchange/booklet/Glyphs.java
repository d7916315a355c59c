package org.eportfolio.exchange.booklet;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
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
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.eportfolio.exchange.LossReport.Loss;
import org.eportfolio.exchange.internal.ExchangeMessages;

/** Which texts of a page the fonts cannot write: a dot would stand in place of a letter. Names the optional renderer's classes. */
final class Glyphs {
    private static final int MOST_LOSSES = 50;
    private static final int LONGEST_EXCERPT = 60;
    private static final int MOST_CHARACTERS = 10;

    private final List<CmapLookup> fonts = new ArrayList<>();

    private Glyphs(List<PdfOptions.Font> fonts) throws IOException {
        for (PdfOptions.Font each : fonts) {
            try (InputStream in = each.file().get();
                    TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in))) {
                this.fonts.add(font.getUnicodeCmapLookup());
            }
        }
    }

    /** A loss for each text with characters that no font has, or that is written from right to left; at most fifty. */
    static List<Loss> missing(Path page, List<PdfOptions.Font> fonts) throws IOException {
        Glyphs glyphs = new Glyphs(fonts);
        Map<String, Loss> losses = new LinkedHashMap<>();
        try (Reader in = Files.newBufferedReader(page)) {
            XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_COALESCING, true);
            XMLStreamReader reader = factory.createXMLStreamReader(in);
            while (reader.hasNext() && losses.size() < MOST_LOSSES) {
                if (reader.next() == XMLStreamConstants.CHARACTERS) glyphs.look(reader.getText(), losses);
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
        return fonts.stream().anyMatch(each -> each.getGlyphId(c) != 0);
    }

    private static String excerpt(String text) {
        String line = text.strip().replaceAll("\\s++", " ");
        int length = line.codePointCount(0, line.length());
        if (length <= LONGEST_EXCERPT) return line;
        return line.substring(0, line.offsetByCodePoints(0, LONGEST_EXCERPT)) + "…";
    }
}
