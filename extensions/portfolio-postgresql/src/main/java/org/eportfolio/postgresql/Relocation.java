package org.eportfolio.postgresql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.eportfolio.NotFoundException;
import org.eportfolio.spi.Change;
import org.eportfolio.spi.Entry;
import org.eportfolio.spi.FeedEntry;
import org.eportfolio.spi.Hash;
import org.eportfolio.spi.Head;
import org.eportfolio.spi.Moving;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.RowName;
import org.eportfolio.spi.Scope;
import org.eportfolio.spi.StaleException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;

/**
 * How a school stands in a move. One that takes no commits has its row in the table {@code away} in place of {@code school},
 * which every commit locks: so all processes are refused, of earlier versions too. Thread-safe.
 */
final class Relocation implements Moving {
    private static final int MOST_ROWS = 2_000;

    private final Database database;
    private final UUID school;
    private final Calls calls;

    Relocation(Database database, UUID school, Calls calls) {
        this.database = database;
        this.school = school;
        this.calls = calls;
    }

    /** @param position that of the feed's last entry, while the school is away */
    private record Away(Standing standing, long position) {}

    @Override
    public Standing standing() {
        return calls.run(() ->
                database.single(handle -> away(handle, "")).map(Away::standing).orElse(Standing.NEVER_MOVED));
    }

    private Optional<Away> away(Handle handle, String lock) {
        return handle.createQuery("SELECT state, move, place, position FROM portfolio.away WHERE school = ?" + lock)
                .bind(0, school)
                .map((row, context) -> new Away(
                        new Standing(State.valueOf(row.getString(1)), row.getObject(2, UUID.class), row.getString(3)),
                        row.getLong(4)))
                .findOne();
    }

