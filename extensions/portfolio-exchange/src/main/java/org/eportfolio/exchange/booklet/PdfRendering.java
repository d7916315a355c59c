package org.eportfolio.exchange.booklet;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.logging.Level;
import java.util.stream.Collectors;
import org.eportfolio.exchange.LossReport.Loss;

/** Makes the PDF; with {@link Glyphs} and {@link ChartDrawer} all that names the optional renderer. */
final class PdfRendering {
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final String FAMILY = "Liberation Sans";
    private static final int REGULAR = 400;

    private PdfRendering() {}

    /**
     * Makes a tagged PDF (PDF/UA-1, ISO 14289-1) of a page; nothing is fetched from anywhere.
     *
     * @param more fonts beside the renderer's own
     * @return the texts that the fonts cannot write
     */
    static List<Loss> of(Path page, Path to, List<PdfOptions.Font> more) throws IOException {
        XRLog.listRegisteredLoggers().forEach(each -> XRLog.setLevel(each, Level.WARNING));
        List<PdfOptions.Font> fonts = new ArrayList<>(List.of(new PdfOptions.Font(FAMILY, PdfRendering::font)));
        fonts.addAll(more);
        PdfRendererBuilder builder = new PdfRendererBuilder();
        for (PdfOptions.Font each : fonts) {
            builder.useFont(each.file()::get, each.family(), REGULAR, FontStyle.NORMAL, true);
        }
        try (Glyphs glyphs = Glyphs.of(fonts);
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(to))) {
            builder.usePdfUaAccessibility(true)
                    .useSVGDrawer(new ChartDrawer(glyphs))
                    .useReplacementText("\u00B7")
                    .useUriResolver((base, uri) -> uri.startsWith("#") ? uri : null)
                    .withDiagnosticConsumer(each -> {})
                    .withHtmlContent(Files.readString(page).replace('"' + FAMILY + '"', families(fonts)), "booklet:/")
                    .toStream(out)
                    .run();
            return glyphs.missing(page);
        }
    }

    /** In texts a quotation mark is escaped: only the style sheet names the family between two. */
    private static String families(List<PdfOptions.Font> fonts) {
        return fonts.stream().map(each -> '"' + each.family() + '"').collect(Collectors.joining(", "));
    }

    private static InputStream font() {
        return Objects.requireNonNull(PdfRendererBuilder.class.getResourceAsStream(FONT), FONT);
    }
}
