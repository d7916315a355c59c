package org.eportfolio.core.internal.image;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eportfolio.internal.file.ImageFormat;

/** A picture without what was written into it beside the picture. */
public final class CleanImage {
    /** The largest picture, in bytes: it is cleaned in memory, so that the original never reaches a disk. */
    public static final int MOST_BYTES = 32 * 1024 * 1024;

    /** A photograph within a drawing, which is not cleaned there. */
    private static final Pattern PHOTOGRAPH = Pattern.compile("data:image/(?:jpe?g|webp|tiff?|hei[cf]|avif|jxl)");

    private CleanImage() {}

    /**
     * The same picture to the pixel, upright as it was; equal to what was given where nothing had to go. Empty for a format
     * that is not cleaned here.
     *
     * @throws MalformedImageException if it is not whole, or not what its first bytes say
     */
    public static Optional<byte[]> of(ImageFormat format, byte[] bytes) throws MalformedImageException {
        return switch (format) {
            case JPEG -> Optional.of(JpegCleaning.of(bytes));
            case PNG -> Optional.of(PngCleaning.of(bytes));
            case WEBP -> Optional.of(WebpCleaning.of(bytes));
            case GIF -> Optional.of(GifCleaning.of(bytes));
            case BITMAP -> Optional.of(bytes);
            case SVG -> hasPhotograph(bytes) ? Optional.empty() : Optional.of(bytes);
            case OTHER -> Optional.empty();
        };
    }

    private static boolean hasPhotograph(byte[] svg) {
        String text =
                new String(svg, StandardCharsets.ISO_8859_1).replace("\0", "").toLowerCase(Locale.ROOT);
        return PHOTOGRAPH.matcher(text).find();
    }
}
