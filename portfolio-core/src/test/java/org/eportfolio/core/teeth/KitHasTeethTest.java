package org.eportfolio.core.teeth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eportfolio.core.InMemoryStore;
import org.eportfolio.spi.PortfolioStore;
import org.eportfolio.tck.Capability;
import org.eportfolio.tck.KeysContract;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

class KitHasTeethTest {
    @Test
    void a_store_that_does_nothing_fails_every_test() {
        Events declaringNothing = Kit.whole(Kit.of(DoNothing::new));
        Events declaringAll = Kit.whole(Kit.of(DoNothing::new, Capability.values()));
        for (Events tests : List.of(declaringNothing, declaringAll)) {
            assertThat(namesOf(tests.succeeded())).isEmpty();
            assertThat(tests.failed().count() + tests.aborted().count())
                    .isEqualTo(tests.started().count());
        }
        assertThat(namesOf(declaringAll.aborted()))
                .containsExactlyInAnyOrder(
                        "refuses_a_large_file_where_it_takes_none_and_keeps_nothing_of_it()",
                        "is_refused_loudly_by_a_store_that_makes_none()",
                        "is_absent_from_a_store_that_declares_none()");
        assertThat(namesOf(declaringAll.failed()))
                .containsAll(namesOf(declaringNothing.aborted()))
                .hasSizeGreaterThan(90);
    }

    @Test
    void a_sound_store_behind_another_passes() {
        Events tests = Kit.whole(Kit.of(OtherStore::new));
        assertThat(namesOf(tests.failed())).isEmpty();
        assertThat(tests.succeeded().count()).isGreaterThan(90);
    }

    @Test
    void finds_the_fault_of_a_log_of_readings() {
        for (Supplier<PortfolioStore> faulty : List.<Supplier<PortfolioStore>>of(
                FaultyAccessLogs.KeepsWhatIsOfAGoneDossier::new,
                FaultyAccessLogs.KeepsTheNameOfWhoIsGone::new,
                FaultyAccessLogs.KeepsForEver::new,
                FaultyAccessLogs.TakesAHundredAtMost::new,
                FaultyAccessLogs.BeginsAtTheReadingOfThePageBefore::new)) {
            Events tests = Kit.concern("AccessLogs", Kit.of(faulty, Capability.ACCESS_LOG));
            assertThat(namesOf(tests.failed())).as("%s", faulty.get()).hasSize(1);
        }
        Events sound = Kit.concern("AccessLogs", Kit.of(FaultyAccessLogs.Sound::new, Capability.ACCESS_LOG));
        assertThat(namesOf(sound.failed())).isEmpty();
        assertThat(sound.succeeded().count()).isGreaterThan(7);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("faults")
    void finds_the_fault(String concern, String fault, Supplier<PortfolioStore> store) {
        Events tests = Kit.concern(concern, Kit.impatient(store));
        assertThat(tests.started().count()).isPositive();
        assertThat(namesOf(tests.failed()))
                .as("tests that fail a store that %s", fault)
                .isNotEmpty();
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("Paging", FaultyReading.ReordersTheSecondPage::new),
                fault("Paging", FaultyReading.OrdersIdsAsJavaDoes::new),
                fault("Paging", FaultyReading.BeginsAtTheCursor::new),
                fault("Keys", FaultyReading.IgnoresTheCaseOfKeys::new),
                fault("Keys", FaultyReading.FindsRowsByTheirOldKeys::new),
                fault("Keys", FaultyReading.GivesARowOncePerKey::new),
                fault("Snapshots", FaultyReading.ReadsWithoutASnapshot::new),
                fault("Snapshots", FaultyReading.CachesHeads::new),
                fault("Snapshots", FaultyReading.StandsStill::new),
                fault("Snapshots", FaultyReading.LeavesOutNewScopes::new),
                fault("Snapshots", FaultyReading.RunsTheWorkTwice::new),
                fault("Snapshots", FaultyWriting.CommitsInTwoHalves::new),
                fault("Feed", FaultyReading.DropsAnEntryOfAFullFeedPage::new),
                fault("Chains", FaultyReading.NormalisesEntries::new),
                fault("Concurrency", FaultyWriting.LosesOneWriteInHundred::new),
                fault("Concurrency", FaultyWriting.ChecksBeforeItLocks::new),
                fault("Commits", FaultyWriting.IgnoresTheBasis::new),
                fault("Commits", FaultyWriting.ChecksOnlyWhereItWrites::new),
                fault("Commits", FaultyWriting.ComparesLengthsOnly::new),
                fault("Commits", FaultyWriting.CommitsInTwoHalves::new),
                fault("Commits", FaultyWriting.NamesTheWrongHead::new),
                fault("Loads", FaultyWriting.KeepsTheHalfOfABrokenLoad::new),
                fault("Loads", FaultyWriting.BlocksReadersDuringALoad::new),
                fault("Contents", FaultyFiles.TruncatesLongFiles::new),
                fault("Contents", FaultyFiles.KeepsTheHalfOfABrokenUpload::new),
                fault("Contents", FaultyFiles.ClosesTheUpload::new),
                fault("ContentRemoval", FaultyFiles.ForgetsToTouch::new),
                fault("ContentRemoval", FaultyFiles.RemovesWhateverTheCutoff::new),
                fault("NeededContents", FaultyFiles.CommitsWhateverIsThere::new),
                fault("NeededContents", FaultyFiles.TouchesByTheClock::new),
                fault("ContentStreams", FaultyFiles.LocksDuringUploads::new),
                fault("LargeContent", FaultyFiles.CutsLargeFilesSilently::new),
                fault("Closing", FaultyWriting.NeverCloses::new));
    }