    /** The position of a school that is away and can be read all the same; empty if it is nowhere. */
    static Optional<Long> position(Connection connection, UUID school) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT position FROM portfolio.away WHERE school = ?")) {
            query.setObject(1, school);
            try (ResultSet found = query.executeQuery()) {
                return found.next() ? Optional.of(found.getLong(1)) : Optional.empty();
            }
        }
    }

    /** Whether the school is here, if only to be read. */
    static boolean isAnywhere(Handle handle, UUID school) throws SQLException {
        boolean open = handle.createQuery("SELECT position FROM portfolio.school WHERE school = ?")
                .bind(0, school)
                .mapTo(Long.class)
                .findOne()
                .isPresent();
        return open || position(handle.getConnection(), school).isPresent();
    }

    /** Whether the school takes no commits, and is not to be made anew. */
    static boolean isAway(Handle handle, UUID school) {
        return handle.createQuery("SELECT position FROM portfolio.away WHERE school = ? AND state <> 'OPEN'")
                .bind(0, school)
                .mapTo(Long.class)
                .findOne()
                .isPresent();
    }

    /** Runs what writes; where the school is not there because it is away, says so. */
    <T> T explained(Supplier<T> work) {
        try {
            return work.get();
        } catch (NotFoundException e) {
            Standing standing = standing();
            if (standing.state() == State.OPEN) throw e;
            String key = standing.state() == State.MOVED ? "storage.moved" : "storage.receiving";
            throw Failures.refusal(key, e, String.valueOf(standing.place()));
        }
    }

    /**
     * One transaction that writes what is no commit: files may come and go here unless the school has left, and it leaves only
     * once this has ended.
     */
    <T> T whileHere(Database.Work<T> work) {
        return calls.run(() -> explained(() -> database.transaction(school, handle -> {
            boolean open = isThere(handle, "SELECT position FROM portfolio.school WHERE school = ? FOR KEY SHARE");
            boolean here = open
                    || isThere(
                            handle,
                            "SELECT position FROM portfolio.away WHERE school = ? AND state <> 'MOVED' FOR KEY SHARE");
            if (!here) throw PostgresSchools.unknown(school);
            return work.with(handle);
        })));
    }

    private boolean isThere(Handle handle, String query) {
        return handle.createQuery(query)
                .bind(0, school)
                .mapTo(Long.class)
                .findOne()
                .isPresent();
    }

    private interface Step {
        void take(Handle handle, Standing standing, long position) throws SQLException;
    }

    /** One transaction under the lock of the school's row, wherever it stands. */
    private void step(Step step) {
        calls.run(() -> database.transaction(school, handle -> {
            Optional<Long> here = position(handle);
            Optional<Away> away = away(handle, " FOR UPDATE");
            if (here.isEmpty() && away.isEmpty()) throw PostgresSchools.unknown(school);
            Standing standing = away.map(Away::standing).orElse(Standing.NEVER_MOVED);
            step.take(
                    handle,
                    standing,
                    here.orElseGet(() -> away.map(Away::position).orElse(0L)));
            return true;
        }));
    }

    private Optional<Long> position(Handle handle) {
        return handle.createQuery("SELECT position FROM portfolio.school WHERE school = ? FOR UPDATE")
                .bind(0, school)
                .mapTo(Long.class)
                .findOne();
    }

    private RuntimeException refused(Standing standing) {
        return Failures.refusal(
                "storage.move-state", null, school, standing.state().name());
    }

    private void require(Standing standing, State state, UUID move) {
        if (standing.state() != state || !move.equals(standing.move())) throw refused(standing);
    }

    /** The row of the school goes to the one table or to the other; a school that is open keeps how it came. */
    private void stand(Handle handle, Standing standing, long position) {
        for (String table : List.of("school", "away")) {
            handle.createUpdate("DELETE FROM portfolio." + table + " WHERE school = ?")
                    .bind(0, school)
                    .execute();
        }
        if (standing.state() == State.OPEN) PostgresSchools.insert(handle, school, position);
        handle.createUpdate("INSERT INTO portfolio.away (school, position, state, move, place) VALUES (?, ?, ?, ?, ?)")
                .bind(0, school)
                .bind(1, position)
                .bind(2, standing.state().name())
                .bind(3, standing.move())
                .bind(4, standing.place())
                .execute();
    }

    @Override
    public void prepare(UUID move, String from) {
        step((handle, standing, position) -> {
            Migrations.requireWriting(handle, Migrations.WRITING_MOVES);
            boolean again = standing.state() == State.RECEIVING || standing.state() == State.ABANDONED;
            if (!again && !isEmpty(handle)) throw refused(standing);
            stand(handle, new Standing(State.RECEIVING, move, from), again ? position : 0);
        });
    }

    private boolean isEmpty(Handle handle) {
        return handle.createQuery("SELECT position FROM portfolio.entry WHERE school = ? LIMIT 1")
                .bind(0, school)
                .mapTo(Long.class)
                .findOne()
                .isEmpty();
    }

    @Override
    public void open(UUID move, long position) {
        step((handle, standing, last) -> {
            require(standing, State.RECEIVING, move);
            stand(handle, new Standing(State.OPEN, move, standing.place()), Math.max(last, position));
        });
    }

    @Override
    public void abandon(UUID move) {
        step((handle, standing, last) -> {
            require(standing, State.RECEIVING, move);
            stand(handle, new Standing(State.ABANDONED, move, standing.place()), last);
        });
    }

    @Override
    public void leave(UUID move, String to) {
        step((handle, standing, last) -> {
            Migrations.requireWriting(handle, Migrations.WRITING_MOVES);
            if (standing.state() != State.OPEN && standing.state() != State.MOVED) throw refused(standing);
            stand(handle, new Standing(State.MOVED, move, to), last);
        });
    }

    @Override
    public void stay(UUID move) {
        step((handle, standing, last) -> {
            require(standing, State.MOVED, move);
            stand(handle, new Standing(State.OPEN, move, standing.place()), last);
        });
    }

    @Override
    public void clear(UUID move) {
        step((handle, standing, last) -> {
            require(standing, State.MOVED, move);
            for (String table : PostgresSchools.KEPT) {
                handle.createUpdate("DELETE FROM portfolio." + table + " WHERE school = ?")
                        .bind(0, school)
                        .execute();
            }
        });
    }

    /**
     * Through the function that makes all commits: for each run of positions without a gap the school's row is there for as long
     * as it takes, and other connections see nothing of it before.
     */
    @Override
    public void receive(UUID move, Arrival arrival) {
        step((handle, standing, last) -> {
            require(standing, State.RECEIVING, move);
            long position = last;
            for (Run run : runs(arrival)) {
                position = Math.max(position, run.before());
                if (!run.entries().isEmpty() && run.before() < position) throw stale(run);
                PostgresSchools.insert(handle, school, position);
                apply(handle, run);
                handle.createUpdate("DELETE FROM portfolio.school WHERE school = ?")
                        .bind(0, school)
                        .execute();
                position += run.entries().size();
            }
            handle.createUpdate("UPDATE portfolio.away SET position = ? WHERE school = ?")
                    .bind(0, position)
                    .bind(1, school)
                    .execute();
        });
    }

    /** @param before the position before that of the first entry; 0 where there is none */
    private record Run(long before, List<Entry> entries, List<RowName> removes, List<Row> puts) {}

    private static List<Run> runs(Arrival arrival) {
        List<Run> runs = new ArrayList<>();
        runs.add(new Run(0, List.of(), arrival.removes(), List.of()));
        for (int i = 0; i < arrival.puts().size(); i += MOST_ROWS) {
            int end = Math.min(arrival.puts().size(), i + MOST_ROWS);
            runs.add(new Run(0, List.of(), List.of(), arrival.puts().subList(i, end)));
        }
        List<Entry> entries = new ArrayList<>();
        long next = -1;
        for (FeedEntry fed : arrival.entries()) {
            if (fed.position() != next) {
                entries = new ArrayList<>();
                runs.add(new Run(fed.position() - 1, entries, List.of(), List.of()));
            }
            entries.add(fed.entry());
            next = fed.position() + 1;
        }
        return runs;
    }

    private void apply(Handle handle, Run run) throws SQLException {
        Map<Scope, Head> basis = heads(handle, run.entries());
        Change change = new Change(basis, run.removes(), run.puts(), run.entries());
        Group.requireFollowing(change);
        Group.requireKeepable(change);
        Applying.Answer answer = Applying.apply(handle.getConnection(), school, Group.of(change));
        if (!answer.done()) throw stale(run);
    }

    private Map<Scope, Head> heads(Handle handle, List<Entry> entries) {
        Map<Scope, Head> heads = new HashMap<>();
        entries.forEach(entry -> heads.put(entry.scope(), Head.EMPTY));
        if (heads.isEmpty()) return heads;
        UUID[] scopes = heads.keySet().stream().map(Scope::id).toArray(UUID[]::new);
        handle.createQuery("SELECT scope, length, hash FROM portfolio.head WHERE school = ? AND scope = ANY (?)")
                .bind(0, school)
                .bind(1, (Argument) (at, statement, context) ->
                        statement.setArray(at, statement.getConnection().createArrayOf("uuid", scopes)))
                .map((row, context) -> heads.put(
                        new Scope(row.getObject(1, UUID.class)), new Head(row.getLong(2), Hash.of(row.getBytes(3)))))
                .list();
        return heads;
    }

    private static StaleException stale(Run run) {
        Scope scope = run.entries().isEmpty()
                ? Scope.ORGANISATION
                : run.entries().get(0).scope();
        return new StaleException(scope, Head.EMPTY, Head.EMPTY);
    }
}
