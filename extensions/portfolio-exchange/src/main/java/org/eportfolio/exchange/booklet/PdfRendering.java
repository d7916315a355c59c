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
import java.util.Objects;
import java.util.logging.Level;

/** The only class that names the optional renderer. */
final class PdfRendering {
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private PdfRendering() {}

    /** Makes a tagged PDF (PDF/UA-1, ISO 14289-1) of a page; nothing is fetched from anywhere. */
    static void of(Path page, Path to) throws IOException {
        XRLog.listRegisteredLoggers().forEach(each -> XRLog.setLevel(each, Level.WARNING));
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(to))) {
            new PdfRendererBuilder()
                    .useFont(PdfRendering::font, "Liberation Sans", 400, FontStyle.NORMAL, true)
                    .usePdfUaAccessibility(true)
                    .useReplacementText("\u00B7")
                    .useUriResolver((base, uri) -> uri.startsWith("#") ? uri : null)
                    .withDiagnosticConsumer(each -> {})
                    .withHtmlContent(Files.readString(page), "booklet:/")
                    .toStream(out)
                    .run();
        }
    }

    private static InputStream font() {
        return Objects.requireNonNull(PdfRendererBuilder.class.getResourceAsStream(FONT), FONT);
    }
}
