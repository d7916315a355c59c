package org.eportfolio.spi;

import java.util.Objects;

/**
 * A journal entry as the feed serves it.
 *
 * @param position grows in commit order over all scopes, from 1; gaps are allowed, reuse is not
 * @param entry the entry
 */
public record FeedEntry(long position, Entry entry) {
    public FeedEntry {
        Objects.requireNonNull(entry, "entry");
    }
}
