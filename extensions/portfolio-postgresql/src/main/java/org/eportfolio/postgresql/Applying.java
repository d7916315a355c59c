package org.eportfolio.postgresql;

import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.eportfolio.spi.Entry;
import org.eportfolio.spi.Hash;
import org.eportfolio.spi.Head;
import org.eportfolio.spi.IndexedRow;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.RowName;
import org.eportfolio.spi.Scope;
import org.eportfolio.spi.Stored;
import org.jspecify.annotations.Nullable;

/** A group's one statement, and what the database answered. */
final class Applying {
    private static final String OUTCOME = "SELECT o_outcome, o_scope, o_number, o_hash FROM ";
    private static final String SQL = OUTCOME + "portfolio.apply(" + "?, ".repeat(20) + "?)";
    private static final String INDEXED = OUTCOME + "portfolio.apply_indexed(" + "?, ".repeat(25) + "?)";

    private final Connection connection;
    private final List<Array> made = new ArrayList<>();
    private final PreparedStatement statement;
    private int at = 1;

    private Applying(Connection connection, PreparedStatement statement) {
        this.connection = connection;
        this.statement = statement;
    }

    /**
     * @param stale where the scopes stand that have moved; empty when none has
     * @param missing a content that is not there
     */
    record Answer(Map<Scope, Head> stale, @Nullable Stored missing) {
        static final Answer DONE = new Answer(Map.of(), null);

        boolean done() {
            return stale.isEmpty() && missing == null;
        }
    }

    /** Makes all the changes of the group in one transaction and one round trip, or none of them. */
    static Answer apply(Connection connection, UUID school, Group group) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(group.indexed().isEmpty() ? SQL : INDEXED)) {
            Applying applying = new Applying(connection, statement);
            applying.bind(school, group);
            try (ResultSet rows = statement.executeQuery()) {
                return answer(rows, school);
            } finally {
                for (Array each : applying.made) each.free();
            }
        }
    }

    private static Answer answer(ResultSet rows, UUID school) throws SQLException {
        Map<Scope, Head> stale = new HashMap<>();
        while (rows.next()) {
            long number = rows.getLong(3);
            switch (rows.getString(1)) {
                case "done" -> {
                    return Answer.DONE;
                }
                case "missing" -> {
                    return new Answer(Map.of(), new Stored(Hash.of(rows.getBytes(4)), number));
                }
                case "stale" ->
                    stale.put(new Scope(rows.getObject(2, UUID.class)), new Head(number, Hash.of(rows.getBytes(4))));
                default -> throw PostgresSchools.unknown(school);
            }
        }
        return new Answer(stale, null);
    }

    private void bind(UUID school, Group group) throws SQLException {
        statement.setObject(at++, school);
        heads(group.basis());
        Collection<Stored> contents = group.contents();
        bytes(contents, content -> content.sha256().bytes());
        numbers(contents, Stored::size);
        Collection<RowName> removes = group.removes();
        ids(removes, name -> name.scope().id());
        texts(removes, name -> name.kind().name());
        ids(removes, RowName::id);
        Collection<Row> puts = group.puts();
        ids(puts, row -> row.scope().id());
        texts(puts, row -> row.kind().name());
        ids(puts, Row::id);
        bytes(puts, row -> row.json().utf8());
        texts(puts, row -> Keys.text(row.keys()));
        List<Entry> entries = group.entries();
        ids(entries, entry -> entry.scope().id());
        numbers(entries, Entry::number);
        bytes(entries, entry -> entry.hash().bytes());
        bytes(entries, entry -> entry.body().getBytes(StandardCharsets.UTF_8));
        heads(group.heads());
        if (!group.indexed().isEmpty()) index(group.indexed());
    }

    private void index(Collection<IndexedRow> rows) throws SQLException {
        ids(rows, row -> row.name().scope().id());
        texts(rows, row -> row.name().kind().name());
        ids(rows, row -> row.name().id());
        numbers(rows, IndexedRow::at);
        texts(rows, IndexedRow::text);
    }

    private void heads(Map<Scope, Head> heads) throws SQLException {
        Set<Map.Entry<Scope, Head>> each = heads.entrySet();
        ids(each, head -> head.getKey().id());
        numbers(each, head -> head.getValue().length());
        bytes(each, head -> head.getValue().hash().bytes());
    }

    private <T> void ids(Collection<T> from, Function<T, UUID> id) throws SQLException {
        array("uuid", from.stream().map(id).toArray(UUID[]::new));
    }

    private <T> void texts(Collection<T> from, Function<T, @Nullable String> text) throws SQLException {
        @Nullable String[] array = new @Nullable String[from.size()];
        int i = 0;
        for (T each : from) array[i++] = text.apply(each);
        array("text", array);
    }

    private <T> void numbers(Collection<T> from, Function<T, Long> number) throws SQLException {
        array("int8", from.stream().map(number).toArray(Long[]::new));
    }

    private <T> void bytes(Collection<T> from, Function<T, byte[]> bytes) throws SQLException {
        array("bytea", from.stream().map(bytes).toArray(byte[][]::new));
    }

    private void array(String type, @Nullable Object[] elements) throws SQLException {
        Array array = connection.createArrayOf(type, elements);
        made.add(array);
        statement.setArray(at++, array);
    }
}
