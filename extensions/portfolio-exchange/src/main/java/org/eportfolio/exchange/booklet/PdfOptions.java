package org.eportfolio.exchange.booklet;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * How a PDF booklet is made. Immutable and thread-safe, if the suppliers are.
 *
 * @param fonts asked in their order for what Liberation Sans, which comes first, does not have
 */
public record PdfOptions(List<Font> fonts) {
    public PdfOptions {
        fonts = List.copyOf(fonts);
    }

    /**
     * A TrueType font whose licence lets it be embedded.
     *
     * @param family such as {@code Noto Sans Georgian}; letters, digits and spaces
     * @param file opens the font's bytes anew each time; the library closes them
     */
    public record Font(String family, Supplier<InputStream> file) {
        public Font {
            Objects.requireNonNull(file, "file");
            if (family.isBlank() || !family.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || c == ' ')) {
                throw new IllegalArgumentException("family: letters, digits and spaces: " + family);
            }
        }
    }

    /** Liberation Sans alone. */
    public static PdfOptions ofDefaults() {
        return new PdfOptions(List.of());
    }

    /** With one font more, asked last. */
    public PdfOptions withFont(String family, Supplier<InputStream> file) {
        List<Font> all = new ArrayList<>(fonts);
        all.add(new Font(family, file));
        return new PdfOptions(all);
    }
}
