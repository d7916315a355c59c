package org.eportfolio.journal;

import java.util.List;
import java.util.Objects;

/**
 * A piece of the feed, in commit order.
 *
 * @param next where to go on; the same cursor as given when there was nothing new
 */
public record Feed(List<JournalEntry> entries, Cursor next) {
    public Feed {
        entries = List.copyOf(entries);
        Objects.requireNonNull(next, "next");
    }
}
