package org.eportfolio.sqlite;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.eportfolio.spi.Entry;
import org.eportfolio.spi.FeedEntry;
import org.eportfolio.spi.Hash;
import org.eportfolio.spi.Head;
import org.eportfolio.spi.IndexHit;
import org.eportfolio.spi.IndexQuery;
import org.eportfolio.spi.IndexedRow;
import org.eportfolio.spi.JsonText;
import org.eportfolio.spi.Key;
import org.eportfolio.spi.Kind;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.RowName;
import org.eportfolio.spi.Scope;
import org.eportfolio.spi.View;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;

/**
 * One snapshot, for as long as the read lasts and on its thread only; taken at the first look, if there is any.
 *
 * <p>One file for one interface: each look is its SQL and how a row of it is read, and all share the way a statement is asked.
 */
final class SqliteView implements View {
    private static final byte[] BEFORE_ALL = new byte[0];

    private static final byte[] AFTER_ALL = afterAll();

    private static final String OLDEST_AMONG = pageAmong("> ?", "");
    private static final String NEWEST_AMONG = pageAmong("< ?", " DESC");

    private static final Comparator<RowName> BY_ID = Comparator.comparing(RowName::id, UuidBytes.UNSIGNED)
            .thenComparing(name -> name.scope().id(), UuidBytes.UNSIGNED)
            .thenComparing(name -> name.kind().name());

    private final ReadConnections readers;
    private final KindNumbers kinds;
    private final Failures failures;
    private final Thread thread = Thread.currentThread();
    private @Nullable Session session;
    private long position;
    private boolean ended;
    /** The connection's statements are not to be trusted then. */
    private boolean failed;

    SqliteView(ReadConnections readers, KindNumbers kinds, Failures failures) {
        this.readers = readers;
        this.kinds = kinds;
        this.failures = failures;
    }

    /** The connection whose transaction is the snapshot; to be used within {@link #whileOpen}. */
    Session session() throws SQLException {
        if (session == null) {
            session = readers.lend();
            session.begin("BEGIN");
            position = place(session);
        }
        return session;
    }

    /** BEGIN alone takes no snapshot; the first query does. If the end of the journal is damaged, the rest can be read. */
    private static long place(Session session) throws SQLException {
        try {
            return session.number("SELECT max(position) FROM entry");
        } catch (SQLException e) {
            if (Failures.code(e) != SQLiteErrorCode.SQLITE_CORRUPT) throw e;
            session.forgetStatements();
            return -1;
        }
    }

    /** Nothing can be asked any more. */
    void end() {
        ended = true;
        if (session != null) readers.giveBack(session, !failed);
    }

    @Override
    public Head head(Scope scope) {
        return whileOpen(() -> session()
                .first(
                        "SELECT length, hash FROM scope WHERE id = ?",
                        row -> new Head(row.getLong(1), Hash.of(row.getBytes(2))),
                        UuidBytes.bytes(scope.id()))
                .orElse(Head.EMPTY));
    }

    @Override
    public Map<Scope, Head> heads(Collection<Scope> scopes) {
        Map<Scope, Head> heads = new HashMap<>();
        if (scopes.size() == 1) {
            scopes.forEach(scope -> heads.put(scope, head(scope)));
            return heads;
        }
        scopes.forEach(scope -> heads.put(scope, Head.EMPTY));
        whileOpen(() -> session()
                .all(
                        "SELECT s.id, s.length, s.hash FROM json_each(?) j CROSS JOIN scope s ON s.id = unhex(j.value)",
                        row -> Objects.requireNonNull(heads.put(
                                new Scope(UuidBytes.uuid(row.getBytes(1))),
                                new Head(row.getLong(2), Hash.of(row.getBytes(3))))),
                        HexArray.ofScopes(heads.keySet())));
        return heads;
    }

    @Override
    public long position() {
        whileOpen(this::session);
        return position;
    }

