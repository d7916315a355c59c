package org.eportfolio.core.internal.notice;

import java.util.UUID;
import org.eportfolio.core.internal.kind.RecordKind;
import org.eportfolio.core.internal.work.EntryBody;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.journal.JournalEntry;
import org.eportfolio.spi.FeedEntry;
import org.eportfolio.spi.Scope;

/**
 * What was done in one scope, as the feed says it.
 *
 * @param place in the piece of the feed that is read, from 0
 */
record Act(int place, Scope scope, EntryBody entry) {
    static Act of(int place, FeedEntry fed) {
        return new Act(place, fed.entry().scope(), EntryBody.of(fed.entry(), Work.json()));
    }

    String name() {
        return entry.act();
    }

    /** Whether it wrote a record of this kind. */
    boolean wrote(RecordKind<?> kind) {
        return entry.objects().stream().anyMatch(each -> isOf(each, kind));
    }

    /** Whether it wrote this record. */
    boolean wrote(RecordKind<?> kind, UUID id) {
        return entry.objects().stream()
                .anyMatch(each -> isOf(each, kind) && each.id().equals(id));
    }

    private static boolean isOf(JournalEntry.Item item, RecordKind<?> kind) {
        return item.hash() != null && item.kind().equals(kind.kind().name());
    }
}
