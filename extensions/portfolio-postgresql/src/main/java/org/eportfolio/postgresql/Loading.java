package org.eportfolio.postgresql;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.eportfolio.spi.Change;
import org.eportfolio.spi.Entry;
import org.eportfolio.spi.Hash;
import org.eportfolio.spi.Head;
import org.eportfolio.spi.IndexedRow;
import org.eportfolio.spi.Key;
import org.eportfolio.spi.Kind;
import org.eportfolio.spi.MissingContentException;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.RowName;
import org.eportfolio.spi.Scope;
import org.eportfolio.spi.StaleException;
import org.eportfolio.spi.Stored;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/**
 * A bulk load: one transaction, in which what many changes come to is copied in at once, while the caller's thread makes the next
 * ones. Where row-level security forbids COPY, each change is applied as a commit would be.
 */
final class Loading {
    private static final int ROWS_AT_ONCE = 10_000;
    private static final long BYTES_AT_ONCE = 8 << 20;
    private static final long ANALYSE_FROM = 10_000;
    private static final int COPY_BUFFER = 64 << 10;

    private final Handle handle;
    private final UUID school;
    private final byte[] schoolBytes;
    private long position;
    private long written;

    private Loading(Handle handle, UUID school, long position) {
        this.handle = handle;
        this.school = school;
        this.schoolBytes = CopyWriter.of(school);
        this.position = position;
    }

    static void run(Database database, UUID school, Iterator<Change> changes) {
        long rows = database.transaction(school, handle -> {
            long position = handle.createQuery("SELECT position FROM portfolio.school WHERE school = ? FOR UPDATE")
                    .bind(0, school)
                    .mapTo(Long.class)
                    .findOne()
                    .orElseThrow(() -> PostgresSchools.unknown(school));
            Loading loading = new Loading(handle, school, position);
            if (database.guarded()) loading.oneByOne(changes);
            else loading.inBulk(changes);
            return loading.written;
        });
        if (rows >= ANALYSE_FROM) analyse(database);
    }

    /** So that the database plans with what is there now; an account that may not do it gets a warning and no more. */
    private static void analyse(Database database) {
        database.single(
                handle -> handle.execute("ANALYZE portfolio.record, portfolio.key, portfolio.entry, portfolio.head"));
    }

    private void oneByOne(Iterator<Change> changes) throws SQLException {
        while (changes.hasNext()) {
            Change change = changes.next();
            Group.requireFollowing(change);
            Group.requireKeepable(change);
            Applying.Answer answer = Applying.apply(handle.getConnection(), school, Group.of(change));
            for (Map.Entry<Scope, Head> stale : answer.stale().entrySet()) {
                throw new StaleException(
                        stale.getKey(), change.basis().getOrDefault(stale.getKey(), Head.EMPTY), stale.getValue());
            }
            if (answer.missing() != null) throw new MissingContentException(answer.missing());
            written += change.puts().size();
        }
    }

    private void inBulk(Iterator<Change> changes) throws SQLException {
        try (LoadWriter writer = new LoadWriter()) {
            List<Change> some = new ArrayList<>();
            long rows = 0;
            long bytes = 0;
            while (changes.hasNext()) {
                Change change = changes.next();
                Group.requireKeepable(change);
                some.add(change);
                rows += 1L + change.puts().size() + change.removes().size();
                for (Row row : change.puts()) bytes += row.json().utf8().length;
                if (rows >= ROWS_AT_ONCE || bytes >= BYTES_AT_ONCE) {
                    List<Change> batch = some;
                    writer.write(() -> make(batch));
                    some = new ArrayList<>();
                    rows = 0;
                    bytes = 0;
                }
            }
            writer.await();
            if (!some.isEmpty()) make(some);
        }
        handle.createUpdate("UPDATE portfolio.school SET position = ? WHERE school = ?")
                .bind(0, position)
                .bind(1, school)
                .execute();
    }

    /** What the changes come to, one after the other. */
    private void make(List<Change> changes) throws SQLException {
        Map<Scope, Head> heads = heads(changes);
        Set<Scope> moved = new HashSet<>();
        Map<RowName, Row> puts = new HashMap<>();
        Set<RowName> goes = new HashSet<>();
        List<Entry> entries = new ArrayList<>();
        Set<Stored> contents = new HashSet<>();
        Map<RowName, IndexedRow> indexed = new HashMap<>();
        for (Change change : changes) {
            require(change, heads);
            contents.addAll(change.contents());
            for (RowName name : change.removes()) {
                puts.remove(name);
                indexed.remove(name);
                goes.add(name);
            }
            for (Row row : change.puts()) puts.put(RowName.of(row), row);
            for (Entry entry : change.entries()) {
                heads.put(entry.scope(), entry.head());
                moved.add(entry.scope());
                entries.add(entry);
            }
            change.indexed().forEach(row -> indexed.put(row.name(), row));
        }
        touch(contents);
        Set<RowName> replaced = standing(puts.keySet());
        replaced.removeAll(goes);
        keep(replaced, indexed);
        goes.addAll(replaced);
        remove(goes);
        copyRows(puts.values());
        copyEntries(entries);
        heads.keySet().retainAll(moved);
        writeHeads(heads);
        index(List.copyOf(indexed.values()));
        written += puts.size();
    }

