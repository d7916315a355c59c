package org.eportfolio.sharing;

import java.time.Instant;
import java.util.Objects;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.LinkId;
import org.eportfolio.id.ReadingId;
import org.eportfolio.spi.Hash;
import org.jspecify.annotations.Nullable;

/**
 * One reading through a link: which link and when. Neither the reader's address nor their device is kept.
 *
 * @param file which file was downloaded; {@code null} when the thing itself was looked at
 */
public record LinkReading(
        ReadingId id,
        DossierId dossier,
        LinkId link,
        Instant at,
        @Nullable Hash file) {
    public LinkReading {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(dossier, "dossier");
        Objects.requireNonNull(link, "link");
        Objects.requireNonNull(at, "at");
    }
}
