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
import org.eportfolio.tck.StoreFixture;
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
    /** How often a test is run again on a fault that shows only when threads meet. */
    private static final int RACES = 5;

    @Test
    void a_store_that_does_nothing_fails_each_test_that_finds_a_fault() {
        List<TestName> finding = Stream.concat(
                        finding(), Stream.of(FaultyPlaces.values()).map(FaultyPlaces::test))
                .toList();
        Events tests = Kit.tests(finding, Kit.of(DoNothing::new, Capability.values()));
        assertThat(namesOf(tests.succeeded())).isEmpty();
        assertThat(tests.started().count()).isEqualTo(finding.size());
    }

    @Test
    void a_sound_store_behind_another_passes_each_test_that_finds_a_fault() {
        List<TestName> finding = finding().toList();
        Events tests = Kit.tests(finding, Kit.of(OtherStore::new));
        assertThat(namesOf(tests.failed())).isEmpty();
        assertThat(tests.succeeded().count()).isEqualTo(finding.size());
    }

    private static Stream<TestName> finding() {
        return faults().map(fault -> (TestName) fault.get()[0]).distinct();
    }

    @Test
    @Tag("long")
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
                        "is_absent_from_a_store_that_declares_none()",
                        "there_is_none_in_a_store_that_declares_none()");
        assertThat(namesOf(declaringAll.failed()))
                .containsAll(namesOf(declaringNothing.aborted()))
                .hasSizeGreaterThan(90);
    }

    @Test
    @Tag("long")
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
                FaultyAccessLogs.IsEmptyWithoutAFirstDossier::new,
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

    @Test
    void finds_the_fault_of_an_index() {
        for (Supplier<PortfolioStore> faulty : List.<Supplier<PortfolioStore>>of(
                FaultyIndexes.KeepsWhatIsRemoved::new,
                FaultyIndexes.KeepsTheOldTokens::new,
                FaultyIndexes.ForgetsWhatIsPutAgain::new,
                FaultyIndexes.IndexesWhatIsRefused::new,
                FaultyIndexes.LoadsWithoutIndex::new,
                FaultyIndexes.IsWholeForEver::new,
                FaultyIndexes.LooksEverywhere::new,
                FaultyIndexes.IgnoresKinds::new,
                FaultyIndexes.IgnoresTheCaseOfTokens::new,
                FaultyIndexes.TakesTokensForBeginnings::new,
                FaultyIndexes.GivesAHitForEachBeginning::new,
                FaultyIndexes.AsksTheIndexOfNow::new,
                FaultyIndexes.GivesSomeHitsAtMost::new,
                FaultyIndexes.KnowsNothingOfAScope::new)) {
            Events tests = Kit.concern("SearchIndexes", Kit.of(faulty, Capability.SEARCH_INDEX));
            assertThat(namesOf(tests.failed())).as("%s", faulty.get()).isNotEmpty();
        }
        Events sound = Kit.concern("SearchIndexes", Kit.of(FaultyIndexes.Sound::new, Capability.SEARCH_INDEX));
        assertThat(namesOf(sound.failed())).isEmpty();
        assertThat(sound.succeeded().count()).isGreaterThan(11);
    }

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource("faults")
    void finds_the_fault(TestName test, String fault, Supplier<PortfolioStore> store) {
        assertFinds(test, fault, Kit.impatient(store));
    }

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource("faults")
    @Tag("long")
    void finds_the_fault_among_all_tests_of_its_concern(TestName test, String fault, Supplier<PortfolioStore> store) {
        assertFindsAmongAll(test, fault, Kit.impatient(store));
    }

    /** Each with the test that finds it. */
    static Stream<Arguments> faults() {
        return Stream.of(
                fault("Paging", "pages_of_any_size_give_each_row_once", FaultyReading.ReordersTheSecondPage::new),
                fault(
                        "Paging",
                        "orders_rows_by_the_unsigned_bytes_of_their_ids",
                        FaultyReading.OrdersIdsAsJavaDoes::new),
                fault(
                        "Paging",
                        "gives_at_most_the_limit_from_the_beginning_or_after_an_id",
                        FaultyReading.BeginsAtTheCursor::new),
                fault(
                        "Paging",
                        "gives_pages_among_scopes_by_id_alone_from_either_end",
                        FaultyReading.GivesPagesByScope::new),
                fault(
                        "Paging",
                        "gives_all_rows_of_some_kinds_of_a_scope_once_each_kind_together_and_by_id",
                        FaultyReading.LeavesOutAKind::new),
                fault(
                        "Paging",
                        "gives_all_rows_of_some_kinds_of_a_scope_once_each_kind_together_and_by_id",
                        FaultyReading.GivesAKindThatIsNotAskedFor::new),
                fault("Keys", "compares_values_exactly", FaultyReading.IgnoresTheCaseOfKeys::new),
                fault(
                        "Keys",
                        "forgets_the_keys_that_a_replacement_does_not_carry",
                        FaultyReading.FindsRowsByTheirOldKeys::new),
                fault(
                        "Keys",
                        "gives_each_row_with_any_of_the_keys_once_and_by_id",
                        FaultyReading.GivesARowOncePerKey::new),
                fault(
                        "Snapshots",
                        "shows_nothing_that_is_committed_while_the_read_lasts",
                        FaultyReading.ReadsWithoutASnapshot::new),
                fault(
                        "Snapshots",
                        "shows_work_that_may_run_again_one_moment_too",
                        FaultyReading.GlancesAtTwoMoments::new),
                fault("Snapshots", "shows_every_thread_what_was_committed_before", FaultyReading.CachesHeads::new),
                fault(
                        "Snapshots",
                        "stands_at_the_position_of_the_last_entry_of_the_feed_or_does_not_say",
                        FaultyReading.StandsStill::new),
                fault(
                        "Snapshots",
                        "tells_the_heads_of_several_scopes_as_it_tells_each",
                        FaultyReading.LeavesOutNewScopes::new),
                fault(
                        "Snapshots",
                        "runs_the_work_once_on_the_callers_thread_and_gives_back_its_result",
                        FaultyReading.RunsTheWorkTwice::new),
                fault(
                        "Snapshots",
                        "shows_rows_keys_heads_and_entries_of_one_moment_while_others_write",
                        FaultyWriting.CommitsInTwoHalves::new),
                fault(
                        "Feed",
                        "goes_on_after_a_position_in_pages_up_to_a_limit",
                        FaultyReading.DropsAnEntryOfAFullFeedPage::new),
                fault("Chains", "gives_entries_back_exactly", FaultyReading.NormalisesEntries::new),
                fault(
                        "Concurrency",
                        "sixteen_writers_on_one_scope_lose_no_update",
                        FaultyWriting.LosesOneWriteInHundred::new),
                fault(
                        "Concurrency",
                        "sixteen_writers_on_one_scope_lose_no_update",
                        FaultyWriting.ChecksBeforeItLocks::new),
                fault(
                        "Commits",
                        "refuses_a_moved_basis_and_says_where_the_scope_stands",
                        FaultyWriting.IgnoresTheBasis::new),
                fault(
                        "Commits",
                        "refuses_a_moved_basis_of_a_scope_that_gets_no_entry",
                        FaultyWriting.ChecksOnlyWhereItWrites::new),
                fault(
                        "Commits",
                        "refuses_a_basis_of_the_right_length_and_another_hash",
                        FaultyWriting.ComparesLengthsOnly::new),
                fault(
                        "Commits",
                        "refuses_entries_that_do_not_follow_their_head_by_one",
                        FaultyWriting.CommitsInTwoHalves::new),
                fault(
                        "Commits",
                        "refuses_a_moved_basis_and_says_where_the_scope_stands",
                        FaultyWriting.NamesTheWrongHead::new),
                fault(
                        "Loads",
                        "writes_nothing_when_the_iterator_throws_and_lets_its_exception_through",
                        FaultyWriting.KeepsTheHalfOfABrokenLoad::new),
                fault(
                        "Loads",
                        "lets_others_read_what_was_there_while_it_runs",
                        FaultyWriting.BlocksReadersDuringALoad::new),
                fault(
                        "Contents",
                        "gives_back_the_bytes_under_their_hash_and_size",
                        FaultyFiles.TruncatesLongFiles::new),
                fault(
                        "Contents",
                        "gives_the_bytes_from_any_place_on_as_the_whole_stream_would",
                        FaultyFiles.BeginsAtTheNextPiece::new),
                fault(
                        "Contents",
                        "keeps_nothing_of_an_upload_that_breaks_and_lets_its_exception_through",
                        FaultyFiles.KeepsTheHalfOfABrokenUpload::new),
                fault("Contents", "reads_an_upload_to_its_end_and_leaves_it_open", FaultyFiles.ClosesTheUpload::new),
                fault("ContentRemoval", "is_touched_by_writing_the_same_bytes_again", FaultyFiles.ForgetsToTouch::new),
                fault(
                        "ContentRemoval",
                        "leaves_what_was_touched_at_the_cutoff_or_after",
                        FaultyFiles.RemovesWhateverTheCutoff::new),
                fault(
                        "NeededContents",
                        "refuses_a_commit_whose_content_is_not_there_and_writes_nothing",
                        FaultyFiles.CommitsWhateverIsThere::new),
                fault(
                        "NeededContents",
                        "makes_each_touch_later_than_the_one_before",
                        FaultyFiles.TouchesByTheClock::new),
                fault("ContentStreams", "slow_uploads_hold_nobody_up", FaultyFiles.LocksDuringUploads::new),
                fault(
                        "LargeContent",
                        "refuses_a_large_file_where_it_takes_none_and_keeps_nothing_of_it",
                        FaultyFiles.CutsLargeFilesSilently::new),
                fault(
                        "LongWork",
                        "a_compaction_that_is_cancelled_leaves_all_as_it_was_and_can_be_begun_again",
                        FaultyWriting.LosesTheRestOfACancelledCompaction::new),
                fault(
                        "LongWork",
                        "a_compaction_ends_with_an_interrupt_which_the_thread_keeps",
                        FaultyWriting.CompactsWhateverIsAsked::new),
                fault("LongWork", "a_compaction_and_a_check_say_how_far_they_are", FaultyWriting.CountsBackwards::new),
                fault("Closing", "may_be_closed_twice", FaultyWriting.NeverCloses::new));
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
        assertFinds(place.test(), place.name(), place::fixture);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(FaultyPlaces.class)
    @Tag("long")
    void finds_the_fault_of_a_place_among_all_tests_of_its_concern(FaultyPlaces place) {
        assertFindsAmongAll(place.test(), place.name(), place::fixture);
    }

    private static void assertFinds(TestName test, String fault, Supplier<StoreFixture> subject) {
        Events tests = Kit.tests(List.of(test), subject);
        for (int again = 0; again < RACES && tests.failed().count() == 0; again++) {
            tests = Kit.tests(List.of(test), subject);
        }
        assertThat(tests.started().count()).isEqualTo(1);
        assertThat(namesOf(tests.failed()))
                .as("what fails where the fault is %s", fault)
                .containsExactly(test.name() + "()");
    }

    private static void assertFindsAmongAll(TestName test, String fault, Supplier<StoreFixture> subject) {
        Events tests = Kit.concern(test.concern(), subject);
        for (int again = 0; again < RACES && !namesOf(tests.failed()).contains(test.name() + "()"); again++) {
            tests = Kit.concern(test.concern(), subject);
        }
        assertThat(tests.started().count()).isPositive();
        assertThat(namesOf(tests.failed()))
                .as("what fails where the fault is %s", fault)
                .contains(test.name() + "()");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SeveralProcesses", "UnknownCommits", "Erasures", "Concurrency", "Feed"})
    void a_sound_place_passes(String concern) {
        Events tests = Kit.concern(concern, SoundPlace::new);
        assertThat(namesOf(tests.failed())).isEmpty();
        assertThat(tests.succeeded().count()).isPositive();
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

    private static Arguments fault(String concern, String test, Supplier<PortfolioStore> store) {
        return arguments(new TestName(concern, test), store.get().getClass().getSimpleName(), store);
    }

    static List<String> namesOf(Events events) {
        return events.map(Event::getTestDescriptor)
                .map(test -> test.getLegacyReportingName().replaceAll("\\(.*", "()"))
                .toList();
    }
}
