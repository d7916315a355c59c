package org.eportfolio.spi;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who read which dossier: a log apart from rows and journal entries, in no backup and in no archive, with an end of its own.
 * A store may have none. Thread-safe. Failures of the medium are {@link org.eportfolio.StorageException}; once the store is
 * closed, every method throws {@link IllegalStateException}.
 *
 * <p>It answers about a dossier, and on purpose never about a person who reads: it is no measure of anyone's work.
 */
public interface AccessLog {
    /**
     * Adds the readings, all of them or none, in one write; durable when the call returns, where the store is. One whose id
     * is there already is left as it is. Called with up to some hundreds of readings at once, seldom.
     */
    void add(List<LoggedReading> readings);

    /**
     * At most {@code limit} readings of a dossier, the one that was made last first, by their ids as unsigned bytes.
     *
     * @param before the id at which the page before ended; {@code null} for the first page
     */
    List<LoggedReading> of(Scope dossier, @Nullable UUID before, int limit);

    /** Removes all readings of a dossier, so that nothing of them is left; called when it is erased. */
    void remove(Scope dossier);

    /** Puts another name in place of a person's, wherever they read; called when that person is erased. */
    void rename(String person, String pseudonym);

    /** Removes what was read before an instant; called about once a day. */
    void removeBefore(Instant instant);
}
