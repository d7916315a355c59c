package org.eportfolio.exchange.kept;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eportfolio.core.internal.codec.RecordJson;
import org.eportfolio.core.internal.kind.KindHome;
import org.eportfolio.core.internal.kind.Kinds;
import org.eportfolio.core.internal.kind.RecordKind;
import org.eportfolio.spi.JsonText;
import org.eportfolio.spi.Key;
import org.eportfolio.spi.Scope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is stored keeps its names whatever the Java types are called: kinds, fields, type tags, constants, ids and keys.
 * Only here do these tests look behind the public API.
 */
class KeptRecordsTest {
    /** Every kind that ec5b173 knew. */
    private static final Set<String> KINDS = Set.of("""
                    adaptation adoption advice alias assessment authorisation cohort crosswalk departure dossier draft
                    erasure exam-file feedback founding framework goal grant group group-appraisal group-contribution
                    handover interview interview-note interview-reply levels link membership mission mission-report
                    mission-report-draft mission-work nudge-digest nudge-settings original pathway person
                    preparation-sheet privacy-request production progress-note project reading recording reflection
                    reflection-draft review review-assignment review-campaign review-draw review-hand-in scenario seal
                    showcase staff-note succession visit watch-entry workplace year-plan""".split("\\s+"));

    /** These hold maps without an order of their own, so that each run writes their fields in another. */
    private static final Set<String> UNORDERED = Set.of("levels", "nudge-digest");

    private static final Pattern BEGINNING = Pattern.compile("\\{\"v\":(\\d+),\"s\":\"([^\"]*)\"");
    private static final RecordJson JSON = new RecordJson();
    private static final ObjectMapper TREES = new ObjectMapper();
    private static final Map<String, RecordKind<?>> KNOWN =
            Kinds.ALL.stream().collect(Collectors.toMap(each -> each.kind().name(), Function.identity()));

    @TempDir
    Path folder = Path.of("");

    private KeptFiles kept = new KeptFiles(folder);

    @BeforeEach
    void files_are_copied_before_they_are_opened() {
        kept = new KeptFiles(folder);
    }

    /** A record as it is stored. */
    private record Row(String kind, UUID scope, UUID id, String body, Set<Key> keys) {
        int version() {
            return Integer.parseInt(beginning().group(1));
        }

        String secret() {
            return beginning().group(2);
        }

        private Matcher beginning() {
            Matcher beginning = BEGINNING.matcher(body);
            assertThat(beginning.lookingAt()).as(body).isTrue();
            return beginning;
        }
    }

    @Test
    void every_kind_is_in_the_kept_file_and_still_a_kind() throws Exception {
        assertThat(rows(KeptFiles.SCHOOL_2).stream().map(Row::kind).collect(Collectors.toSet()))
                .isEqualTo(KINDS);
        assertThat(KNOWN.keySet()).containsAll(KINDS);
    }

    @ParameterizedTest
    @ValueSource(strings = {KeptFiles.SCHOOL_1, KeptFiles.SCHOOL_2, KeptFiles.BEFORE_ERASURE})
    void each_record_is_read_and_written_again_to_the_same_bytes(String file) throws Exception {
        for (Row row : rows(file)) writtenAgain(row, KNOWN.get(row.kind()));
    }

    private static <T> void writtenAgain(Row row, RecordKind<T> kind) throws IOException {
        T record = JSON.record(JsonText.of(row.body()), kind.type(), kind.upgrades());
        int current = kind.upgrades().current();
        String again = JSON.body(record, current, row.secret()).toString();
        if (row.version() != current) {
            assertThat(JSON.record(JsonText.of(again), kind.type(), kind.upgrades()))
                    .isEqualTo(record);
        } else if (UNORDERED.contains(row.kind())) {
            assertThat(TREES.readTree(again)).isEqualTo(TREES.readTree(row.body()));
        } else {
            assertThat(again).as(row.kind()).isEqualTo(row.body());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {KeptFiles.SCHOOL_1, KeptFiles.SCHOOL_2, KeptFiles.BEFORE_ERASURE})
    void each_record_is_where_it_was_and_found_by_the_same_keys(String file) throws Exception {
        for (Row row : rows(file)) found(row, KNOWN.get(row.kind()));
    }

    private static <T> void found(Row row, RecordKind<T> kind) {
        T record = JSON.record(JsonText.of(row.body()), kind.type(), kind.upgrades());
        assertThat(kind.id().apply(record)).as(row.body()).isEqualTo(row.id());
        assertThat(kind.scope().apply(record)).as(row.body()).isEqualTo(new Scope(row.scope()));
        assertThat(kind.keys().apply(record)).as(row.body()).isEqualTo(row.keys());
    }

    @Test
    void records_are_kept_where_the_definition_of_their_kind_says() throws Exception {
        for (Row row : rows(KeptFiles.SCHOOL_2)) {
            KindHome where =
                    new Scope(row.scope()).equals(Scope.ORGANISATION) ? KindHome.ORGANISATION : KindHome.DOSSIER;
            assertThat(KNOWN.get(row.kind()).home()).as(row.kind()).isIn(where, KindHome.EITHER);
        }
    }

    private List<Row> rows(String file) throws IOException, SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + kept.copy(file));
                Statement statement = connection.createStatement()) {
            List<Row> rows = new ArrayList<>();
            try (ResultSet each = statement.executeQuery("""
                    SELECT kind.name, scope.id, record.id, record.body
                    FROM record JOIN kind ON kind.key = record.kind JOIN scope ON scope.key = record.scope""")) {
                while (each.next()) {
                    rows.add(new Row(
                            each.getString(1),
                            uuid(each.getBytes(2)),
                            uuid(each.getBytes(3)),
                            each.getString(4),
                            new HashSet<>()));
                }
            }
            Map<String, Row> byName = rows.stream()
                    .collect(Collectors.toMap(row -> row.kind() + row.scope() + row.id(), Function.identity()));
            try (ResultSet each = statement.executeQuery("""
                    SELECT kind.name, scope.id, record_key.id, record_key.name, record_key.value FROM record_key
                    JOIN kind ON kind.key = record_key.kind JOIN scope ON scope.key = record_key.scope""")) {
                while (each.next()) {
                    byName.get(each.getString(1) + uuid(each.getBytes(2)) + uuid(each.getBytes(3)))
                            .keys()
                            .add(new Key(each.getString(4), each.getString(5)));
                }
            }
            return rows;
        }
    }

    private static UUID uuid(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
