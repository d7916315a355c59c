package org.eportfolio.core.internal.image;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.eportfolio.dossier.Preview;
import org.eportfolio.internal.file.ImageFormat;
import org.eportfolio.spi.ContentStore;
import org.eportfolio.spi.PreviewMaker;
import org.eportfolio.spi.Stored;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the host's maker for previews, and keeps what it makes; whatever fails there, the file itself is kept. */
public record Previews(PreviewMaker maker) {
    private static final Logger LOG = LoggerFactory.getLogger(Previews.class);

    /** A host's that wants none. */
    public static final PreviewMaker NONE = file -> Optional.empty();

    /** Keeps a preview of a file that was just kept; {@code null} if there is none. */
    public @Nullable Preview keep(Stored file, String mediaType, ContentStore contents, Instant now) {
        byte[] picture = made(new PreviewMaker.Original(
                mediaType,
                file,
                () -> contents.open(file).orElseThrow(() -> new FileNotFoundException("removed meanwhile"))));
        if (picture == null) return null;
        String type = type(picture);
        byte[] clean = type == null ? null : cleaned(picture);
        if (type == null || clean == null) {
            LOG.warn("a preview of {} bytes is left out: it is no picture that can be shown", picture.length);
            return null;
        }
        try {
            return new Preview(contents.write(new ByteArrayInputStream(clean), now), type);
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory can be read", e);
        }
    }

    /** Errors too: a hostile file may exhaust a decoder, and a decoder may be missing. */
    private byte @Nullable [] made(PreviewMaker.Original file) {
        try {
            return maker.preview(file).orElse(null);
        } catch (Exception | LinkageError | StackOverflowError | OutOfMemoryError e) {
            LOG.warn("no preview of a file of {} bytes", file.content().size(), e);
            return null;
        }
    }

    private static @Nullable String type(byte[] picture) {
        if (picture.length > PreviewMaker.MOST_BYTES) return null;
        ImageFormat format = ImageFormat.of(picture).orElse(ImageFormat.OTHER);
        return switch (format) {
            case JPEG -> "image/jpeg";
            case PNG -> "image/png";
            case WEBP -> "image/webp";
            case GIF -> "image/gif";
            case BITMAP, SVG, OTHER -> null;
        };
    }

    private static byte @Nullable [] cleaned(byte[] picture) {
        try {
            return CleanImage.of(ImageFormat.of(picture).orElseThrow(), picture).orElse(null);
        } catch (MalformedImageException e) {
            return null;
        }
    }
}
