package org.eportfolio.core.internal.journal;

import java.util.Optional;
import org.eportfolio.core.internal.kind.Kinds;
import org.eportfolio.core.internal.kind.RecordKind;
import org.eportfolio.core.internal.work.Reading;
import org.eportfolio.spi.Row;
import org.jspecify.annotations.Nullable;

/** A row of a journalled kind, decoded once, when the first asks for its record. For one thread. */
final class SeenRow {
    private final Row row;
    private @Nullable Record record;
    private @Nullable RuntimeException failure;

    SeenRow(Row row) {
        this.row = row;
    }

    Row row() {
        return row;
    }

    RecordKind<?> kind() {
        return Kinds.find(row.kind()).orElseThrow();
    }

    boolean is(RecordKind<?> kind) {
        return row.kind().equals(kind.kind());
    }

    /** As it is stored; throws what reading it threw. */
    Record record() {
        if (record != null) return record;
        if (failure != null) throw failure;
        try {
            Record read = (Record) Reading.stored(kind(), row);
            record = read;
            return read;
        } catch (RuntimeException e) {
            failure = e;
            throw e;
        }
    }

    /** Empty for one that cannot be read. */
    Optional<Record> readable() {
        try {
            return Optional.of(record());
        } catch (RuntimeException damaged) {
            return Optional.empty();
        }
    }
}
