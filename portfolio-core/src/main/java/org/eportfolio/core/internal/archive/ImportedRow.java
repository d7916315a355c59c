package org.eportfolio.core.internal.archive;

import java.util.Set;
import org.eportfolio.InvalidInputException;
import org.eportfolio.core.internal.codec.MalformedException;
import org.eportfolio.core.internal.kind.PrivacyKinds;
import org.eportfolio.core.internal.kind.RecordKind;
import org.eportfolio.core.internal.kind.SharingKinds;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.spi.Key;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.RowName;
import org.jspecify.annotations.Nullable;

/** A row of an archive with the record in it: one that can be, under the name that is its own. */
record ImportedRow<T>(RecordKind<T> kind, Row row, T record) {
    /** What let people in where it was made. */
    private static final Set<RecordKind<?>> LETTING_IN = Set.of(SharingKinds.LINK, PrivacyKinds.EXCEPTIONAL_ACCESS);

    /** Reads the row and gives it the keys that are its own; what lets people in gets none, so that it opens nothing here. */
    static <T> ImportedRow<T> read(RecordKind<T> kind, Row row) {
        InvalidInputException.unless(!holdsNul(row.json().utf8()), ArchiveImport.path(row), "text.control");
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
        var keys = LETTING_IN.contains(kind) ? Set.<Key>of() : kind.keys().apply(record);
        return new ImportedRow<>(kind, new Row(row.scope(), row.kind(), row.id(), row.json(), keys), record);
    }

    /** Whether a text of the row has a U+0000, which not every store keeps; in JSON it is always written as an escape. */
    private static boolean holdsNul(byte[] json) {
        for (int i = 0; i < json.length; i++) {
            if (json[i] != '\\') continue;
            i++;
            if (i + 4 < json.length
                    && json[i] == 'u'
                    && json[i + 1] == '0'
                    && json[i + 2] == '0'
                    && json[i + 3] == '0'
                    && json[i + 4] == '0') return true;
        }
        return false;
    }

    /** The row with another record in it; what lets people in gets no keys all the same. */
    ImportedRow<T> saying(T other, Work work) {
        ImportedRow<T> next = new ImportedRow<>(kind, work.row(kind, other), other);
        return LETTING_IN.contains(kind) ? next.under(Set.of()) : next;
    }

    /** Whether a row that is here says the same. */
    boolean isThat(@Nullable Row here) {
        return here != null
                && (here.body().equals(row.body()) || read(kind, here).record().equals(record));
    }

    /** The same, found by these keys alone. */
    ImportedRow<T> under(Set<Key> keys) {
        return new ImportedRow<>(kind, new Row(row.scope(), row.kind(), row.id(), row.json(), keys), record);
    }
}