    private static void require(Change change, Map<Scope, Head> heads) {
        for (Map.Entry<Scope, Head> basis : change.basis().entrySet()) {
            Head actual = heads.getOrDefault(basis.getKey(), Head.EMPTY);
            if (!actual.equals(basis.getValue())) throw new StaleException(basis.getKey(), basis.getValue(), actual);
        }
        Group.requireFollowing(change);
    }

    private Map<Scope, Head> heads(List<Change> changes) {
        UUID[] scopes = changes.stream()
                .flatMap(change -> change.basis().keySet().stream())
                .map(Scope::id)
                .distinct()
                .toArray(UUID[]::new);
        Map<Scope, Head> heads = new HashMap<>();
        handle.createQuery("SELECT scope, length, hash FROM portfolio.head WHERE school = ? AND scope = ANY (?)")
                .bind(0, school)
                .bind(1, array("uuid", scopes))
                .map((row, context) -> heads.put(
                        new Scope(row.getObject(1, UUID.class)), new Head(row.getLong(2), Hash.of(row.getBytes(3)))))
                .list();
        return heads;
    }

    private void touch(Set<Stored> contents) {
        for (Stored content : contents) {
            long touched = handle.createQuery("SELECT touched FROM portfolio.content"
                            + " WHERE school = ? AND sha256 = ? AND size = ? FOR UPDATE")
                    .bind(0, school)
                    .bind(1, content.sha256().bytes())
                    .bind(2, content.size())
                    .mapTo(Long.class)
                    .findOne()
                    .orElseThrow(() -> new MissingContentException(content));
            handle.createUpdate("UPDATE portfolio.content SET touched = ? WHERE school = ? AND sha256 = ?")
                    .bind(0, touched == Long.MAX_VALUE ? touched : touched + 1)
                    .bind(1, school)
                    .bind(2, content.sha256().bytes())
                    .execute();
        }
    }

    /** Names in scopes that have rows already; a scope that is new has nothing to replace. */
    private Set<RowName> standing(Collection<RowName> names) {
        UUID[] scopes = names.stream().map(name -> name.scope().id()).distinct().toArray(UUID[]::new);
        Set<UUID> inhabited = new HashSet<>(handle.createQuery("SELECT n.scope FROM unnest(?) AS n (scope)"
                        + " WHERE EXISTS (SELECT FROM portfolio.record r WHERE r.school = ? AND r.scope = n.scope)")
                .bind(0, array("uuid", scopes))
                .bind(1, school)
                .map((row, context) -> row.getObject(1, UUID.class))
                .list());
        Set<RowName> standing = new HashSet<>(names);
        standing.removeIf(name -> !inhabited.contains(name.scope().id()));
        return standing;
    }

    private void remove(Set<RowName> names) {
        if (names.isEmpty()) return;
        List<RowName> each = List.copyOf(names);
        handle.createQuery("SELECT portfolio.remove(?, ?, ?, ?) IS NULL")
                .bind(0, school)
                .bind(1, array("uuid", each, name -> name.scope().id()))
                .bind(2, array("text", each, name -> name.kind().name()))
                .bind(3, array("uuid", each, RowName::id))
                .mapTo(Boolean.class)
                .one();
    }

    /** What rows are found by that are removed only to be copied in again, where no change says anything else. */
    private void keep(Set<RowName> replaced, Map<RowName, IndexedRow> indexed) {
        List<RowName> each =
                replaced.stream().filter(name -> !indexed.containsKey(name)).toList();
        if (each.isEmpty()) return;
        handle.createQuery("SELECT x.scope, x.kind, x.id, x.at, x.tokens FROM unnest(?, ?, ?) AS n (scope, kind, id)"
                        + " CROSS JOIN portfolio.indexed x"
                        + " WHERE x.school = ? AND x.scope = n.scope AND x.kind = n.kind AND x.id = n.id")
                .bind(0, array("uuid", each, name -> name.scope().id()))
                .bind(1, array("text", each, name -> name.kind().name()))
                .bind(2, array("uuid", each, RowName::id))
                .bind(3, school)
                .map((row, context) -> new IndexedRow(
                        new RowName(
                                new Scope(row.getObject(1, UUID.class)),
                                new Kind(row.getString(2)),
                                row.getObject(3, UUID.class)),
                        row.getLong(4),
                        IndexedRow.tokens(row.getString(5))))
                .forEach(row -> indexed.put(row.name(), row));
    }

