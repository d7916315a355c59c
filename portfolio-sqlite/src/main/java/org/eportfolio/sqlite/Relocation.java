package org.eportfolio.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.eportfolio.spi.Entry;
import org.eportfolio.spi.FeedEntry;
import org.eportfolio.spi.Head;
import org.eportfolio.spi.Kind;
import org.eportfolio.spi.Moving;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.RowName;
import org.eportfolio.spi.StaleException;
import org.jspecify.annotations.Nullable;

/**
 * How this file stands in a move. A file that takes no commits has triggers that refuse them, so that every process is
 * refused, of earlier versions too, at no cost to a file that has none. Thread-safe.
 */
final class Relocation implements Moving {
    private static final String STATE = "move.state";
    private static final String MOVE = "move.id";
    private static final String PLACE = "move.place";
    /** Files may arrive before they are referred to. */
    private static final Set<String> OF_FILES = Set.of("content", "content_chunk", "piece");

    private final Writer writer;
    private final ReadConnections readers;
    private final KindNumbers kinds;
    private final Failures failures;

    Relocation(Writer writer, ReadConnections readers, KindNumbers kinds, Failures failures) {
        this.writer = writer;
        this.readers = readers;
        this.kinds = kinds;
        this.failures = failures;
    }

    @Override
    public Standing standing() {
        return readers.reading(view -> view.whileOpen(() -> standing(view.session())));
    }

    private static Standing standing(Session session) throws SQLException {
        String state = noted(session, STATE);
        String move = noted(session, MOVE);
        if (state == null || move == null) return Standing.NEVER_MOVED;
        return new Standing(State.valueOf(state), UUID.fromString(move), noted(session, PLACE));
    }

    private static @Nullable String noted(Session session, String name) throws SQLException {
        PreparedStatement query = session.prepared("SELECT value FROM meta WHERE name = ?");
        query.setString(1, name);
        try (ResultSet result = query.executeQuery()) {
            return result.next() ? result.getString(1) : null;
        }
    }

    private static void note(Session session, String name, String value) throws SQLException {
        PreparedStatement note = session.prepared("INSERT OR REPLACE INTO meta VALUES (?, ?)");
        note.setString(1, name);
        note.setString(2, value);
        note.executeUpdate();
    }

    private interface Step {
        Standing after(Session session, Standing before) throws SQLException;
    }

    /** One transaction, in which the file is unsealed, and at the end of which it is sealed as it then stands. */
    private void step(Step step) {
        writer.alone(session -> session.writing(() -> {
            Standing before = standing(session);
            Standing after = step.after(session, before);
            if (!after.equals(before)) {
                note(session, STATE, after.state().name());
                note(session, MOVE, String.valueOf(after.move()));
                note(session, PLACE, String.valueOf(after.place()));
                unseal(session);
                seal(session, after);
            }
            return true;
        }));
    }

    private RuntimeException refused(Standing standing) {
        return failures.refusal(
                "storage.move-state", null, failures.path(), standing.state().name());
    }

    private Standing require(Standing standing, State state, UUID move) {
        if (standing.state() != state || !move.equals(standing.move())) throw refused(standing);
        return standing;
    }

    @Override
    public void prepare(UUID move, String from) {
        step((session, before) -> {
            boolean again = before.state() == State.RECEIVING || before.state() == State.ABANDONED;
            boolean empty = session.number("SELECT count(*) FROM (SELECT 1 FROM entry LIMIT 1)") == 0;
            if (!again && !empty) throw refused(before);
            return new Standing(State.RECEIVING, move, from);
        });
    }

    @Override
    public void open(UUID move, long position) {
        step((session, before) -> {
            require(before, State.RECEIVING, move);
            unseal(session);
            PreparedStatement last = session.prepared("UPDATE feed SET last = max(last, ?)");
            last.setLong(1, position);
            last.executeUpdate();
            return new Standing(State.OPEN, move, before.place());
        });
    }

    @Override
    public void abandon(UUID move) {
        step((session, before) -> {
            require(before, State.RECEIVING, move);
            return new Standing(State.ABANDONED, move, before.place());
        });
    }

    @Override
    public void leave(UUID move, String to) {
        step((session, before) -> {
            if (before.state() != State.OPEN && before.state() != State.MOVED) throw refused(before);
            return new Standing(State.MOVED, move, to);
        });
    }

