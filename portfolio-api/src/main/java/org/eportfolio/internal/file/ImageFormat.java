package org.eportfolio.internal.file;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What kind of picture some bytes are, as they say themselves; what a file is called does not count. */
public enum ImageFormat {
    JPEG,
    PNG,
    WEBP,
    GIF,
    /** Windows bitmap: has no place for anything beside the picture. */
    BITMAP,
    /** Drawn by a program, as text. */
    SVG,
    /** A picture that is not cleaned here: TIFF and most raw formats, HEIC, AVIF, JPEG XL, JPEG 2000, Photoshop. */
    OTHER;

    /** How many bytes from the start are enough to tell. */
    public static final int LOOKED_AT = 1024;

    private static final List<String> OTHERS = List.of(
            "II*\0",
            "MM\0*",
            "II+\0",
            "MM\0+",
            "IIU\0",
            "IIRO",
            "IIRS",
            "MMOR",
            "8BPS",
            "FUJIFILMCCD-RAW",
            "\0\0\0\fJXL ",
            "\u00ff\n",
            "\0\0\0\fjP  ",
            "\u00ff\u004f\u00ff\u0051");

    private static final List<String> BRANDS = List.of(
            "heic", "heix", "hevc", "hevx", "heim", "heis", "hevm", "hevs", "mif1", "mif2", "msf1", "avif", "avis",
            "crx ");

    /** Empty for what is no picture, as far as its first bytes say. */
    public static Optional<ImageFormat> of(byte[] start) {
        String text = new String(start, 0, Math.min(start.length, LOOKED_AT), StandardCharsets.ISO_8859_1);
        if (text.startsWith("\u00ff\u00d8\u00ff")) return Optional.of(JPEG);
        if (text.startsWith("\u0089PNG\r\n\u001a\n")) return Optional.of(PNG);
        if (text.startsWith("GIF87a") || text.startsWith("GIF89a")) return Optional.of(GIF);
        if (text.startsWith("RIFF") && text.startsWith("WEBP", 8)) return Optional.of(WEBP);
        if (text.startsWith("BM") && text.startsWith("\0\0\0\0", 6)) return Optional.of(BITMAP);
        boolean boxed = text.startsWith("ftyp", 4) && BRANDS.stream().anyMatch(each -> text.startsWith(each, 8));
        if (boxed || OTHERS.stream().anyMatch(text::startsWith)) return Optional.of(OTHER);
        return isSvg(text) ? Optional.of(SVG) : Optional.empty();
    }

    private static boolean isSvg(String text) {
        String plain = text.replace("\0", "")
                .replaceFirst("^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)", "")
                .stripLeading()
                .toLowerCase(Locale.ROOT);
        return plain.startsWith("<svg")
                || ((plain.startsWith("<?xml") || plain.startsWith("<!")) && plain.contains("<svg"));
    }
}
