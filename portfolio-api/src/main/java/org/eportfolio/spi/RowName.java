package org.eportfolio.spi;

import java.util.Objects;
import java.util.UUID;

/** The three things that name a {@link Row}. */
public record RowName(Scope scope, Kind kind, UUID id) {
    public RowName {
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(id, "id");
    }

    /** The name of this row. */
    public static RowName of(Row row) {
        return new RowName(row.scope(), row.kind(), row.id());
    }
}