    @Override
    public List<Scope> scopes(@Nullable UUID after, int limit) {
        return whileOpen(() -> query(
                        "SELECT id FROM scope WHERE id > ? AND length > 0 ORDER BY id LIMIT ?",
                        after(after),
                        atMost(limit))
                .map((row, context) -> new Scope(UuidBytes.uuid(row.getBytes(1))))
                .list());
    }

    @Override
    public Optional<Row> find(Scope scope, Kind kind, UUID id) {
        return whileOpen(() -> {
            Long key = kinds.key(kind, session());
            if (key == null) return Optional.empty();
            return session()
                    .first(
                            "SELECT r.id, r.body, r.keys FROM scope s CROSS JOIN record r ON r.scope = s.key"
                                    + " WHERE s.id = ? AND r.kind = ? AND r.id = ?",
                            row -> row(row, scope, kind, 1),
                            UuidBytes.bytes(scope.id()),
                            key,
                            UuidBytes.bytes(id));
        });
    }

    @Override
    public List<Row> rows(Collection<RowName> names) {
        if (names.isEmpty()) return List.of();
        return whileOpen(() -> session()
                .all(
                        "SELECT s.id, r.kind, r.id, r.body, r.keys FROM json_each(?) j"
                                + " CROSS JOIN scope s ON s.id = unhex(j.value ->> 0)"
                                + " CROSS JOIN kind k ON k.name = CAST(unhex(j.value ->> 1) AS TEXT)"
                                + " CROSS JOIN record r ON r.scope = s.key AND r.kind = k.key"
                                + " AND r.id = unhex(j.value ->> 2)",
                        this::anywhere,
                        HexArray.ofNames(names)));
    }

    @Override
    public List<Row> list(Scope scope, Kind kind, @Nullable UUID after, int limit) {
        return whileOpen(() -> {
            Long key = kinds.key(kind, session());
            if (key == null) return List.of();
            return session()
                    .all(
                            "SELECT r.id, r.body, r.keys FROM scope s CROSS JOIN record r ON r.scope = s.key"
                                    + " WHERE s.id = ? AND r.kind = ? AND r.id > ? ORDER BY r.id LIMIT ?",
                            row -> row(row, scope, kind, 1),
                            UuidBytes.bytes(scope.id()),
                            key,
                            after(after),
                            atMost(limit));
        });
    }

    /** Kinds that are not wanted are few, if any, so that they are read and left out. */
    @Override
    public List<Row> listAll(Scope scope, Set<Kind> wanted, @Nullable RowName after, int limit) {
        List<Row> found = new ArrayList<>();
        RowName from = after;
        while (true) {
            int asked = limit - found.size();
            List<Row> page = anyOf(scope, from, asked);
            for (Row row : page) if (wanted.contains(row.kind())) found.add(row);
            if (page.size() < asked || found.size() == limit) return found;
            from = RowName.of(page.get(asked - 1));
        }
    }

    private List<Row> anyOf(Scope scope, @Nullable RowName after, int limit) {
        return whileOpen(() -> {
            Session session = session();
            Long kind = after == null ? null : kinds.key(after.kind(), session);
            return session()
                    .all(
                            "SELECT r.kind, r.id, r.body, r.keys FROM scope s CROSS JOIN record r ON r.scope = s.key"
                                    + " WHERE s.id = ? AND (r.kind, r.id) > (?, ?) ORDER BY r.kind, r.id LIMIT ?",
                            row -> row(row, scope, kinds.kind(row.getLong(1), session), 2),
                            UuidBytes.bytes(scope.id()),
                            kind == null ? -1L : kind,
                            after(after == null ? null : after.id()),
                            atMost(limit));
        });
    }

