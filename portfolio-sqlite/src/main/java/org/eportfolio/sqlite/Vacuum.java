package org.eportfolio.sqlite;

import java.sql.SQLException;
import java.util.List;
import org.eportfolio.ProgressListener;

/**
 * Writes the whole file anew, in one statement: SQLite copies every entry of every table and index to a file of its own, which can
 * be followed and ended, and then writes that back through the log, which cannot.
 */
final class Vacuum {
    /** For an entry that is copied: to its place, over, in, and to the next. */
    private static final int STEPS_AN_ENTRY = 4;

    private record Table(String name, long trees) {}

    private Vacuum() {}

    static void of(Session session, ProgressListener progress) throws SQLException {
        progress.at(0, -1);
        long bytes = bytes(session);
        long steps = progress == ProgressListener.NONE ? 0 : STEPS_AN_ENTRY * entries(session, progress);
        ProgressListener copying = progress.part(0, bytes / 2, bytes);
        session.asking(at -> copying.at(at, steps), () -> {
            session.run("VACUUM");
            return true;
        });
        progress.goOn(bytes, bytes);
    }

    /** How large the file will be, about. */
    static long bytes(Session session) throws SQLException {
        long pages = session.number("PRAGMA page_count") - session.number("PRAGMA freelist_count");
        return pages * session.number("PRAGMA page_size");
    }

    /** An index has an entry for each row, and a table without row ids has its rows in an index. */
    private static long entries(Session session, ProgressListener progress) throws SQLException {
        List<Table> tables = session.all(
                "SELECT t.name, (SELECT count(*) FROM pragma_index_list(t.name)) + (t.wr = 0) FROM pragma_table_list t"
                        + " WHERE t.schema = 'main' AND t.type = 'table'",
                row -> new Table(row.getString(1), row.getLong(2)));
        long entries = 0;
        for (Table each : tables) {
            long rows = session.asking(
                    at -> progress.at(0, -1), () -> session.number("SELECT count(*) FROM \"" + each.name() + '"'));
            entries += rows * each.trees();
        }
        return entries;
    }
}
