package org.eportfolio.postgresql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.jspecify.annotations.Nullable;

/** One snapshot, for as long as the read lasts and on its thread only: of each look the SQL, and how a row of it is read. */
final class PostgresView implements View {
    private static final UUID FIRST = new UUID(0, 0);
    private static final UUID LAST = new UUID(-1, -1);
    private static final String ROW = "r.id, r.body, r.keys";
    /** OFFSET 0 keeps the planner from walking through a whole school. */
    private static final String KEYED = "FROM portfolio.key k CROSS JOIN LATERAL (SELECT r.scope, r.kind, " + ROW
            + " FROM portfolio.record r WHERE r.school = k.school AND r.scope = k.scope AND r.kind = k.kind"
            + " AND r.id = k.id OFFSET 0) AS r";

    private static final String RECORD =
            " FROM portfolio.record r WHERE r.school = ? AND r.scope = ? AND r.kind = ? AND r.id = ?";
    private static final String FIND = "SELECT " + ROW + RECORD;
    private static final String FIND_AND_HEAD = "SELECT " + ROW + ", CAST(NULL AS bigint), CAST(NULL AS bytea)" + RECORD
            + " UNION ALL SELECT NULL, NULL, NULL, h.length, h.hash FROM portfolio.head h"
            + " WHERE h.school = ? AND h.scope = ?";

    private static final String AMONG = "SELECT r.scope, " + ROW
            + " FROM portfolio.record r WHERE r.school = ? AND r.scope = ANY (?) AND r.kind = ? AND r.id ";

    private final UUID school;
    private final Looks looks;
    /** Ends of chains that came along with rows. */
    private final Map<Scope, Head> besides = new HashMap<>();

    PostgresView(UUID school, Looks looks) {
        this.school = school;
        this.looks = looks;
    }

    /** Nothing can be asked any more. */
    void end() {
        looks.end();
    }

    @Override
    public Head head(Scope scope) {
        Head found = besides.get(scope);
        return found != null ? found : lookedUp(scope);
    }

    private Head lookedUp(Scope scope) {
        return first(
                        row -> new Head(row.getLong(1), Hash.of(row.getBytes(2))),
                        "SELECT length, hash FROM portfolio.head WHERE school = ? AND scope = ?",
                        scope.id())
                .orElse(Head.EMPTY);
    }

    @Override
    public Map<Scope, Head> heads(Collection<Scope> scopes) {
        Map<Scope, Head> heads = new HashMap<>();
        scopes.forEach(scope -> heads.put(scope, Head.EMPTY));
        if (scopes.isEmpty()) return heads;
        all(
                        row -> Map.entry(
                                new Scope(row.getObject(1, UUID.class)),
                                new Head(row.getLong(2), Hash.of(row.getBytes(3)))),
                        "SELECT scope, length, hash FROM portfolio.head WHERE school = ? AND scope = ANY (?)",
                        (Object) ids(heads.keySet()))
                .forEach(head -> heads.put(head.getKey(), head.getValue()));
        return heads;
    }

    @Override
    public long position() {
        return looks.position();
    }

    @Override
    public List<Scope> scopes(@Nullable UUID after, int limit) {
        String query = "SELECT scope FROM portfolio.head WHERE school = ? AND length > 0 AND scope " + beyond(after)
                + " ? ORDER BY scope LIMIT ?";
        return all(row -> new Scope(row.getObject(1, UUID.class)), query, from(after), atMost(limit));
    }

