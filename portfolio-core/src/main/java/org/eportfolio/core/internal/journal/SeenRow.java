package org.eportfolio.core.internal.journal;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eportfolio.core.internal.kind.Kinds;
import org.eportfolio.core.internal.kind.RecordKind;
import org.eportfolio.core.internal.work.Reading;
import org.eportfolio.spi.Kind;
import org.eportfolio.spi.Row;
import org.jspecify.annotations.Nullable;

/** A row of a journalled kind, decoded once, when the first asks for its record. For one thread. */
final class SeenRow {
    private static final Map<Kind, RecordKind<?>> KINDS =
            Kinds.JOURNALLED.stream().collect(Collectors.toMap(RecordKind::kind, Function.identity()));

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
        return Objects.requireNonNull(KINDS.get(row.kind()));
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
