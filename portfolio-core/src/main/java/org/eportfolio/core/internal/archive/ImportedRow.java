package org.eportfolio.core.internal.archive;

import java.util.Set;
import org.eportfolio.InvalidInputException;
import org.eportfolio.core.internal.codec.MalformedException;
import org.eportfolio.core.internal.kind.RecordKind;
import org.eportfolio.core.internal.kind.SharingKinds;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.spi.Key;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.RowName;

/** A row of an archive with the record in it: one that can be, under the name that is its own. */
record ImportedRow<T>(RecordKind<T> kind, Row row, T record) {
    /** Reads the row and gives it the keys that are its own; a link gets none, so that it opens nothing here. */
    static <T> ImportedRow<T> read(RecordKind<T> kind, Row row) {
        T record;
        RowName name;
        try {
            record = Work.json().record(row.json(), kind.type(), kind.upgrades());
            name = kind.nameOf(record);
        } catch (RuntimeException e) {
            throw InvalidInputException.because(
                    ArchiveImport.path(row), "archive.malformed", kind.kind().name(), MalformedException.reason(e));
        }
        InvalidInputException.unless(
                name.equals(RowName.of(row)),
                ArchiveImport.path(row),
                "archive.misplaced",
                kind.kind().name(),
                name.id());
        var keys = kind.equals(SharingKinds.LINK) ? Set.<Key>of() : kind.keys().apply(record);
        return new ImportedRow<>(kind, new Row(row.scope(), row.kind(), row.id(), row.json(), keys), record);
    }

    /** The same, found by these keys alone. */
    ImportedRow<T> under(Set<Key> keys) {
        return new ImportedRow<>(kind, new Row(row.scope(), row.kind(), row.id(), row.json(), keys), record);
    }
}
