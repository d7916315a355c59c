package org.eportfolio.core.internal.reflection;

import java.net.URLConnection;
import java.util.Locale;
import java.util.stream.Stream;
import org.eportfolio.InvalidInputException;
import org.eportfolio.dossier.Piece;
import org.eportfolio.dossier.Version;
import org.eportfolio.reflection.Playback;
import org.jspecify.annotations.Nullable;

/**
 * What classmates and others are to hear comes with captions and a transcript, for those who cannot hear it. RGAA 4 asks for
 * captions, not only subtitles: what is heard and not said is in them too.
 */
public final class ReadableRecordings {
    private ReadableRecordings() {}

    /** Refuses a version with audio or video that has no captions or no transcript. */
    public static void require(String field, Version version) {
        files(version)
                .filter(each ->
                        isSpoken(each.mediaType()) || isSpoken(URLConnection.guessContentTypeFromName(each.name())))
                .filter(each -> each.captions() == null
                        || each.transcript() == null
                        || each.transcript().isBlank())
                .findFirst()
                .ifPresent(each -> {
                    throw InvalidInputException.because(field, "captions.needed-of-file", each.name());
                });
    }

    /** Refuses a recording without captions; a photo has words on what it shows. */
    public static void require(String field, Playback recording) {
        InvalidInputException.unless(
                recording.captioned() || recording.isPhoto(), field, "captions.needed", recording.name());
    }

    private static Stream<Piece.File> files(Version version) {
        return version.pieces().stream().filter(Piece.File.class::isInstance).map(Piece.File.class::cast);
    }

    private static boolean isSpoken(@Nullable String type) {
        if (type == null) return false;
        String lower = type.toLowerCase(Locale.ROOT);
        return lower.startsWith("audio/") || lower.startsWith("video/");
    }
}
