package org.eportfolio.exchange.internal;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Whether bytes are audio or video, whatever a file calls itself: by the signatures of ISO base media (but for its still
 * pictures), Matroska and WebM, Ogg, RIFF WAVE and AVI, MPEG audio, program and transport streams, FLAC, AIFF, AU, CAF, AMR,
 * ASF, FLV, RealMedia and the DV and MXF containers.
 */
public final class RecordingBytes {
    /** So many first bytes are looked at. */
    public static final int LOOKED_AT = 1_024;

    private static final List<String> STARTS = List.of(
            "\u001AE\u00DF\u00A3",
            "OggS\u0000",
            "ID3\u0002",
            "ID3\u0003",
            "ID3\u0004",
            "fLaC\u0000",
            ".snd\u0000",
            "caff\u0000\u0001",
            "#!AMR",
            "0&\u00B2u\u008Ef\u00CF\u0011",
            "FLV\u0001",
            ".RMF\u0000",
            ".ra\u00FD",
            "\u0000\u0000\u0001\u00BA",
            "\u0000\u0000\u0001\u00B3",
            "\u001F\u0007\u0000",
            "\u0006\u000E+4",
            "wvpk");

    /** Boxes with which a file of QuickTime or ISO base media may begin. */
    private static final List<String> BOXES = List.of("moov", "mdat", "wide", "free", "skip", "pnot", "moof", "styp");

    /** Brands of pictures that stand still. */
    private static final List<String> STILL = List.of("heic", "heix", "mif1", "avif", "jp2 ", "jpx ", "jpm ");

    private RecordingBytes() {}

    /** @param start the first bytes, at most {@link #LOOKED_AT} count */
    public static boolean isRecording(byte[] start) {
        String text = new String(start, StandardCharsets.ISO_8859_1);
        if (STARTS.stream().anyMatch(text::startsWith)) return true;
        if (text.startsWith("RIFF")) return text.startsWith("WAVE", 8) || text.startsWith("AVI ", 8);
        if (text.startsWith("FORM")) return text.startsWith("AIF", 8);
        if (text.startsWith("\u0000") && text.startsWith("ftyp", 4))
            return STILL.stream().noneMatch(each -> text.startsWith(each, 8));
        boolean sized = text.startsWith("\u0000");
        if (sized && BOXES.stream().anyMatch(each -> text.startsWith(each, 4))) return true;
        return isMpegAudio(start) || isTransportStream(start);
    }

    /**
     * A frame header of layer II or III (ISO/IEC 11172-3), or ADTS: eleven bits set, and neither a version, rate nor frequency
     * that is reserved. Layer I is left out: UTF-16 begins like it.
     */
    private static boolean isMpegAudio(byte[] start) {
        if (start.length < 4 || (start[0] & 0xFF) != 0xFF || (start[1] & 0xE0) != 0xE0) return false;
        boolean adts = (start[1] & 0xF6) == 0xF0;
        boolean frame = (start[1] & 0x18) != 0x08
                && (start[1] & 0x06) != 0
                && (start[1] & 0x06) != 6
                && (start[2] & 0xF0) != 0xF0
                && (start[2] & 0x0C) != 0x0C;
        return adts || frame;
    }

    private static boolean isTransportStream(byte[] start) {
        return start.length > 376 && start[0] == 0x47 && start[188] == 0x47 && start[376] == 0x47;
    }
}