    private void index(List<IndexedRow> rows) {
        if (rows.isEmpty()) return;
        handle.createQuery("SELECT portfolio.index_rows(?, ?, ?, ?, ?, ?) IS NULL")
                .bind(0, school)
                .bind(
                        1,
                        array(
                                "uuid",
                                rows.stream()
                                        .map(row -> row.name().scope().id())
                                        .toArray()))
                .bind(
                        2,
                        array(
                                "text",
                                rows.stream()
                                        .map(row -> row.name().kind().name())
                                        .toArray()))
                .bind(3, array("uuid", rows.stream().map(row -> row.name().id()).toArray()))
                .bind(4, array("int8", rows.stream().map(IndexedRow::at).toArray()))
                .bind(5, array("text", rows.stream().map(IndexedRow::text).toArray()))
                .mapTo(Boolean.class)
                .one();
    }

    private void copyRows(Collection<Row> rows) throws SQLException {
        // In the order in which the table lies.
        List<Row> sorted = new ArrayList<>(rows);
        sorted.sort(Comparator.comparing((Row row) -> row.scope().id(), UnsignedOrder.OF_IDS)
                .thenComparing(row -> row.kind().name())
                .thenComparing(Row::id, UnsignedOrder.OF_IDS));
        copy("COPY portfolio.record (school, scope, kind, id, body, keys) FROM STDIN (FORMAT binary)", out -> {
            for (Row row : sorted) {
                String keys = Keys.text(row.keys());
                out.row(6)
                        .field(schoolBytes)
                        .field(CopyWriter.of(row.scope().id()))
                        .field(utf8(row.kind().name()))
                        .field(CopyWriter.of(row.id()))
                        .field(row.json().utf8())
                        .field(keys == null ? null : utf8(keys));
            }
        });
        // Many rows have the same: an author's, for one.
        Map<Key, byte[]> hashes = new HashMap<>();
        copy("COPY portfolio.key (school, hash, id, scope, kind) FROM STDIN (FORMAT binary)", out -> {
            for (Row row : sorted) {
                for (Key key : row.keys()) {
                    out.row(5)
                            .field(schoolBytes)
                            .field(hashes.computeIfAbsent(key, Keys::hash))
                            .field(CopyWriter.of(row.id()))
                            .field(CopyWriter.of(row.scope().id()))
                            .field(utf8(row.kind().name()));
                }
            }
        });
    }

    private void copyEntries(List<Entry> entries) throws SQLException {
        copy("COPY portfolio.entry (school, position, scope, number, hash, body) FROM STDIN (FORMAT binary)", out -> {
            for (Entry entry : entries) {
                position++;
                out.row(6)
                        .field(schoolBytes)
                        .field(CopyWriter.of(position))
                        .field(CopyWriter.of(entry.scope().id()))
                        .field(CopyWriter.of(entry.number()))
                        .field(entry.hash().bytes())
                        .field(utf8(entry.body()));
            }
        });
    }

    private void writeHeads(Map<Scope, Head> heads) {
        if (heads.isEmpty()) return;
        List<Map.Entry<Scope, Head>> each = List.copyOf(heads.entrySet());
        handle.createUpdate("INSERT INTO portfolio.head (school, scope, length, hash)"
                        + " SELECT ?, n.scope, n.length, n.hash FROM unnest(?, ?, ?) AS n (scope, length, hash)"
                        + " ON CONFLICT (school, scope) DO UPDATE SET length = excluded.length, hash = excluded.hash")
                .bind(0, school)
                .bind(
                        1,
                        array(
                                "uuid",
                                each.stream().map(head -> head.getKey().id()).toArray()))
                .bind(
                        2,
                        array(
                                "int8",
                                each.stream()
                                        .map(head -> head.getValue().length())
                                        .toArray()))
                .bind(
                        3,
                        array(
                                "bytea",
                                each.stream()
                                        .map(head -> head.getValue().hash().bytes())
                                        .toArray(byte[][]::new)))
                .execute();
    }

    private static <T> Argument array(String type, List<T> elements, Function<? super T, ?> value) {
        return array(type, elements.stream().map(value).toArray());
    }

    private static Argument array(String type, Object[] elements) {
        return (at, statement, context) ->
                statement.setArray(at, statement.getConnection().createArrayOf(type, elements));
    }

    private interface Rows {
        void write(CopyWriter out) throws IOException;
    }

    private void copy(String sql, Rows rows) throws SQLException {
        PGConnection connection = handle.getConnection().unwrap(PGConnection.class);
        try (PGCopyOutputStream out = new PGCopyOutputStream(connection, sql, COPY_BUFFER)) {
            CopyWriter writer = new CopyWriter(out);
            rows.write(writer);
            writer.end();
        } catch (IOException e) {
            SQLException cause = Failures.sql(e);
            throw cause != null ? cause : new SQLException(e.getMessage(), "08006", e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
