package org.eportfolio.spi;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;

/**
 * Makes small pictures of files, if a host wants them. Called once for each file of a production, and for each recording,
 * when it has been kept and before the record that names it is: on the caller's thread, after the right to keep it was
 * asked, with no connection held. A call that is repeated as a whole asks again. Must be thread-safe, and must bound its own
 * time and memory: files are what strangers send.
 *
 * <p>Whatever it does, the file is kept: an exception, a picture that is none of PNG, JPEG, GIF and WebP, and one of more
 * than {@value #MOST_BYTES} bytes are no preview, and are logged. What is written into a preview beside the picture is
 * removed.
 */
@FunctionalInterface
public interface PreviewMaker {
    /** The largest preview, in bytes. */
    int MOST_BYTES = 1024 * 1024;

    /** A picture of this file, as PNG, JPEG, GIF or WebP; empty if there is to be none. */
    Optional<byte[]> preview(Original file) throws IOException;

    /**
     * A file as it is kept: a picture has lost what was written into it beside the picture.
     *
     * @param mediaType as its author declared it; not to be trusted
     * @param bytes may be opened several times during the call, and by the maker only
     */
    record Original(String mediaType, Stored content, Opening bytes) {
        public Original {
            Objects.requireNonNull(mediaType, "mediaType");
            Objects.requireNonNull(content, "content");
            Objects.requireNonNull(bytes, "bytes");
        }
    }

    /** Where the bytes are. */
    @FunctionalInterface
    interface Opening {
        /** A fresh stream from the first byte, to be closed by the maker. */
        InputStream open() throws IOException;
    }
}