    @Test
    void finds_that_a_store_forgets_what_it_declares_to_keep() {
        Events tests = Kit.concern("Reopening", Kit.of(InMemoryStore::new, Capability.DURABLE));
        assertThat(namesOf(tests.succeeded())).isEmpty();
        assertThat(tests.failed().count()).isPositive();
    }

    @Test
    void a_store_that_keeps_what_it_declares_to_keep_passes() {
        Events tests = Kit.concern("Reopening", Surviving.fixtures());
        assertThat(namesOf(tests.failed())).isEmpty();
        assertThat(tests.succeeded().count()).isPositive();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(FaultyPlaces.class)
    void finds_the_fault_of_a_place(FaultyPlaces place) {
        Events tests = Kit.concern(place.concern(), place::fixture);
        assertThat(tests.started().count()).isPositive();
        assertThat(namesOf(tests.failed()))
                .as("tests that fail where %s", place)
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SeveralProcesses", "UnknownCommits", "Erasures", "Concurrency", "Feed"})
    void a_sound_place_passes(String concern) {
        Events tests = Kit.concern(concern, SoundPlace::new);
        assertThat(namesOf(tests.failed())).isEmpty();
        assertThat(tests.succeeded().count()).isPositive();
    }

    @Test
    @Tag("long")
    void tells_large_files_that_are_streamed_from_those_that_fill_the_heap() {
        Events streamed = Kit.concern("LargeContent", Kit.of(LargeFiles.OnDisk::new, Capability.LARGE_CONTENT));
        assertThat(namesOf(streamed.failed())).isEmpty();
        assertThat(streamed.succeeded().count()).isEqualTo(1);
        Events buffered = Kit.concern("LargeContent", Kit.of(LargeFiles.OnTheHeap::new, Capability.LARGE_CONTENT));
        assertThat(namesOf(buffered.succeeded())).isEmpty();
        assertThat(buffered.failed().count()).isEqualTo(1);
    }

    static final class KeysAlone extends KeysContract {
        KeysAlone() {
            super(Kit.of(InMemoryStore::new));
        }
    }

    @Test
    void a_concern_may_be_run_alone_while_a_store_is_being_built() {
        Events tests = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(KeysAlone.class))
                .execute()
                .testEvents();
        assertThat(namesOf(tests.failed())).isEmpty();
        assertThat(tests.succeeded().count()).isGreaterThan(5);
    }

    private static Arguments fault(String concern, Supplier<PortfolioStore> store) {
        return arguments(concern, store.get().getClass().getSimpleName(), store);
    }

    private static List<String> namesOf(Events events) {
        return events.map(Event::getTestDescriptor)
                .map(test -> test.getLegacyReportingName().replaceAll("\\(.*", "()"))
                .toList();
    }
}