    /** The end of the scope's chain comes along, which is what is mostly asked next. */
    @Override
    public Optional<Row> find(Scope scope, Kind kind, UUID id) {
        if (besides.containsKey(scope))
            return first(row -> row(row, scope, kind, 1), FIND, scope.id(), kind.name(), id);
        Map<Scope, Head> end = new HashMap<>(Map.of(scope, Head.EMPTY));
        List<Row> found = all(
                        row -> {
                            byte[] hash = row.getBytes(5);
                            if (hash == null) return Optional.of(row(row, scope, kind, 1));
                            end.put(scope, new Head(row.getLong(4), Hash.of(hash)));
                            return Optional.<Row>empty();
                        },
                        FIND_AND_HEAD,
                        scope.id(),
                        kind.name(),
                        id,
                        school,
                        scope.id())
                .stream()
                .flatMap(Optional::stream)
                .toList();
        besides.putAll(end);
        return found.stream().findFirst();
    }

    @Override
    public List<Row> list(Scope scope, Kind kind, @Nullable UUID after, int limit) {
        String query = "SELECT " + ROW
                + " FROM portfolio.record r WHERE r.school = ? AND r.scope = ? AND r.kind = ? AND r.id "
                + beyond(after) + " ? ORDER BY r.id LIMIT ?";
        return all(row -> row(row, scope, kind, 1), query, scope.id(), kind.name(), from(after), atMost(limit));
    }

    @Override
    public List<Row> listAll(Scope scope, Set<Kind> kinds, @Nullable RowName after, int limit) {
        String[] names = kinds.stream().map(Kind::name).toArray(String[]::new);
        return all(
                row -> row(row, scope, new Kind(row.getString(1)), 2),
                "SELECT r.kind, " + ROW + " FROM portfolio.record r WHERE r.school = ? AND r.scope = ?"
                        + " AND (r.kind, r.id) > (?, ?) AND r.kind = ANY (?) ORDER BY r.kind, r.id LIMIT ?",
                scope.id(),
                after == null ? "" : after.kind().name(),
                from(after == null ? null : after.id()),
                names,
                atMost(limit));
    }

    @Override
    public List<Row> among(Collection<Scope> scopes, Kind kind) {
        if (scopes.isEmpty()) return List.of();
        return all(
                row -> row(row, new Scope(row.getObject(1, UUID.class)), kind, 2),
                "SELECT r.scope, " + ROW + " FROM portfolio.record r"
                        + " WHERE r.school = ? AND r.scope = ANY (?) AND r.kind = ? ORDER BY r.scope, r.id",
                ids(scopes),
                kind.name());
    }

    @Override
    public List<Row> oldestAmong(Collection<Scope> scopes, Kind kind, @Nullable UUID after, int limit) {
        if (scopes.isEmpty()) return List.of();
        String end = beyond(after) + " ? ORDER BY r.id LIMIT ?";
        return all(
                row -> row(row, new Scope(row.getObject(1, UUID.class)), kind, 2),
                AMONG + end,
                ids(scopes),
                kind.name(),
                from(after),
                atMost(limit));
    }

    @Override
    public List<Row> newestAmong(Collection<Scope> scopes, Kind kind, @Nullable UUID before, int limit) {
        if (scopes.isEmpty()) return List.of();
        String end = (before == null ? "<=" : "<") + " ? ORDER BY r.id DESC LIMIT ?";
        UUID from = before == null ? LAST : before;
        return all(
                row -> row(row, new Scope(row.getObject(1, UUID.class)), kind, 2),
                AMONG + end,
                ids(scopes),
                kind.name(),
                from,
                atMost(limit));
    }

    @Override
    public List<Row> where(Key key, @Nullable UUID after, int limit) {
        String query = "SELECT r.scope, r.kind, " + ROW + " " + KEYED + " WHERE k.school = ? AND k.hash = ? AND k.id "
                + beyond(after) + " ? ORDER BY k.id LIMIT ?";
        return all(PostgresView::anywhere, query, Keys.hash(key), from(after), atMost(limit));
    }

    @Override
    public List<Row> whereAny(Collection<Key> keys) {
        if (keys.isEmpty()) return List.of();
        TreeMap<RowName, Row> found = new TreeMap<>(UnsignedOrder.OF_NAMES);
        all(
                        PostgresView::anywhere,
                        "SELECT r.scope, r.kind, " + ROW + " " + KEYED + " WHERE k.school = ? AND k.hash = ANY (?)",
                        (Object) keys.stream().distinct().map(Keys::hash).toArray(byte[][]::new))
                .forEach(row -> found.put(RowName.of(row), row));
        return List.copyOf(found.values());
    }

