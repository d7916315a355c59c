package org.eportfolio.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eportfolio.postgresql.Dossiers.PRODUCTION;
import static org.eportfolio.postgresql.Dossiers.dossier;
import static org.eportfolio.postgresql.Dossiers.head;
import static org.eportfolio.postgresql.Dossiers.id;
import static org.eportfolio.postgresql.Dossiers.put;
import static org.eportfolio.postgresql.Dossiers.putting;
import static org.eportfolio.postgresql.Dossiers.removing;
import static org.eportfolio.postgresql.Dossiers.row;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eportfolio.PageRequest;
import org.eportfolio.StorageException;
import org.eportfolio.spi.AccessLog;
import org.eportfolio.spi.FeedEntry;
import org.eportfolio.spi.Head;
import org.eportfolio.spi.Key;
import org.eportfolio.spi.LoggedReading;
import org.eportfolio.spi.Moving;
import org.eportfolio.spi.PortfolioStore;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.SearchIndex;
import org.eportfolio.spi.Stored;
import org.eportfolio.spi.View;
import org.eportfolio.spi.Watch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** All SQL that this store sends, and all that its scripts hold. */
class StatementsTest {
    private static final Instant MONDAY = Instant.parse("2026-11-23T08:00:00Z");
    private static final Key KEY = new Key("membership.cohort", "5A");
    private static final Pattern TABLE = Pattern.compile(
            "(?<!')portfolio\\.(school|head|entry|record|key|content|chunk|content_key|piece|reading|indexed|token|whole|away)\\b(?!_)(?:\\s+(?:AS\\s+)?([a-z])\\b)?");
    private static final Pattern FORBIDDEN = Pattern.compile(
            "pg_advisory|\\bnextval\\b|\\bserial\\b|\\bsequence\\b|generated\\s+(always|by)|create\\s+(\\w+\\s+)*trigger"
                    + "|create\\s+(global\\s+|local\\s+)?temp|\\blisten\\b|\\bnotify\\b|\\bset\\s+session\\b"
                    + "|\\bdeclare\\s+\\w+\\s+cursor|\\bwhere\\s+current\\s+of\\b|\\bmerge\\b|\\bdiscard\\b|\\breset\\b");
    /** Everything else of SET lasts as long as the session. */
    private static final Pattern SETTING =
            Pattern.compile("(?<![a-z] )\\bset\\s+(?!local|transaction)[a-z_.]+\\s*(=|to)\\s");

    private static final RecordedSource RECORDED = new RecordedSource();
    private static final List<String> SCRIPTS = List.of(
            "schema-1.sql",
            "schema-2.sql",
            "schema-3.sql",
            "schema-4.sql",
            "schema-5.sql",
            "schema-6.sql",
            "schema-7.sql",
            "schema-8.sql",
            "schema-9.sql",
            "row-level-security.sql",
            "views.sql");

    @TempDir
    static Path folder;

    @BeforeAll
    static void everything_is_done_once() throws Exception {
        try (PostgresSchools schools = PostgresSchools.open(RECORDED.over(Server.pool()))) {
            UUID id = UUID.randomUUID();
            try (PortfolioStore store = schools.create(id)) {
                Stored small = store.contents().write(new ByteArrayInputStream(new byte[10]), MONDAY);
                Stored large = store.contents().write(new ByteArrayInputStream(new byte[3 * Contents.PIECE]), MONDAY);
                put(store, row(dossier(1), 1, "{}", KEY));
                store.load(List.of(putting(head(store, dossier(1)), row(dossier(1), 2, "{}", KEY)))
                        .iterator());
                store.commit(removing(head(store, dossier(1)), row(dossier(1), 2, "{}")));
                store.<Boolean>read(view -> {
                    view.heads(List.of(dossier(1)));
                    view.scopes(null, 5);
                    view.scopes(id(1), 5);
                    view.find(dossier(1), PRODUCTION, id(1));
                    view.list(dossier(1), PRODUCTION, null, 5);
                    view.list(dossier(1), PRODUCTION, id(1), 5);
                    view.among(List.of(dossier(1)), PRODUCTION);
                    view.oldestAmong(List.of(dossier(1)), PRODUCTION, null, 5);
                    view.oldestAmong(List.of(dossier(1)), PRODUCTION, id(1), 5);
                    view.newestAmong(List.of(dossier(1)), PRODUCTION, null, 5);
                    view.newestAmong(List.of(dossier(1)), PRODUCTION, id(1), 5);
                    view.where(KEY, null, 5);
                    view.where(KEY, id(1), 5);
                    view.whereAny(List.of(KEY));
                    view.entries(dossier(1), 0, 5);
                    view.feed(0, 5);
                    return true;
                });
                try (var in = store.contents().open(large).orElseThrow()) {
                    in.readAllBytes();
                }
                store.contents().list(null, 5);
                store.contents().remove(small, MONDAY.plusSeconds(1));
                assertThat(store.check()).isEmpty();
                store.backup(folder.resolve("copy"));
                watched(store);
                AccessLog log = store.accessLog().orElseThrow();
                log.add(List.of(new LoggedReading(id(9), dossier(1), MONDAY, "m.durand", "TEACHER", "goal", null)));
                log.of(dossier(1), PageRequest.first(5));
                log.of(dossier(1), PageRequest.newest(5).after(id(10)));
                log.rename("m.durand", "anonyme-1");
                log.remove(dossier(1));
                log.removeBefore(MONDAY);
                SearchIndex index = store.searchIndex().orElseThrow();
                index.wholeBy("rules");
                index.clear();
            }
            UUID restored = UUID.randomUUID();
            schools.restore(folder.resolve("copy"), restored).close();
            schools.school(restored).close();
            moved(schools, restored);
            schools.list(null, 5);
            schools.list(restored, 5);
            schools.remove(restored);
        }
        encrypted();
    }