    @Override
    public List<Row> among(Collection<Scope> scopes, Kind kind) {
        return whileOpen(() -> {
            Long key = kinds.key(kind, session());
            if (key == null || scopes.isEmpty()) return List.of();
            List<Scope> sorted = scopes.stream()
                    .distinct()
                    .sorted(Comparator.comparing(Scope::id, UuidBytes.UNSIGNED))
                    .toList();
            // The loops run in the order wanted, so SQLite need not sort the bodies; Java makes sure of it.
            List<Row> rows = session()
                    .all(
                            "SELECT j.key, r.id, r.body, r.keys FROM json_each(?) j"
                                    + " CROSS JOIN scope s ON s.id = unhex(j.value)"
                                    + " CROSS JOIN record r ON r.scope = s.key AND r.kind = ?",
                            row -> row(row, sorted.get(row.getInt(1)), kind, 2),
                            HexArray.ofScopes(sorted),
                            key);
            rows.sort(Comparator.comparing((Row row) -> row.scope().id(), UuidBytes.UNSIGNED)
                    .thenComparing(Row::id, UuidBytes.UNSIGNED));
            return rows;
        });
    }

    @Override
    public List<Row> oldestAmong(Collection<Scope> scopes, Kind kind, @Nullable UUID after, int limit) {
        return pageAmong(scopes, kind, OLDEST_AMONG, after(after), limit);
    }

    @Override
    public List<Row> newestAmong(Collection<Scope> scopes, Kind kind, @Nullable UUID before, int limit) {
        return pageAmong(scopes, kind, NEWEST_AMONG, before == null ? AFTER_ALL : UuidBytes.bytes(before), limit);
    }

    private List<Row> pageAmong(Collection<Scope> scopes, Kind kind, String sql, byte[] beyond, int limit) {
        return whileOpen(() -> {
            Long key = kinds.key(kind, session());
            if (key == null || scopes.isEmpty()) return List.of();
            List<Scope> asked = scopes.stream().distinct().toList();
            return session()
                    .all(
                            sql,
                            row -> row(row, asked.get(row.getInt(1)), kind, 2),
                            HexArray.ofScopes(asked),
                            key,
                            beyond,
                            atMost(limit),
                            key);
        });
    }

    @Override
    public List<Row> where(Key key, @Nullable UUID after, int limit) {
        return whileOpen(() -> session()
                .all(
                        "SELECT s.id, r.kind, r.id, r.body, r.keys FROM record_key k"
                                + " CROSS JOIN record r ON r.scope = k.scope AND r.kind = k.kind AND r.id = k.id"
                                + " CROSS JOIN scope s ON s.key = k.scope"
                                + " WHERE k.name = ? AND k.value = ? AND k.id > ? ORDER BY k.id LIMIT ?",
                        this::anywhere,
                        key.name(),
                        key.value(),
                        after(after),
                        atMost(limit)));
    }

    @Override
    public List<Row> whereAny(Collection<Key> keys) {
        if (keys.isEmpty()) return List.of();
        String wanted = HexArray.ofKeys(keys);
        TreeMap<RowName, Row> found = new TreeMap<>(BY_ID);
        whileOpen(() -> session()
                        .all(
                                "SELECT s.id, r.kind, r.id, r.body, r.keys FROM json_each(?) j"
                                        + " CROSS JOIN record_key k ON k.name = CAST(unhex(j.value ->> 0) AS TEXT)"
                                        + " AND k.value = CAST(unhex(j.value ->> 1) AS TEXT)"
                                        + " CROSS JOIN record r ON r.scope = k.scope AND r.kind = k.kind AND r.id = k.id"
                                        + " CROSS JOIN scope s ON s.key = k.scope",
                                this::anywhere,
                                wanted))
                .forEach(row -> found.put(RowName.of(row), row));
        return List.copyOf(found.values());
    }

    @Override
    public List<Entry> entries(Scope scope, long afterNumber, int limit) {
        return whileOpen(() -> session()
                .all(
                        "SELECT e.number, e.hash, e.body FROM scope s CROSS JOIN entry e ON e.scope = s.key"
                                + " WHERE s.id = ? AND e.number > ? ORDER BY e.number LIMIT ?",
                        row -> entry(row, scope, 1),
                        UuidBytes.bytes(scope.id()),
                        afterNumber,
                        atMost(limit)));
    }

