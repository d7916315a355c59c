package org.eportfolio.sqlite;

import java.security.MessageDigest;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.eportfolio.Message;
import org.eportfolio.ProgressListener;
import org.eportfolio.spi.Hash;
import org.eportfolio.spi.Key;
import org.jspecify.annotations.Nullable;

/** Looks at everything in the file that lies below rows and entries, in one snapshot. */
final class Check {
    private static final int MOST = 300;

    private final Session session;
    private final ProgressListener progress;
    private final List<Message> found = new ArrayList<>();
    private long total = -1;
    private long done;
    private @Nullable RuntimeException ended;

    private Check(Session session, ProgressListener progress) {
        this.session = session;
        this.progress = progress;
    }

    static List<Message> of(Opening opening, Failures failures, ProgressListener progress) {
        return failures.translated(() -> {
            try (Session session = opening.reader()) {
                session.begin("BEGIN");
                Check check = new Check(session, progress);
                check.all();
                if (check.total >= 0) progress.goOn(check.total, check.total);
                return check.found.size() <= MOST ? check.found : List.copyOf(check.found.subList(0, MOST));
            }
        });
    }

    /** The bytes of files are counted as they are read, and all others once everything was looked at. */
    private void all() {
        looked("check.pages", this::pages);
        looked("check.keys", this::keys);
        looked("check.index", this::index);
        looked("check.files", this::contents);
    }

    private void pages() throws SQLException {
        total = Vacuum.bytes(session);
        each("PRAGMA integrity_check", result -> {
            String fault = result.getString(1);
            if (!fault.equals("ok")) found.add(Failures.message("check.page", fault));
        });
    }

    private interface Look {
        void look() throws SQLException;
    }

    private interface Line {
        void of(ResultSet result) throws SQLException;
    }

    /** What is so damaged that it cannot be looked at is a finding too, and the rest is looked at all the same. */
    private void looked(String what, Look look) {
        try {
            session.asking(steps -> ask(), () -> {
                look.look();
                return true;
            });
        } catch (SQLException | RuntimeException e) {
            if (ended != null) throw ended;
            session.forgetStatements();
            found.add(Failures.message("check.unreadable", Failures.message(what), String.valueOf(e.getMessage())));
        }
    }

    private void ask() {
        try {
            progress.at(total < 0 ? done : Math.min(done, total), total);
        } catch (RuntimeException e) {
            ended = e;
            throw e;
        }
    }

    private void each(String query, Line line) throws SQLException {
        try (ResultSet result = session.prepared(query).executeQuery()) {
            while (result.next() && found.size() <= MOST) line.of(result);
        }
    }

    /** Rows are found by keys that the row itself names; each is there once, so that as many there are as rows name. */
    private void keys() throws SQLException {
        long[] there = {0};
        each(
                "SELECT k.name, k.value, r.keys, hex(k.id) FROM record_key k LEFT JOIN record r"
                        + " ON r.scope = k.scope AND r.kind = k.kind AND r.id = k.id",
                result -> {
                    Key key = new Key(result.getString(1), result.getString(2));
                    if (KeyText.parse(result.getString(3)).contains(key)) there[0]++;
                    else found.add(Failures.message("check.key-without-row", key.name(), result.getString(4)));
                });
        long[] named = {0};
        each(
                "SELECT keys FROM record WHERE keys IS NOT NULL",
                result -> named[0] += KeyText.parse(result.getString(1)).size());
        if (named[0] != there[0]) lackingKeys();
    }

    private void lackingKeys() throws SQLException {
        each("SELECT scope, kind, id, keys, hex(id) FROM record WHERE keys IS NOT NULL", result -> {
            PreparedStatement count =
                    session.prepared("SELECT count(*) FROM record_key WHERE name = ? AND value = ? AND id = ?"
                            + " AND scope = ? AND kind = ?");
            for (Key key : KeyText.parse(result.getString(4))) {
                count.setString(1, key.name());
                count.setString(2, key.value());
                count.setBytes(3, result.getBytes(3));
                count.setLong(4, result.getLong(1));
                count.setLong(5, result.getLong(2));
                if (Session.firstNumber(count) != 1) {
                    found.add(Failures.message("check.row-without-key", result.getString(5), key.name()));
                }
            }
        });
    }

    private void index() throws SQLException {
        found.addAll(new IndexCheck(session).faults(MOST));
    }

    /** Every file in one piece, and its bytes those of its name. */
    private void contents() throws SQLException {
        each(
                "SELECT DISTINCT content FROM content_chunk WHERE content NOT IN (SELECT key FROM content) UNION"
                        + " SELECT DISTINCT " + Pieces.CONTENT + " FROM piece WHERE " + Pieces.CONTENT
                        + " NOT IN (SELECT key FROM content)",
                result -> found.add(Failures.message("check.piece-without-file", result.getLong(1))));
        each("SELECT key, sha256, size FROM content WHERE sha256 IS NOT NULL", result -> {
            Hash name = Hash.of(result.getBytes(2));
            long key = result.getLong(1);
            long size = result.getLong(3);
            try {
                content(key, name, size);
            } catch (SQLException e) {
                if (ended != null) throw ended;
                found.add(Failures.message(
                        "check.unreadable", Failures.message("check.file", name), String.valueOf(e.getMessage())));
            }
        });
    }

    private void content(long key, Hash name, long size) throws SQLException {
        MessageDigest digest = Contents.sha256();
        long next = 0;
        long read = 0;
        for (PreparedStatement pieces : Pieces.all(session, key)) {
            try (ResultSet result = pieces.executeQuery()) {
                for (; result.next(); next++) {
                    if (result.getLong(1) != next) {
                        found.add(Failures.message("check.piece-missing", name, next + 1));
                        return;
                    }
                    byte[] bytes = result.getBytes(2);
                    read += bytes.length;
                    done += bytes.length;
                    digest.update(bytes);
                    ask();
                }
            }
        }
        if (read < size) found.add(Failures.message("check.piece-missing", name, next + 1));
        else if (read > size || !Hash.of(digest.digest()).equals(name))
            found.add(Failures.message("check.file-altered", name));
    }
}
