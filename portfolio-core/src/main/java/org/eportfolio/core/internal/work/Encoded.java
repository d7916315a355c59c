package org.eportfolio.core.internal.work;

import java.util.regex.Pattern;
import org.eportfolio.core.internal.kind.RecordKind;
import org.eportfolio.journal.JournalEntry;
import org.eportfolio.spi.Row;
import org.jspecify.annotations.Nullable;

/**
 * A record as it will be put: its row, and what the journal will say of it. Making one needs nothing but the record, so
 * any thread may do it beforehand.
 *
 * @param item {@code null} for what the journal leaves out
 */
public record Encoded(RecordKind<?> kind, Row row, JournalEntry.@Nullable Item item) {
    private static final Pattern SECRET = Pattern.compile("\\{\"v\":[0-9]+,\"s\":");

    static <T> Encoded of(RecordKind<T> kind, T record, String secret) {
        Row row = new Row(
                kind.scope().apply(record),
                kind.kind(),
                kind.id().apply(record),
                Work.json().body(record, kind.upgrades().current(), kind.journalled() ? secret : null),
                kind.keys().apply(record));
        return new Encoded(
                kind,
                row,
                kind.journalled() ? new JournalEntry.Item(kind.kind().name(), row.id(), Sealing.keyed(row)) : null);
    }

    /** Whether a body has a secret; those that no journal hashes are written without one. */
    public static boolean hasSecret(Row row) {
        return SECRET.matcher(row.body()).lookingAt();
    }
}