    private static void encrypted() throws Exception {
        PGSimpleDataSource source = Server.plain(Server.database());
        PostgresSchools.migrate(source);
        Server.run(source, "UPDATE portfolio.writing SET version = 6");
        try (PostgresSchools schools = PostgresSchools.open(RECORDED.over(source));
                PortfolioStore store = schools.create(UUID.randomUUID())) {
            store.contents().write(new ByteArrayInputStream(new byte[10]), MONDAY);
            PostgresSchools.upgrade(source);
            store.compact();
            assertThat(Server.seen(source, "SELECT count(*) FROM portfolio.content_key"))
                    .containsExactly("1");
        }
    }

    private static void moved(PostgresSchools schools, UUID school) {
        UUID move = UUID.randomUUID();
        UUID arriving = UUID.randomUUID();
        try (PortfolioStore from = schools.school(school);
                PortfolioStore to = schools.create(arriving)) {
            Moving leaving = from.moving().orElseThrow();
            Moving receiving = to.moving().orElseThrow();
            receiving.prepare(move, "here");
            List<FeedEntry> entries = from.read(view -> view.feed(0, 9));
            receiving.receive(move, new Moving.Arrival(entries, List.of(), List.of(row(dossier(1), 1, "{}", KEY))));
            leaving.leave(move, "there");
            leaving.stay(move);
            leaving.leave(move, "there");
            receiving.open(move, 1_000);
            assertThat(to.<Long>read(View::position)).isEqualTo(1_000);
            leaving.clear(move);
            assertThat(leaving.standing().state()).isEqualTo(Moving.State.MOVED);
            schools.create(school).close();
            assertThatThrownBy(() -> put(from, row(dossier(1), 1, "{}"))).isInstanceOf(StorageException.class);
        }
        schools.remove(arriving);
    }

    private static void watched(PortfolioStore store) throws InterruptedException {
        CountDownLatch looked = new CountDownLatch(1);
        Watch watch = store.watch(looked::countDown);
        looked.await();
        watch.close();
    }

    private static Stream<String> sent() {
        return Stream.concat(RECORDED.statements.stream(), SCRIPTS.stream().map(Migrations::text))
                .map(each -> each.replaceAll("--[^\\n]*", ""));
    }

    @Test
    void nothing_lasts_longer_than_a_transaction() {
        assertThat(RECORDED.settings).isEmpty();
        assertThat(sent().map(each -> each.toLowerCase(Locale.ROOT))
                        .filter(each -> FORBIDDEN.matcher(each).find()))
                .isEmpty();
        assertThat(RECORDED.statements.stream()
                        .map(each -> each.toLowerCase(Locale.ROOT))
                        .filter(each ->
                                each.startsWith("set ") && SETTING.matcher(each).find()))
                .isEmpty();
        assertThat(sent().filter(each -> each.contains("set_config("))).allMatch(each -> each.contains(", true)"));
    }

    @Test
    void every_statement_names_the_school_of_each_table() {
        List<String> statements = sent().flatMap(StatementsTest::single)
                .filter(each -> TABLE.matcher(each).find())
                .toList();
        assertThat(statements).hasSizeGreaterThan(40);
        List<String> unclear = new ArrayList<>();
        for (String each : statements) {
            Matcher table = TABLE.matcher(each);
            while (table.find()) if (!names(each, table)) unclear.add(table.group() + " in: " + each);
        }
        assertThat(unclear).isEmpty();
    }

    /** Of the scripts, each statement of theirs; definitions of tables have the school in their key. */
    private static Stream<String> single(String text) {
        return Stream.of(text.split(";"))
                .map(each -> each.replaceAll("\\s+", " ").strip())
                .filter(each -> !each.startsWith("ALTER TABLE") && !each.startsWith("CREATE POLICY"))
                .filter(each -> !each.startsWith("CLUSTER") && !each.startsWith("ANALYZE"));
    }

