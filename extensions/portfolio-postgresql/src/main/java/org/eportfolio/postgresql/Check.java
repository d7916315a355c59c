package org.eportfolio.postgresql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eportfolio.Message;
import org.eportfolio.ProgressListener;
import org.eportfolio.internal.file.Meter;
import org.eportfolio.spi.Hash;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/** Looks at everything of one school that lies below rows and entries, in one snapshot. */
final class Check {
    private static final int MOST = 300;
    private static final int PIECES_AT_A_TIME = 8;

    private final Handle handle;
    private final UUID school;
    private final ProgressListener progress;
    private final List<Message> found = new ArrayList<>();

    private Check(Handle handle, UUID school, ProgressListener progress) {
        this.handle = handle;
        this.school = school;
        this.progress = progress;
    }

    static List<Message> of(Database database, UUID school, ProgressListener progress) {
        return database.snapshot(school, handle -> {
            Check check = new Check(handle, school, progress);
            check.all();
            return check.found.size() <= MOST ? check.found : List.copyOf(check.found.subList(0, MOST));
        });
    }

    private interface Look {
        void look() throws SQLException;
    }

    private void all() throws SQLException {
        looked("check.chains", this::chains);
        looked("check.keys", this::keys);
        looked("check.index", this::index);
        looked("check.files", this::contents);
    }

    /** What is so damaged that it cannot be looked at is a finding too, and the rest is looked at all the same. */
    private void looked(String what, Look look) throws SQLException {
        progress.at(0, -1);
        handle.execute("SAVEPOINT looked");
        try {
            look.look();
        } catch (SQLException | JdbiException e) {
            SQLException cause = Failures.sql(e);
            if (Failures.lost(cause)) throw Failures.of(e);
            found.add(Failures.message("check.unreadable", Failures.message(what), String.valueOf(e.getMessage())));
        }
        handle.execute("ROLLBACK TO SAVEPOINT looked");
    }

    private void chains() {
        handle.createQuery("SELECT h.scope, h.length FROM portfolio.head h LEFT JOIN portfolio.entry e"
                        + " ON e.school = h.school AND e.scope = h.scope AND e.number = h.length AND e.hash = h.hash"
                        + " WHERE h.school = ? AND h.length > 0 AND e.number IS NULL LIMIT ?")
                .bind(0, school)
                .bind(1, MOST)
                .map((row, context) -> Failures.message("check.head-without-entry", row.getString(1), row.getLong(2)))
                .forEach(found::add);
    }

    /** Rows are found by keys that the row itself names; each is there once. */
    private void keys() {
        handle.createQuery("SELECT k.id FROM portfolio.key k LEFT JOIN portfolio.record r"
                        + " ON r.school = k.school AND r.scope = k.scope AND r.kind = k.kind AND r.id = k.id"
                        + " WHERE k.school = ? AND (r.id IS NULL OR r.keys IS NULL) LIMIT ?")
                .bind(0, school)
                .bind(1, MOST)
                .map((row, context) -> Failures.message("check.key-without-row", row.getString(1)))
                .forEach(found::add);
        handle.createQuery("SELECT r.id FROM portfolio.record r"
                        + " CROSS JOIN LATERAL unnest(CAST(r.keys AS text[])) AS t (key)"
                        + " LEFT JOIN portfolio.key k ON k.school = r.school AND k.id = r.id AND k.scope = r.scope"
                        + " AND k.kind = r.kind AND k.hash = substring(sha256(convert_to(t.key, 'UTF8')) FOR 16)"
                        + " WHERE r.school = ? AND k.id IS NULL LIMIT ?")
                .bind(0, school)
                .bind(1, MOST)
                .map((row, context) -> Failures.message("check.row-without-key", row.getString(1)))
                .forEach(found::add);
    }

