package org.eportfolio.core.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eportfolio.school.Members.learners;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.eportfolio.PageRequest;
import org.eportfolio.StorageException;
import org.eportfolio.assessment.LearnerHistory;
import org.eportfolio.assessment.NewClassEntry;
import org.eportfolio.assessment.NewPositioning;
import org.eportfolio.assessment.NewSelfAssessment;
import org.eportfolio.core.Desk;
import org.eportfolio.core.Portfolio;
import org.eportfolio.core.VosReves;
import org.eportfolio.dossier.LearnerStatus;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.guidance.NewGoal;
import org.eportfolio.id.PersonId;
import org.eportfolio.journal.Anchor;
import org.eportfolio.journal.Cursor;
import org.eportfolio.journal.Inspection;
import org.eportfolio.journal.JournalEntry;
import org.eportfolio.school.Actor;
import org.eportfolio.school.NewGrant;
import org.eportfolio.school.Role;
import org.eportfolio.showcase.NewShowcase;
import org.eportfolio.spi.PortfolioStore;
import org.eportfolio.sqlite.SqliteOptions;
import org.eportfolio.sqlite.SqliteStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever breaks, and whenever: each change is there as a whole or not at all. */
class FaultsTest {
    @TempDir
    Path folder;

    private VosReves school;
    private Path prepared;

    /** The journal's length before each step of the story, and after the last. */
    private final List<Long> lengths = new ArrayList<>();

    @BeforeEach
    void aSchoolInAFile() {
        prepared = folder.resolve("prepared.db");
        school = VosReves.over(store(prepared));
        for (String each : VosReves.LEARNERS) school.as(each).dossiers().open(school.sno);
        school.close();
        try (Portfolio portfolio = open(copy(), Long.MAX_VALUE, false)) {
            for (Consumer<Portfolio> step : story()) {
                lengths.add(length(portfolio));
                step.accept(portfolio);
            }
            lengths.add(length(portfolio));
        }
    }

    @AfterEach
    void close() {
        school.close();
    }

    private static long length(Portfolio portfolio) {
        return head(portfolio).journal().verify().entries();
    }

