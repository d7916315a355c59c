package org.eportfolio.dossier;

import java.util.Objects;
import org.eportfolio.spi.PreviewMaker;
import org.eportfolio.spi.Stored;

/**
 * A small picture of a file, made when the file was kept ({@link PreviewMaker}). It is part of the record that holds the
 * file: shown and hidden, archived and erased with it.
 *
 * @param content its bytes, which may be those of the file itself
 * @param mediaType what the bytes are: {@code image/png}, {@code image/jpeg}, {@code image/gif} or {@code image/webp}
 */
public record Preview(Stored content, String mediaType) {
    public Preview {
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(mediaType, "mediaType");
    }
}