    @Override
    public List<FeedEntry> feed(long afterPosition, int limit) {
        return whileOpen(() -> session()
                .all(
                        "SELECT e.position, s.id, e.number, e.hash, e.body FROM entry e"
                                + " CROSS JOIN scope s ON s.key = e.scope"
                                + " WHERE e.position > ? ORDER BY e.position LIMIT ?",
                        row -> new FeedEntry(row.getLong(1), entry(row, new Scope(UuidBytes.uuid(row.getBytes(2))), 3)),
                        afterPosition,
                        atMost(limit)));
    }

    @Override
    public String indexedBy() {
        return whileOpen(() -> tokens().rules());
    }

    @Override
    public List<IndexHit> hits(IndexQuery query) {
        if (query.isEmpty()) return List.of();
        String scopes = query.scopes() == null ? null : HexArray.ofScopes(query.scopes());
        return whileOpen(() -> tokens().hits(query, scopes));
    }

    @Override
    public List<IndexedRow> indexed(Scope scope) {
        return whileOpen(() -> tokens().of(scope));
    }

    private TokenQueries tokens() throws SQLException {
        return new TokenQueries(session(), kinds);
    }

    /** Asks something of the snapshot; for the store's own queries too. */
    <T> T whileOpen(Failures.Work<T> work) {
        if (ended || Thread.currentThread() != thread) {
            throw new IllegalStateException("a view lives inside its read and on its thread only");
        }
        boolean answered = false;
        try {
            T answer = failures.translated(work);
            answered = true;
            return answer;
        } finally {
            failed |= !answered;
        }
    }

    Query query(String sql, Object... arguments) throws SQLException {
        Query query = session().handle().createQuery(sql);
        for (int i = 0; i < arguments.length; i++) query.bind(i, arguments[i]);
        return query;
    }

    /** A row with its scope's id and its kind before it. */
    private Row anywhere(ResultSet row) throws SQLException {
        return row(row, new Scope(UuidBytes.uuid(row.getBytes(1))), kinds.kind(row.getLong(2), session()), 3);
    }

    private static Row row(ResultSet row, Scope scope, Kind kind, int from) throws SQLException {
        UUID id = UuidBytes.uuid(row.getBytes(from));
        return new Row(scope, kind, id, JsonText.ofUtf8(row.getBytes(from + 1)), KeyText.parse(row.getBytes(from + 2)));
    }

    /** As bytes even what is text: the driver's way to a string is long. */
    private static String text(ResultSet row, int column) throws SQLException {
        return new String(row.getBytes(column), StandardCharsets.UTF_8);
    }

    private static Entry entry(ResultSet row, Scope scope, int from) throws SQLException {
        return new Entry(scope, row.getLong(from), Hash.of(row.getBytes(from + 1)), text(row, from + 2));
    }

    /** Finds the ids first, so that only the bodies of the page are read. */
    private static String pageAmong(String beyond, String direction) {
        return "SELECT f.place, r.id, r.body, r.keys FROM"
                + " (SELECT j.key AS place, r.scope AS scope, r.id AS id FROM json_each(?) j"
                + " CROSS JOIN scope s ON s.id = unhex(j.value)"
                + " CROSS JOIN record r ON r.scope = s.key AND r.kind = ? AND r.id " + beyond
                + " ORDER BY r.id" + direction + " LIMIT ?) f"
                + " CROSS JOIN record r ON r.scope = f.scope AND r.kind = ? AND r.id = f.id ORDER BY f.id" + direction;
    }

    /** One byte more than an id. */
    private static byte[] afterAll() {
        byte[] bytes = new byte[17];
        Arrays.fill(bytes, (byte) 0xff);
        return bytes;
    }

    private static byte[] after(@Nullable UUID id) {
        return id == null ? BEFORE_ALL : UuidBytes.bytes(id);
    }

    /** SQLite takes a negative limit for none. */
    private static int atMost(int limit) {
        if (limit < 0) throw new IllegalArgumentException("a limit cannot be " + limit);
        return limit;
    }
}