    @Override
    public void stay(UUID move) {
        step((session, before) -> {
            require(before, State.MOVED, move);
            return new Standing(State.OPEN, move, before.place());
        });
    }

    @Override
    public void clear(UUID move) {
        step((session, before) -> {
            require(before, State.MOVED, move);
            unseal(session);
            session.run("PRAGMA defer_foreign_keys=ON");
            for (String table : tables(session)) session.run("DELETE FROM " + table);
            session.run("DELETE FROM meta WHERE name = 'index'");
            seal(session, before);
            return before;
        });
        writer.alone(session -> {
            session.run("VACUUM");
            return true;
        });
        writer.erased();
    }

    @Override
    public void receive(UUID move, Arrival arrival) {
        Map<Kind, Long> added = writer.alone(session -> session.writing(() -> {
            Standing now = require(standing(session), State.RECEIVING, move);
            unseal(session);
            Chains chains = new Chains(session);
            Records records = new Records(session, kinds);
            for (RowName name : arrival.removes()) records.remove(name, chains);
            for (Row row : arrival.puts()) {
                records.put(chains.keyOrNew(row.scope()), records.kindOrNew(row.kind()), row);
            }
            append(session, arrival.entries(), chains, records);
            chains.flush();
            seal(session, now);
            return new HashMap<>(records.newKinds());
        }));
        kinds.remember(added);
        if (!arrival.removes().isEmpty()) writer.erased();
    }

    private static void append(Session session, List<FeedEntry> entries, Chains chains, Records records)
            throws SQLException {
        long last = session.number("SELECT max(position) FROM entry");
        for (FeedEntry fed : entries) {
            Entry entry = fed.entry();
            Head head = chains.head(entry.scope());
            if (fed.position() <= last || entry.number() != head.length() + 1) {
                throw new StaleException(entry.scope(), head, head);
            }
            last = fed.position();
            chains.advance(entry);
            records.append(chains.keyOrNew(entry.scope()), fed.position(), entry);
        }
    }

    /** As they are in this file, whichever version made it. */
    private static List<String> tables(Session session) throws SQLException {
        List<String> names = new ArrayList<>();
        PreparedStatement tables = session.prepared("SELECT name FROM sqlite_schema WHERE type = 'table'"
                + " AND name NOT LIKE 'sqlite_%' AND name NOT IN ('meta', 'kind', 'feed') ORDER BY name");
        try (ResultSet found = tables.executeQuery()) {
            while (found.next()) names.add(found.getString(1));
        }
        return names;
    }

    private static void seal(Session session, Standing standing) throws SQLException {
        if (standing.state() == State.OPEN) return;
        String mark = (Failures.SEAL + standing.state() + " " + standing.place()).replace("'", "''");
        for (String table : tables(session)) {
            if (standing.state() != State.MOVED && OF_FILES.contains(table)) continue;
            for (String act : List.of("INSERT", "UPDATE", "DELETE")) {
                session.run("CREATE TRIGGER sealed_" + table + "_" + act.toLowerCase(Locale.ROOT) + " BEFORE " + act
                        + " ON " + table + " BEGIN SELECT RAISE(ABORT, '" + mark + "'); END");
            }
        }
    }

    /** To be called where tables have changed: a file that is sealed is so for all tables that there are now. */
    static void sealAnew(Session session) throws SQLException {
        Standing standing = standing(session);
        if (standing.state() == State.OPEN) return;
        unseal(session);
        seal(session, standing);
    }

    private static void unseal(Session session) throws SQLException {
        StringBuilder script = new StringBuilder();
        PreparedStatement triggers = session.prepared(
                "SELECT name FROM sqlite_schema WHERE type = 'trigger'" + " AND name LIKE 'sealed\\_%' ESCAPE '\\'");
        try (ResultSet found = triggers.executeQuery()) {
            while (found.next())
                script.append("DROP TRIGGER ")
                        .append(Objects.requireNonNull(found.getString(1)))
                        .append(';');
        }
        if (script.length() > 0) session.run(script.toString());
    }

    /** Whether the file takes no commits, so that an opening tidies nothing up. */
    boolean isSealed() {
        return standing().state() != State.OPEN;
    }
}