    private Path copy() {
        try {
            Path copy = folder.resolve("story.db");
            for (String end : List.of("", "-wal", "-shm")) {
                Files.deleteIfExists(folder.resolve("story.db" + end));
            }
            return Files.copy(prepared, copy);
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Without waiting for the disk: what stops here is the program, not the power. */
    private static SqliteStore store(Path file) {
        return SqliteStore.open(file, SqliteOptions.defaults().withSynchronousNormal());
    }

    private Portfolio open(Path file, long failing, boolean done) {
        return over(new FailingStore(store(file), failing, done));
    }

    private Portfolio over(PortfolioStore store) {
        return Portfolio.with(store).clock(school.clock).build();
    }

    /** Every sort of change: single, in several dossiers, together, in bulk, with files, and removing. */
    private List<Consumer<Portfolio>> story() {
        List<Consumer<Portfolio>> steps = new ArrayList<>();
        steps.add(at -> emma(at).productions()
                .add(school.dossier, NewProduction.titled("Carte").attaching(VosReves.file("a.txt", "a"))));
        steps.add(at -> durand(at).assessments().position(school.dossier, vu("C3.1")));
        steps.add(at -> durand(at)
                .assessments()
                .positionClass(NewClassEntry.of(school.cohort, "C1.1", "acquis").because("TP")));
        steps.add(at -> {
            var entry = durand(at).assessments().list(school.dossier, PageRequest.first(10)).items().stream()
                    .map(each -> each.entry())
                    .filter(java.util.Objects::nonNull)
                    .findFirst()
                    .orElseThrow();
            durand(at).assessments().undo(school.cohort, entry, "Mauvaise colonne.");
        });
        steps.add(at -> emma(at).goals()
                .set(
                        school.dossier,
                        NewGoal.of("C3.1", "acquis").by(VosReves.TODAY).step("Lire")));
        steps.add(at -> emma(at).together(desk -> {
            desk.productions().add(school.dossier, NewProduction.titled("Ensemble"));
            return desk.assessments().publish(school.dossier, NewSelfAssessment.of("C2.1", "acquis"));
        }));
        steps.add(at -> emma(at).assessments().draft(school.dossier, NewSelfAssessment.on("C1.2")));
        steps.add(at -> emma(at).assessments()
                .discard(emma(at).assessments()
                        .drafts(school.dossier, PageRequest.first(10))
                        .items()
                        .get(0)));
        steps.add(at -> head(at).bulk()
                .load(List.of(new LearnerHistory(
                                PersonId.of("nouvelle"), school.sno, LearnerStatus.SCHOOL, List.of(), List.of()))
                        .iterator()));
        steps.add(at -> head(at).cohorts().enrol("Une autre", learners("x1", "x2")));
        steps.add(at -> head(at).grants().give(NewGrant.of("dpo", Role.DPO)));
        steps.add(at -> {
            var map = emma(at).productions()
                    .list(school.dossier, PageRequest.first(1))
                    .items()
                    .get(0);
            emma(at).showcases()
                    .begin(school.dossier, NewShowcase.titled("Vitrine").showing(map, ""));
        });
        return steps;
    }

    private static NewPositioning vu(String code) {
        return NewPositioning.of(code, "acquis").because("Vu.");
    }

    private static Desk emma(Portfolio at) {
        return at.as(Actor.of("emma"));
    }

    private static Desk durand(Portfolio at) {
        return at.as(Actor.of("m.durand"));
    }

    private static Desk head(Portfolio at) {
        return at.as(Actor.of("proviseure"));
    }

    /** The step at which the story broke when this operation failed; the first if opening did. */
    private int brokenAt(Path file, long failing, boolean done) {
        try (Portfolio portfolio = open(file, failing, done)) {
            return played(portfolio);
        } catch (StorageException atOpening) {
            return 0;
        }
    }

    /** The step at which the story broke, or how many there are. */
    private int played(Portfolio portfolio) {
        List<Consumer<Portfolio>> steps = story();
        for (int step = 0; step < steps.size(); step++) {
            try {
                steps.get(step).accept(portfolio);
            } catch (StorageException broken) {
                return step;
            }
        }
        return steps.size();
    }

    private void assertWholeOrNothing(Path file, int step, String how) {
        try (Portfolio portfolio = over(store(file))) {
            Inspection found = head(portfolio).safekeeping().check();
            assertThat(found.sound()).as("%s: %s", how, found).isTrue();
            long last = lengths.get(Math.min(step + 1, lengths.size() - 1));
            assertThat(found.journal().entries()).as(how).isIn(lengths.get(step), last);
            assertChangesWhole(portfolio, how);
        }
    }

    /** A change in several dossiers stands in all of their chains, or in none. */
    private void assertChangesWhole(Portfolio portfolio, String how) {
        List<JournalEntry> entries =
                head(portfolio).changes().after(Cursor.START, 1_000).entries();
        assertThat(entries.stream()
                        .filter(each -> each.act().equals("assessment.class-entered"))
                        .map(JournalEntry::scope)
                        .distinct()
                        .count())
                .as(how)
                .isIn(0L, (long) VosReves.LEARNERS.size());
    }

    @Test
    void at_whichever_operation_the_store_fails_the_change_is_there_as_a_whole_or_not_at_all() {
        FailingStore counted = new FailingStore(store(copy()), Long.MAX_VALUE, false);
        try (Portfolio portfolio = over(counted)) {
            assertThat(played(portfolio)).isEqualTo(story().size());
        }
        long operations = counted.operations();
        assertThat(operations).isGreaterThan(30);
        for (boolean done : new boolean[] {false, true}) {
            for (long n = 1; n <= operations; n++) {
                Path file = copy();
                int step = brokenAt(file, n, done);
                assertThat(step).isLessThan(story().size());
                assertWholeOrNothing(file, step, "operation " + n + (done ? ", done" : ", not done"));
            }
        }
    }

    @Test
    void at_whichever_row_of_a_transaction_writing_fails_nothing_of_it_is_there() throws SQLException {
        long before = number(prepared, "SELECT count(*) FROM record");
        Path whole = copy();
        try (Portfolio portfolio = over(store(whole))) {
            played(portfolio);
        }
        long after = number(whole, "SELECT count(*) FROM record");
        assertThat(after).isGreaterThan(before + 10);
        for (String table : List.of("record", "entry")) {
            long from = number(prepared, "SELECT count(*) FROM " + table);
            long to = number(whole, "SELECT count(*) FROM " + table);
            for (long rows = from; rows < to; rows++) {
                Path file = copy();
                run(
                        file,
                        "CREATE TRIGGER broken BEFORE INSERT ON " + table + " WHEN (SELECT count(*) FROM " + table
                                + ") >= " + rows + " BEGIN SELECT RAISE(ABORT, 'broken'); END");
                int step;
                try (Portfolio portfolio = over(store(file))) {
                    step = played(portfolio);
                }
                run(file, "DROP TRIGGER broken");
                String how = table + " " + rows;
                assertThat(step).as(how).isLessThan(story().size());
                try (Portfolio portfolio = over(store(file))) {
                    Inspection found = head(portfolio).safekeeping().check();
                    assertThat(found.sound()).as("%s: %s", how, found).isTrue();
                    assertThat(found.journal().entries()).as(how).isEqualTo(lengths.get(step));
                }
            }
        }
    }

    @Test
    void without_its_log_the_file_is_an_older_one_but_whole_and_the_anchor_tells() throws Exception {
        Path file = copy();
        Path copied = folder.resolve("without-log.db");
        Anchor anchor;
        try (Portfolio portfolio = over(store(file))) {
            played(portfolio);
            anchor = head(portfolio).journal().anchor();
            // As after a crash, with the log lost: what was acknowledged since the last checkpoint was only there.
            Files.copy(file, copied);
        }
        try (Portfolio portfolio = over(store(copied))) {
            assertThat(head(portfolio).safekeeping().check().sound()).isTrue();
            assertThat(head(portfolio).journal().verify().entries()).isLessThan(lengths.get(lengths.size() - 1));
            assertThat(head(portfolio).journal().verify(anchor).faults())
                    .singleElement()
                    .satisfies(fault -> assertThat(fault.what().key()).isEqualTo("anchor.cut"));
        }
    }

    @Test
    void with_its_log_a_file_left_by_a_crash_has_everything_that_was_acknowledged() throws Exception {
        Path file = copy();
        Path copied = folder.resolve("crashed.db");
        try (Portfolio portfolio = over(store(file))) {
            played(portfolio);
            Files.copy(file, copied);
            Files.copy(folder.resolve("story.db-wal"), folder.resolve("crashed.db-wal"));
        }
        try (Portfolio portfolio = over(store(copied))) {
            Inspection found = head(portfolio).safekeeping().check();
            assertThat(found.sound()).isTrue();
            assertThat(found.journal().entries()).isEqualTo(lengths.get(lengths.size() - 1));
        }
    }

    @Test
    void a_clock_that_goes_backwards_even_over_a_restart_costs_nothing_and_the_feed_keeps_its_order() {
        Path file = copy();
        try (Portfolio portfolio = over(store(file))) {
            school.clock.advance(Duration.ofDays(3));
            durand(portfolio).assessments().position(school.dossier, vu("C3.1"));
            school.clock.advance(Duration.ofDays(-2));
            durand(portfolio).assessments().position(school.dossier, vu("C3.2"));
        }
        school.clock.advance(Duration.ofHours(-1));
        try (Portfolio portfolio = over(store(file))) {
            durand(portfolio).assessments().position(school.dossier, vu("C3.3"));
            List<JournalEntry> entries =
                    head(portfolio).changes().after(Cursor.START, 1_000).entries();
            List<JournalEntry> last = entries.subList(entries.size() - 3, entries.size());
            assertThat(last).extracting(JournalEntry::number).isSorted();
            assertThat(last.get(0).at()).isAfter(last.get(1).at());
            Set<UUID> ids = new HashSet<>();
            last.forEach(each -> ids.add(each.objects().get(0).id()));
            assertThat(ids).hasSize(3);
            assertThat(durand(portfolio)
                            .assessments()
                            .list(school.dossier, PageRequest.first(10))
                            .items())
                    .hasSize(3);
            assertThat(head(portfolio).safekeeping().check().sound()).isTrue();
        }
    }

    private static long number(Path file, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            return result.getLong(1);
        }
    }

    private static void run(Path file, String script) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(script);
        }
    }
}
