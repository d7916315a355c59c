package org.eportfolio.core.internal.archive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eportfolio.Message;
import org.eportfolio.archive.ImportedArchive;
import org.eportfolio.archive.ImportedArchive.Count;
import org.eportfolio.spi.Kind;
import org.eportfolio.spi.Row;

/** Counts what comes in and keeps the first remarks. */
final class ImportTally {
    private static final int REMARKS_KEPT = 1_000;

    private final Map<String, Count> counts = new HashMap<>();
    private final List<ImportedArchive.Remark> remarks = new ArrayList<>();
    private long remarksInAll;

    void added(Row row) {
        count(row.kind(), new Count(1, 0, 0, 0));
    }

    void changed(Kind kind) {
        count(kind, new Count(0, 1, 0, 0));
    }

    void same(Row row) {
        count(row.kind(), new Count(0, 0, 1, 0));
    }

    void leftOut(Kind kind) {
        count(kind, new Count(0, 0, 0, 1));
    }

    private void count(Kind kind, Count more) {
        counts.merge(kind.name(), more, Count::and);
    }

    void remark(Row row, String key, Object... arguments) {
        remark(row.kind().name(), row.id().toString(), key, arguments);
    }

    void remark(String kind, String id, String key, Object... arguments) {
        remarksInAll++;
        if (remarks.size() < REMARKS_KEPT) {
            remarks.add(new ImportedArchive.Remark(kind, id, Message.of(key, arguments)));
        }
    }

    ImportedArchive brought() {
        return new ImportedArchive(counts, remarks, remarksInAll);
    }
}
