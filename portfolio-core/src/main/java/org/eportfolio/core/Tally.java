package org.eportfolio.core;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eportfolio.Message;
import org.eportfolio.core.ArchiveDesk.Count;
import org.eportfolio.spi.Kind;
import org.eportfolio.spi.Row;

/** Counts what comes in and keeps the first remarks. */
final class Tally {
    private static final int REMARKS_KEPT = 1_000;

    private final Map<String, Count> counts = new HashMap<>();
    private final List<ArchiveDesk.Remark> remarks = new ArrayList<>();
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
            remarks.add(new ArchiveDesk.Remark(kind, id, Message.of(key, arguments)));
        }
    }

    ArchiveDesk.Brought brought() {
        return new ArchiveDesk.Brought(counts, remarks, remarksInAll);
    }
}
