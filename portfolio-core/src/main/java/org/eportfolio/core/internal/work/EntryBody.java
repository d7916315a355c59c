package org.eportfolio.core.internal.work;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eportfolio.core.internal.codec.RecordJson;
import org.eportfolio.core.internal.kind.TraceKinds;
import org.eportfolio.journal.JournalEntry;
import org.eportfolio.school.Role;
import org.eportfolio.spi.Entry;
import org.jspecify.annotations.Nullable;

/**
 * What a journal entry says, besides its place.
 *
 * @param alias {@code null} for the system and for services
 * @param service its name; {@code null} for people and the system
 */
public record EntryBody(
        UUID change,
        Instant at,
        @Nullable UUID alias,
        @Nullable Role role,
        String act,
        List<JournalEntry.Item> objects,
        @Nullable String service) {
    /** The entry as it is chained. */
    public static EntryBody of(Entry entry, RecordJson json) {
        return json.record(entry.body(), EntryBody.class);
    }

    /** The entry as hosts read it: aliases are the journal's own, and not among the records that it speaks of. */
    public static JournalEntry read(Entry entry, RecordJson json) {
        EntryBody body = of(entry, json);
        return new JournalEntry(
                entry.scope().id(),
                entry.number(),
                body.change,
                body.at,
                body.alias,
                body.role,
                body.act,
                body.objects.stream()
                        .filter(each ->
                                !each.kind().equals(TraceKinds.ALIAS.kind().name()))
                        .toList(),
                body.service);
    }
}