    /** What is indexed is there, and is found by the tokens that it names, and by no other. */
    private void index() {
        handle.createQuery("SELECT x.id FROM portfolio.indexed x LEFT JOIN portfolio.record r"
                        + " ON r.school = x.school AND r.scope = x.scope AND r.kind = x.kind AND r.id = x.id"
                        + " WHERE x.school = ? AND r.id IS NULL LIMIT ?")
                .bind(0, school)
                .bind(1, MOST)
                .map((row, context) -> Failures.message("check.indexed-without-row", row.getString(1)))
                .forEach(found::add);
        handle.createQuery("SELECT t.id FROM portfolio.token t LEFT JOIN portfolio.indexed x"
                        + " ON x.school = t.school AND x.scope = t.scope AND x.kind = t.kind AND x.id = t.id"
                        + " AND substr('0123456789abcdef', t.flags + 1, 1) || t.token = ANY (string_to_array(x.tokens, ' '))"
                        + " WHERE t.school = ? AND x.id IS NULL LIMIT ?")
                .bind(0, school)
                .bind(1, MOST)
                .map((row, context) -> Failures.message("check.token-without-row", row.getString(1)))
                .forEach(found::add);
        handle.createQuery("SELECT x.id FROM portfolio.indexed x LEFT JOIN portfolio.token t"
                        + " ON t.school = x.school AND t.scope = x.scope AND t.kind = x.kind AND t.id = x.id"
                        + " WHERE x.school = ? GROUP BY x.scope, x.kind, x.id, x.tokens"
                        + " HAVING count(t.id) <> cardinality(string_to_array(x.tokens, ' ')) LIMIT ?")
                .bind(0, school)
                .bind(1, MOST)
                .map((row, context) -> Failures.message("check.row-without-token", row.getString(1)))
                .forEach(found::add);
    }

    /** Every file in one piece, and its bytes those of its name. */
    private void contents() throws SQLException {
        for (String table : List.of("chunk", "piece")) {
            handle.createQuery(
                            "SELECT DISTINCT b.content FROM portfolio." + table
                                    + " b LEFT JOIN portfolio.content c"
                                    + " ON c.school = b.school AND c.id = b.content WHERE b.school = ? AND c.id IS NULL LIMIT ?")
                    .bind(0, school)
                    .bind(1, MOST)
                    .map((row, context) -> Failures.message("check.piece-without-file", row.getString(1)))
                    .forEach(found::add);
        }
        handle.createQuery("SELECT k.content FROM portfolio.content_key k LEFT JOIN portfolio.content c"
                        + " ON c.school = k.school AND c.id = k.content WHERE k.school = ? AND c.id IS NULL LIMIT ?")
                .bind(0, school)
                .bind(1, MOST)
                .map((row, context) -> Failures.message("check.key-without-file", row.getString(1)))
                .forEach(found::add);
        record Named(Place place, Hash name, long size) {}
        List<Named> named = handle.createQuery(
                        "SELECT c.id, k.key, c.sha256, c.size FROM portfolio.content c LEFT JOIN portfolio.content_key k"
                                + " ON k.school = c.school AND k.content = c.id"
                                + " WHERE c.school = ? AND c.sha256 IS NOT NULL")
                .bind(0, school)
                .map((row, context) -> new Named(Place.of(row), Hash.of(row.getBytes(3)), row.getLong(4)))
                .list();
        Meter meter = new Meter(progress, named.stream().mapToLong(Named::size).sum());
        for (Named each : named) content(each.place(), each.name(), each.size(), meter);
        meter.over();
    }

    private void content(Place place, Hash name, long size, Meter meter) {
        Pieces pieces = new Pieces(name, size);
        FileKey key = place.key();
        if (key != null) pieces.under(key.bytes());
        handle.createQuery("SELECT number, bytes FROM portfolio." + place.table()
                        + " WHERE school = ? AND content = ? ORDER BY number")
                .setFetchSize(PIECES_AT_A_TIME)
                .bind(0, school)
                .bind(1, place.id())
                .map((row, context) -> {
                    byte[] piece = row.getBytes(2);
                    meter.did(piece.length);
                    return pieces.add(row.getLong(1), piece);
                })
                .forEach(added -> {});
        pieces.fault().ifPresent(found::add);
    }
}
