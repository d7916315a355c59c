package org.eportfolio.core.keeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eportfolio.StorageException;
import org.eportfolio.assessment.Assessment;
import org.eportfolio.core.Desk;
import org.eportfolio.core.Portfolio;
import org.eportfolio.core.Story;
import org.eportfolio.core.VosReves;
import org.eportfolio.journal.Verification.Fault;
import org.eportfolio.school.Actor;
import org.eportfolio.spi.Change;
import org.eportfolio.spi.Kind;
import org.eportfolio.spi.PortfolioStore;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.RowName;
import org.eportfolio.sqlite.SqliteStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** D5: whatever is altered, removed, added or swapped behind the library's back is found and named. */
class TamperingTest {
    private static final Kind ASSESSMENT = new Kind("assessment");

    @Nested
    class ThroughTheSpi extends Story {
        private Assessment given;
        private RowName name;

        @BeforeEach
        void something() {
            given = school.positioned(school.durand, "C3.1", "en-cours");
            name = new RowName(
                    VosReves.scope(school.dossier), ASSESSMENT, given.id().value());
        }

        @Test
        void an_altered_record_is_named() {
            Row row = row();
            put(new Row(row.scope(), row.kind(), row.id(), row.body().replace("en-cours", "maitrise"), row.keys()));
            found("record.altered", given.id().toString());
        }

        @Test
        void a_removed_record_is_named() {
            school.store.commit(new Change(Map.of(), List.of(name), List.of(), List.of()));
            found("record.missing", given.id().toString());
        }

        @Test
        void current_levels_that_do_not_follow_from_the_assessments_are_named() {
            Row card = school.store.<Row>read(
                    view -> view.list(name.scope(), new Kind("levels"), null, 1).get(0));
            put(new Row(
                    card.scope(), card.kind(), card.id(), card.body().replace("en-cours", "maitrise"), card.keys()));
            found("levels.differ", "emma");
        }

        @Test
        void an_added_record_is_named() {
            Row row = row();
            put(new Row(row.scope(), row.kind(), VosReves.nowhere(), row.body(), Set.of()));
            found("record.unknown", VosReves.nowhere().toString());
        }

        @Test
        void two_swapped_records_are_both_named() {
            Assessment other = school.positioned(school.durand, "C3.2", "acquis");
            Row one = row();
            name = new RowName(name.scope(), ASSESSMENT, other.id().value());
            Row two = row();
            put(new Row(one.scope(), one.kind(), one.id(), two.body(), one.keys()));
            put(new Row(two.scope(), two.kind(), two.id(), one.body(), two.keys()));
            List<Fault> faults = school.head.journal().verify().faults();
            assertThat(faults).hasSize(2);
            assertThat(faults.toString())
                    .contains(given.id().toString(), other.id().toString());
        }

        @Test
        void a_removed_record_that_comes_back_is_named() {
            var draft = school.emma
                    .assessments()
                    .draft(school.dossier, org.eportfolio.assessment.NewSelfAssessment.on("C3.1"));
            name = new RowName(name.scope(), new Kind("draft"), draft.id().value());
            Row row = row();
            school.emma.assessments().discard(draft);
            put(row);
            found("record.unknown", draft.id().toString());
        }

        @Test
        void a_damaged_body_is_told_with_the_name_of_the_record() {
            Row row = row();
            for (String body : List.of(
                    "",
                    "{",
                    "[]",
                    "{\"v\":1}",
                    row.body().replace("\"v\":1", "\"v\":2"),
                    row.body().replace("\"v\":1", "\"v\":0"),
                    row.body().replace("\"v\":1", "\"w\":1"),
                    row.body().replace("2026-09-07", "2026-99-07"),
                    row.body().replace(given.dossier().toString(), "pas-un-uuid"),
                    row.body().replace("TEACHER", "ROI"),
                    row.body().replace("\"level\":\"en-cours\"", "\"level\":7"),
                    row.body().replace("\"level\":\"en-cours\",", ""))) {
                put(new Row(row.scope(), row.kind(), row.id(), body, row.keys()));
                Desk readsAnew =
                        Portfolio.with(school.store).clock(school.clock).build().as(Actor.of("emma"));
                assertThatThrownBy(() -> readsAnew.progress().of(school.dossier))
                        .as(body)
                        .isInstanceOfSatisfying(
                                StorageException.class,
                                e -> assertThat(e.message(Locale.FRENCH))
                                        .contains(
                                                "assessment",
                                                given.id().toString().substring(28)));
            }
        }

        private Row row() {
            return school.store.read(
                    view -> view.find(name.scope(), name.kind(), name.id()).orElseThrow());
        }

        private void put(Row row) {
            school.store.commit(new Change(Map.of(), List.of(), List.of(row), List.of()));
        }