    @Override
    public List<Entry> entries(Scope scope, long afterNumber, int limit) {
        return all(
                row -> entry(row, scope, 1),
                "SELECT number, hash, body FROM portfolio.entry"
                        + " WHERE school = ? AND scope = ? AND number > ? ORDER BY number LIMIT ?",
                scope.id(),
                afterNumber,
                atMost(limit));
    }

    @Override
    public List<FeedEntry> feed(long afterPosition, int limit) {
        return all(
                row -> new FeedEntry(row.getLong(1), entry(row, new Scope(row.getObject(2, UUID.class)), 3)),
                "SELECT position, scope, number, hash, body FROM portfolio.entry"
                        + " WHERE school = ? AND position > ? ORDER BY position LIMIT ?",
                afterPosition,
                atMost(limit));
    }

    @Override
    public String indexedBy() {
        looks.needSnapshot();
        return first(row -> row.getString(1), "SELECT rules FROM portfolio.whole WHERE school = ?")
                .orElse("");
    }

    @Override
    public List<IndexHit> hits(IndexQuery query) {
        if (query.isEmpty()) return List.of();
        TokenStretches stretches = TokenStretches.of(query);
        String[] kinds = query.kinds().stream().map(Kind::name).toArray(String[]::new);
        if (query.scopes() == null) {
            return all(TokenStretches::hit, TokenStretches.EVERYWHERE, stretches.from(), stretches.to(), kinds);
        }
        return all(
                TokenStretches::hit,
                TokenStretches.IN_SCOPES,
                ids(query.scopes()),
                stretches.from(),
                stretches.to(),
                kinds);
    }

    @Override
    public List<IndexedRow> indexed(Scope scope) {
        return all(
                row -> new IndexedRow(
                        new RowName(scope, new Kind(row.getString(1)), row.getObject(2, UUID.class)),
                        row.getLong(3),
                        IndexedRow.tokens(row.getString(4))),
                "SELECT kind, id, at, tokens FROM portfolio.indexed WHERE school = ? AND scope = ?",
                scope.id());
    }

    <T> List<T> all(Looks.Reading<T> reading, String query, Object... arguments) {
        return looks.all(reading, query, arguments);
    }

    private <T> Optional<T> first(Looks.Reading<T> reading, String query, Object... arguments) {
        List<T> found = all(reading, query, arguments);
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
    }

    private static UUID[] ids(Collection<Scope> scopes) {
        return scopes.stream().map(Scope::id).distinct().toArray(UUID[]::new);
    }

    /** A row with its scope's id and its kind before it. */
    private static Row anywhere(ResultSet row) throws SQLException {
        return row(row, new Scope(row.getObject(1, UUID.class)), new Kind(row.getString(2)), 3);
    }

    private static Row row(ResultSet row, Scope scope, Kind kind, int from) throws SQLException {
        UUID id = row.getObject(from, UUID.class);
        // As bytes even what is text, which the driver gives as it came.
        return new Row(scope, kind, id, JsonText.ofUtf8(row.getBytes(from + 1)), Keys.parse(row.getBytes(from + 2)));
    }

    private static Entry entry(ResultSet row, Scope scope, int from) throws SQLException {
        return new Entry(scope, row.getLong(from), Hash.of(row.getBytes(from + 1)), row.getString(from + 2));
    }

    private static String beyond(@Nullable UUID after) {
        return after == null ? ">=" : ">";
    }

    private static UUID from(@Nullable UUID after) {
        return after == null ? FIRST : after;
    }

    private static long atMost(int limit) {
        if (limit < 0) throw new IllegalArgumentException("a limit cannot be " + limit);
        return limit;
    }
}
