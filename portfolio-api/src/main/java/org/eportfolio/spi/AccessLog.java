package org.eportfolio.spi;

import java.time.Instant;
import java.util.List;
import org.eportfolio.PageRequest;

/**
 * Who read which dossier: a log apart from rows and journal entries, in no backup and in no archive, with an end of its own.
 * A store may have none. Thread-safe. Failures of the medium are {@link org.eportfolio.StorageException}; once the store is
 * closed, every method throws {@link IllegalStateException}.
 *
 * <p>Before core erases a person it adds readings of the kind {@code erasure} under their ids, in a scope that is the erasure's own,
 * and removes that scope once the log has forgotten the person: so it can finish this where a program ended in between.
 *
 * <p>It answers about a dossier, and on purpose never about a person who reads: it is no measure of anyone's work.
 */
public interface AccessLog {
    /**
     * Adds the readings, all of them or none, in one write; durable when the call returns, where the store is. One whose id
     * is there already is left as it is. Called with up to some hundreds of readings at once, seldom.
     */
    void add(List<LoggedReading> readings);

    /** A page of the readings of a dossier, in the order of their ids as unsigned bytes, or in the opposite one. */
    List<LoggedReading> of(Scope dossier, PageRequest page);

    /**
     * Whether no reading is kept; false where that is not known at once, as this default says. Called when a portfolio is opened, and
     * before an erasure.
     */
    default boolean isEmpty() {
        return false;
    }

    /** Removes all readings of a dossier, so that nothing of them is left; called when it is erased. */
    void remove(Scope dossier);

    /** Puts another name in place of a person's, wherever they read; called when that person is erased. */
    void rename(String person, String pseudonym);

    /** Removes what was read before an instant; called about once a day. */
    void removeBefore(Instant instant);
}
