package org.eportfolio.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eportfolio.school.Members.learners;
import static org.eportfolio.school.Members.teachers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.eportfolio.CancelledException;
import org.eportfolio.ProgressListener;
import org.eportfolio.assessment.LearnerHistory;
import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.core.Desk;
import org.eportfolio.core.ExampleScales;
import org.eportfolio.core.InMemoryStore;
import org.eportfolio.core.Portfolio;
import org.eportfolio.dossier.LearnerStatus;
import org.eportfolio.dossier.NewAttachment;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Actor;
import org.eportfolio.spi.Head;
import org.eportfolio.spi.PortfolioStore;
import org.eportfolio.spi.Scope;
import org.eportfolio.sqlite.SqliteStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever cancels long work finds everything as it was, and may begin again. */
class CancellingTest {
    private static final Exchange EXCHANGE = Exchange.ofDefaults();
    private static final int LEARNERS = 250;
    private static final int FILE = 1 << 20;

    @TempDir
    Path folder;

    private final Portfolio school = Portfolio.with(new InMemoryStore()).build();
    private AdoptionId sno = new AdoptionId(new java.util.UUID(0, 0));

    @BeforeEach
    void a_school_of_many_learners() {
        Desk head = school.setUp("proviseure");
        sno = head.frameworks().adopt(BundledFrameworks.MC_SNO, ExampleScales.FOUR_STEPS);
        head.cohorts().enrol("CS SNO 2026", learners("learner-0"), teachers("m.durand"));
        head.bulk().load(histories(sno));
        Desk learner = school.as(Actor.of("learner-0"));
        learner.productions()
                .add(
                        learner.dossiers().of(PersonId.of("learner-0")).get(0).id(),
                        NewProduction.titled("Des mesures")
                                .attaching(NewAttachment.of("mesures.bin", "application/octet-stream", Noise::new)));
    }

    @AfterEach
    void the_thread_goes_on() {
        Thread.interrupted();
        school.close();
    }

    private static final class Noise extends java.io.ByteArrayInputStream {
        Noise() {
            super(noise());
        }

        private static byte[] noise() {
            byte[] bytes = new byte[FILE];
            new java.util.Random(7).nextBytes(bytes);
            return bytes;
        }
    }

    private static Iterator<LearnerHistory> histories(AdoptionId adoption) {
        return IntStream.range(0, LEARNERS)
                .mapToObj(i -> new LearnerHistory(
                        PersonId.of("learner-" + i), adoption, LearnerStatus.SCHOOL, List.of(), List.of()))
                .iterator();
    }

    private PortfolioStore store(String kind) {
        return kind.equals("memory") ? new InMemoryStore() : SqliteStore.open(folder.resolve("there.db"));
    }

