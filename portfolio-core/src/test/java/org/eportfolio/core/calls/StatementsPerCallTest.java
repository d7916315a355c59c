package org.eportfolio.core.calls;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eportfolio.core.calls.EveryCall.Outcome;
import org.eportfolio.core.calls.EveryCall.Trial;
import org.eportfolio.journal.Verification;
import org.eportfolio.school.Actor;
import org.junit.jupiter.api.Test;

/**
 * No call of any desk asks the store more often because the class is larger, or because more was written in it. Each is
 * made with nothing remembered, as everybody to whom it is open.
 */
class StatementsPerCallTest {
    /** The most that an ordinary call asks; the week's pages, which gather from everywhere, ask the most. */
    private static final int MOST = 31;

    /** What has to look at everything there is, scope after scope or chain after chain, and why. */
    private static final Map<String, String> LINEAR = Map.ofEntries(
            entry("archives().cohort(CohortId, ArchiveSink)", "each dossier's chain is read to its end"),
            entry("archives().dossier(DossierId, ArchiveSink)", "the chain is read page by page"),
            entry("archives().organisation(ArchiveSink)", "all chains, all records"),
            entry("archives().takeAway(DossierId, ArchiveSink)", "what the dossier speaks of is looked up"),
            entry("journal().anchor()", "the feed is read to its end"),
            entry("journal().verify()", "all chains, all records"),
            entry("journal().verify(ProgressListener)", "all chains, all records"),
            entry("journal().verify(Anchor)", "all chains, all records"),
            entry("journal().verify(Anchor, ProgressListener)", "all chains, all records"),
            entry("breaches().sheet(Collection, LocalDate, Locale)", "what is kept about each person is looked for"),
            entry("year().end(NewYearEnd, Consumer, ProgressListener)", "each learner leaves in a commit of their own"),
            entry("safekeeping().check()", "all records, and what they name"),
            entry("safekeeping().check(ProgressListener)", "all records, and what they name"));

    /** What looks through all that there is of one person or more, each kind of record once. */
    private static final Set<String> EACH_KIND_ONCE = Set.of(
            "people().merge(PersonId, PersonId)",
            "people().previewMerge(PersonId, PersonId)",
            "people().previewRename(PersonId, PersonId)",
            "people().previewUndo(IdChangeId)",
            "people().rename(PersonId, PersonId)",
            "people().undo(IdChangeId)",
            "departures().pack(PersonId, Locale, OutputStream)",
            "privacy().collectFiles()",
            "privacy().dropSeal(ErasurePlan, SealId, String)",
            "privacy().erase(ErasurePlan)",
            "privacy().erase(ErasurePlan, ProgressListener)",
            "privacy().eraseAll(ErasuresPlan, ProgressListener)",
            "privacy().eraseRecords(ErasuresPlan, ProgressListener)",
            "privacy().export(PersonId, Locale)",
            "privacy().keepSeal(ErasurePlan, SealId, String)",
            "privacy().planErasure(PersonId)",
            "privacy().planErasures(NewErasures)",
            "privacy().planRetention(PersonId, String)",
            "privacy().reapply(List)",
            "shared().writePackage(String, Locale, OutputStream)");

    /** What this class cannot have done, and why. */
    private static final Map<String, String> NOT_HERE = Map.of(
            "safekeeping().backup(Path)", "a store on the heap makes no copies",
            "safekeeping().backup(Path, ProgressListener)", "a store on the heap makes no copies",
            "changes().actors(Collection)", "no person may; FollowedActorsTest counts it for a service");

    @Test
    void asks_no_more_often_for_thirty_learners_and_ten_times_the_records_than_for_four() throws IOException {
        Map<String, String> grown = new TreeMap<>();
        Map<String, Integer> many = new TreeMap<>();
        Set<String> never = new TreeSet<>();
        try (CountedClass small = new CountedClass(4, 2);
                CountedClass large = new CountedClass(30, 20)) {
            for (EveryCall call : EveryCall.all()) {
                never.add(call.name());
                for (int actor = 0; actor < small.actors.size(); actor++) {
                    Optional<Trial> trial = call.goingThrough(small, actor, 100);
                    if (trial.isEmpty()) continue;
                    never.remove(call.name());
                    int few = asked(call, trial.get(), small);
                    int more = asked(call, trial.get(), large);
                    many.merge(call.name(), few, Math::max);
                    if (more > few) grown.put(call.name(), few + " look-ups become " + more);
                }
            }
        }
        never.removeAll(NOT_HERE.keySet());
        assertThat(never)
                .as("calls that nobody's arguments made work: give CallArguments or CountedClass better ones")
                .isEmpty();
        grown.keySet().removeAll(LINEAR.keySet());
        assertThat(grown)
                .as("calls that ask the store once for each of something")
                .isEmpty();
        many.keySet().removeAll(LINEAR.keySet());
        many.keySet().removeAll(EACH_KIND_ONCE);
        assertThat(many)
                .allSatisfy((call, lookUps) -> assertThat(lookUps).as(call).isBetween(1, MOST));
    }

    @Test
    void a_verification_reads_each_further_dossier_by_three_look_ups() throws IOException {
        try (CountedClass small = new CountedClass(4, 2);
                CountedClass large = new CountedClass(30, 2)) {
            assertThat(verifying(large) - verifying(small)).isLessThanOrEqualTo(26 * 3 + 2);
        }
    }

    private static int verifying(CountedClass school) {
        CountingStore store = school.store.copy();
        Verification found =
                school.open(store).as(Actor.of("proviseure")).journal().verify();
        assertThat(found.faults()).isEmpty();
        return store.lookUps();
    }

    private static int asked(EveryCall call, Trial trial, CountedClass school) {
        Outcome outcome = call.made(trial, school, school.store.copy(), null, 100);
        assertThat(outcome.refusal()).as(call.name()).isNull();
        return outcome.store().lookUps();
    }
}