        private void found(String key, String id) {
            assertThat(school.head.journal().verify().faults()).singleElement().satisfies(fault -> {
                assertThat(fault.scope()).isEqualTo(school.dossier.value());
                assertThat(fault.toString()).contains(key);
                assertThat(fault.in(Locale.FRENCH)).contains(id.length() == 36 ? "…" + id.substring(28) : id);
                assertThat(fault.in(Locale.FRENCH)).isNotEqualTo(fault.in(Locale.ENGLISH));
            });
        }
    }

    @Nested
    class ThroughTheFile {
        @TempDir
        Path folder;

        private VosReves school;

        @BeforeEach
        void aDossierOfSixEntries() {
            school = VosReves.over(SqliteStore.open(folder.resolve("school.db")));
            for (String code : List.of("C1.1", "C1.2", "C1.3", "C2.1", "C2.2")) {
                school.positioned(school.durand, code, "acquis");
            }
            assertThat(school.head.journal().verify().faults()).isEmpty();
            school.close();
        }

        @AfterEach
        void close() {
            school.close();
        }

        @Test
        void an_altered_entry_is_named() throws SQLException {
            sql("UPDATE entry SET body = replace(body, 'TEACHER', 'HEAD') WHERE number = 3 AND scope = " + dossier());
            found(3, "journal.altered");
        }

        @Test
        void a_removed_entry_is_named() throws SQLException {
            sql("DELETE FROM entry WHERE number = 4 AND scope = " + dossier());
            List<Fault> faults = faults();
            assertThat(faults.get(0).number()).isEqualTo(4);
            assertThat(faults.get(0).toString()).contains("journal.missing");
        }

        @Test
        void two_swapped_entries_are_named() throws SQLException {
            String of = " AND scope = " + dossier();
            sql(
                    "UPDATE entry SET number = 100 WHERE number = 3" + of,
                    "UPDATE entry SET number = 3 WHERE number = 4" + of,
                    "UPDATE entry SET number = 4 WHERE number = 100" + of);
            assertThat(faults()).extracting(Fault::number).contains(3L, 4L).doesNotContain(1L, 2L, 6L);
        }

        @Test
        void a_cut_tail_is_named() throws SQLException {
            sql("DELETE FROM entry WHERE number >= 5 AND scope = " + dossier());
            assertThat(faults().get(0)).satisfies(fault -> {
                assertThat(fault.number()).isEqualTo(5);
                assertThat(fault.in(Locale.ENGLISH)).contains("5", "6");
            });
        }

        @Test
        void a_tail_cut_together_with_the_head_leaves_records_that_nobody_knows() throws SQLException {
            sql(
                    "UPDATE scope SET length = 5, hash = (SELECT hash FROM entry WHERE number = 5 AND scope = scope.key)"
                            + " WHERE key = " + dossier(),
                    "DELETE FROM entry WHERE number = 6 AND scope = " + dossier());
            assertThat(faults())
                    .singleElement()
                    .satisfies(fault -> assertThat(fault.toString()).contains("record.unknown"));
        }

        @Test
        void a_dossier_that_is_gone_with_all_its_traces_is_missed_by_the_organisation() throws SQLException {
            String dossier = dossier();
            sql(
                    "DELETE FROM record WHERE scope = " + dossier,
                    "DELETE FROM entry WHERE scope = " + dossier,
                    "DELETE FROM scope WHERE key = " + dossier);
            assertThat(allFaults())
                    .singleElement()
                    .satisfies(fault -> assertThat(fault.toString()).contains("record.missing", "dossier"));
        }

        @Test
        void a_head_that_does_not_fit_its_chain_is_named() throws SQLException {
            sql("UPDATE scope SET hash = zeroblob(32) WHERE key = " + dossier());
            found(6, "journal.head");
        }

        @Test
        void an_entry_that_cannot_be_read_is_named() throws SQLException {
            sql("UPDATE entry SET body = '{' WHERE number = 6 AND scope = " + dossier());
            assertThat(faults().toString()).contains("journal.altered", "journal.unreadable");
        }

        private String dossier() {
            String hex = school.dossier.toString().replace("-", "");
            return "(SELECT key FROM scope WHERE id = x'" + hex + "')";
        }

        private void sql(String... statements) throws SQLException {
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("school.db"));
                    Statement statement = connection.createStatement()) {
                for (String each : statements)
                    assertThat(statement.executeUpdate(each)).as(each).isPositive();
            }
        }

        private List<Fault> faults() {
            List<Fault> faults = allFaults();
            assertThat(faults).isNotEmpty().allMatch(each -> each.scope().equals(school.dossier.value()));
            return faults;
        }

        private List<Fault> allFaults() {
            PortfolioStore store = SqliteStore.open(folder.resolve("school.db"));
            try (Portfolio portfolio = Portfolio.with(store).clock(school.clock).build()) {
                return portfolio.setUp("proviseure").journal().verify().faults();
            }
        }

        private void found(long number, String key) {
            assertThat(faults()).singleElement().satisfies(fault -> {
                assertThat(fault.number()).isEqualTo(number);
                assertThat(fault.toString()).contains(key);
            });
        }
    }
}