    private static void cancelled(ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        CancelledException.class,
                        e -> assertThat(e.message(Locale.FRENCH)).contains("Annulé"));
    }

    /** Interrupts its own thread after so many calls, as whoever stops a task does. */
    private static ProgressListener interruptingAfter(int calls) {
        int[] left = {calls};
        return (done, total) -> {
            if (left[0]-- == 0) Thread.currentThread().interrupt();
            return true;
        };
    }

    private int calls(Path archive) throws IOException {
        int[] calls = {0};
        try (Portfolio elsewhere = Portfolio.with(new InMemoryStore()).build()) {
            EXCHANGE.importFrom(
                    elsewhere.as(Actor.system()), archive, null, ImportOptions.ofDefaults(), (done, total) -> {
                        calls[0]++;
                        return true;
                    });
        }
        return calls[0];
    }

    private Path archive() throws IOException {
        Path archive = folder.resolve("school.zip");
        EXCHANGE.export(school.as(Actor.of("proviseure")), new Extent.OfOrganisation(), "archive", archive);
        return archive;
    }

    @ParameterizedTest
    @ValueSource(strings = {"memory", "sqlite"})
    void an_import_that_is_interrupted_anywhere_writes_nothing_and_then_succeeds(String kind) throws IOException {
        Path archive = archive();
        int calls = calls(archive);
        PortfolioStore store = store(kind);
        try (Portfolio there = Portfolio.with(store).build()) {
            Desk system = there.as(Actor.system());
            for (int after = 0; after < calls - 1; after += Math.max(1, calls / 7)) {
                ProgressListener progress = interruptingAfter(after);
                cancelled(() -> EXCHANGE.importFrom(system, archive, null, ImportOptions.ofDefaults(), progress));

                assertThat(Thread.interrupted())
                        .as("the thread stays interrupted")
                        .isTrue();
                assertThat(store.<Head>read(view -> view.head(Scope.ORGANISATION)))
                        .isEqualTo(Head.EMPTY);
                assertThat(store.contents().list(null, 9)).isEmpty();
            }

            EXCHANGE.importFrom(system, archive, ImportOptions.ofDefaults());

            Desk head = there.as(Actor.of("proviseure"));
            assertThat(head.journal().verify().faults()).isEmpty();
            Path again = folder.resolve("again.zip");
            EXCHANGE.export(head, new Extent.OfOrganisation(), "archive", again);
            assertThat(again).hasSameBinaryContentAs(archive);
            assertThat(store.contents().list(null, 9)).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"memory", "sqlite"})
    void an_archive_that_is_merged_and_interrupted_leaves_the_school_as_it_was(String kind) throws IOException {
        Path archive = archive();
        PortfolioStore store = store(kind);
        try (Portfolio there = Portfolio.with(store).build()) {
            Desk head = there.setUp("directrice");
            String before = head.journal().verify().toString();
            int[] calls = {0};
            EXCHANGE.importFrom(head, archive, null, ImportOptions.ofDefaults().dry(), (done, total) -> ++calls[0] > 0);
            for (int after : new int[] {1, calls[0] / 2, calls[0] - 2}) {
                cancelled(() ->
                        EXCHANGE.importFrom(head, archive, null, ImportOptions.ofDefaults(), interruptingAfter(after)));
                assertThat(Thread.interrupted()).isTrue();
                assertThat(head.journal().verify()).hasToString(before);
                assertThat(store.contents().list(null, 9)).isEmpty();
            }

            EXCHANGE.importFrom(head, archive, ImportOptions.ofDefaults());

            assertThat(head.journal().verify().faults()).isEmpty();
            assertThat(head.dossiers().earlier(PersonId.of("learner-0"))).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"memory", "sqlite"})
    void a_load_that_is_interrupted_writes_nothing_and_then_succeeds(String kind) {
        try (Portfolio there = Portfolio.with(store(kind)).build()) {
            Desk head = there.setUp("directrice");
            AdoptionId adoption = head.frameworks().adopt(BundledFrameworks.MC_SNO, ExampleScales.FOUR_STEPS);
            String before = head.journal().verify().toString();
            Iterator<LearnerHistory> all = histories(adoption);
            int[] left = {LEARNERS / 2};

            cancelled(() -> head.bulk().load(new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return all.hasNext();
                }

                @Override
                public LearnerHistory next() {
                    if (left[0]-- == 0) Thread.currentThread().interrupt();
                    return all.next();
                }
            }));

            assertThat(Thread.interrupted()).isTrue();
            assertThat(head.journal().verify()).hasToString(before);
            assertThat(head.bulk().load(histories(adoption)).dossiers()).isEqualTo(LEARNERS);
            assertThat(head.journal().verify().faults()).isEmpty();
        }
    }

    @Test
    void an_export_that_is_interrupted_leaves_no_file_of_any_name() throws IOException {
        Path place = Files.createDirectory(folder.resolve("exports"));
        Desk head = school.as(Actor.of("proviseure"));
        for (int after : new int[] {0, 1, 3}) {
            cancelled(() -> EXCHANGE.export(
                    head,
                    new Extent.OfOrganisation(),
                    "archive",
                    place.resolve("school.zip"),
                    Locale.FRENCH,
                    interruptingAfter(after)));
            assertThat(Thread.interrupted()).isTrue();
            assertThat(names(place)).isEmpty();
        }
        EXCHANGE.export(head, new Extent.OfOrganisation(), "archive", place.resolve("school.zip"));
        assertThat(names(place)).containsExactly("school.zip");
    }

    @Test
    void looking_through_everything_and_backing_it_up_end_when_interrupted() throws IOException {
        Path place = Files.createDirectory(folder.resolve("backups"));
        try (Portfolio there = Portfolio.with(store("sqlite")).build()) {
            Desk head = there.setUp("directrice");
            List<ThrowingCallable> works = new ArrayList<>(List.of(
                    () -> head.journal().verify(),
                    () -> head.journal().anchor(),
                    () -> head.safekeeping().check(),
                    () -> head.safekeeping().backup(place.resolve("backup.db"))));
            for (ThrowingCallable work : works) {
                Thread.currentThread().interrupt();
                cancelled(work);
                assertThat(Thread.interrupted()).isTrue();
            }
            assertThat(names(place)).isEmpty();
            head.safekeeping().backup(place.resolve("backup.db"));
            assertThat(head.safekeeping().check().sound()).isTrue();
        }
    }

    @Test
    void looking_through_everything_ends_when_its_listener_says_so() {
        try (Portfolio there = Portfolio.with(store("sqlite")).build()) {
            Desk head = there.setUp("directrice");
            cancelled(() -> head.journal().verify((done, total) -> false));
            cancelled(() -> head.safekeeping().check((done, total) -> false));
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(each -> String.valueOf(each.getFileName())).toList();
        }
    }
}