    private static boolean names(String statement, Matcher table) {
        String alias = table.group(2);
        String before = statement.substring(0, table.start()).strip();
        // A view shows whose each row is.
        if (statement.startsWith("CREATE OR REPLACE VIEW")) return statement.contains("SELECT " + alias + ".school, ");
        if (statement.startsWith("CREATE INDEX")) return statement.contains(" (school, ");
        if (statement.startsWith("CREATE TABLE"))
            return statement.contains("(school, ") || statement.contains("school uuid PRIMARY KEY");
        if (statement.startsWith("COPY portfolio.")) return statement.contains(table.group(1) + " (school, ");
        if (before.endsWith("INSERT INTO")) return statement.contains(table.group(1) + " (school, ");
        Set<String> names = alias == null || alias.isEmpty()
                ? Set.of("WHERE school ", "AND school ")
                : Set.of(" " + alias + ".school = ", " = " + alias + ".school", "(" + alias + ".school");
        return names.stream().anyMatch(statement::contains);
    }

    @Test
    void what_a_distributed_engine_refuses_is_not_there() {
        List<String> updates = sent().flatMap(StatementsTest::single)
                .filter(each -> each.contains(" SET ") && each.contains("UPDATE portfolio."))
                .toList();
        assertThat(updates).isNotEmpty();
        Pattern plain = Pattern.compile("UPDATE portfolio\\.\\w+ SET (\\w+ = (\\?|[a-z]_\\w+|NULL|0)(, )?)+ WHERE .*");
        assertThat(updates.stream()
                        .map(each -> each.substring(each.indexOf("UPDATE portfolio.")))
                        .filter(each -> !plain.matcher(each).matches()))
                .isEmpty();
    }

    @Test
    void what_lays_the_tables_out_on_citus_names_each_table_of_schools_and_each_function() {
        String script = Migrations.text("citus.sql");
        List<String> made = new ArrayList<>();
        SCRIPTS.stream().map(Migrations::text).forEach(each -> {
            Matcher table = Pattern.compile("CREATE TABLE portfolio\\.(\\w+) \\(\\s+school uuid")
                    .matcher(each);
            while (table.find()) made.add(table.group(1));
            Matcher function = Pattern.compile("FUNCTION portfolio\\.(\\w+)\\(\\s*a_school uuid")
                    .matcher(each);
            while (function.find()) made.add(function.group(1));
        });
        assertThat(made).hasSizeGreaterThan(15).allMatch(each -> script.contains("'" + each + "'"));
        assertThat(SCRIPTS.stream().map(Migrations::text).filter(each -> each.contains("FUNCTION portfolio.")))
                .allMatch(each -> Pattern.compile("FUNCTION portfolio\\.\\w+\\((?!\\s*a_school uuid)")
                        .matcher(each)
                        .results()
                        .findAny()
                        .isEmpty());
    }

    @Test
    void a_commit_is_one_round_trip_and_a_read_is_one_for_each_look_and_its_end() {
        RecordedSource counted = new RecordedSource();
        try (PostgresSchools schools = PostgresSchools.open(counted.over(Server.pool()));
                PortfolioStore store = schools.create(UUID.randomUUID())) {
            Row row = row(dossier(1), 1, "{}", KEY);
            counted.roundTrips.set(0);
            store.commit(putting(Head.EMPTY, row));
            assertThat(counted.roundTrips).hasValue(1);
            counted.roundTrips.set(0);
            store.<Boolean>read(view -> {
                view.head(dossier(1));
                view.list(dossier(1), PRODUCTION, null, 9);
                return view.position() == 1;
            });
            assertThat(counted.roundTrips).hasValue(3);
        }
    }

    @Test
    void a_reading_that_may_run_again_is_one_round_trip_if_one_look_is_enough() {
        RecordedSource counted = new RecordedSource();
        try (PostgresSchools schools = PostgresSchools.open(counted.over(Server.pool()));
                PortfolioStore store = schools.create(UUID.randomUUID())) {
            Row row = row(dossier(1), 1, "{}", KEY);
            store.commit(putting(Head.EMPTY, row));
            counted.roundTrips.set(0);
            Head head = store.glance(view -> {
                assertThat(view.find(dossier(1), PRODUCTION, row.id())).contains(row);
                assertThat(view.position()).isEqualTo(1);
                return view.head(dossier(1));
            });
            assertThat(head.length()).as("comes along with the row").isEqualTo(1);
            assertThat(counted.roundTrips).hasValue(1);
            counted.roundTrips.set(0);
            store.<Boolean>glance(view -> {
                view.list(dossier(1), PRODUCTION, null, 9);
                return view.where(KEY, null, 9).isEmpty();
            });
            assertThat(counted.roundTrips)
                    .as("two looks, and the end of a transaction")
                    .hasValue(3);
        }
    }
}
