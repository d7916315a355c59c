package org.eportfolio.core.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eportfolio.Page;
import org.eportfolio.core.ChangeDesk;
import org.eportfolio.core.calls.EveryCall.Outcome;
import org.eportfolio.core.calls.EveryCall.Trial;
import org.eportfolio.journal.Cursor;
import org.eportfolio.journal.Feed;
import org.eportfolio.school.Actor;
import org.eportfolio.spi.Row;
import org.junit.jupiter.api.Test;

/** Rule 10: a page costs what a page costs, however long the list and wherever in it the page begins. */
class FlatPagesTest {
    private static final int LONG = 2_000;
    private static final int LIMIT = 10;

    /** A whole page in place of a short one, and another where something was hidden. */
    private static final int BESIDES = 2 * (LIMIT + 1);

    /** What the head's own grants and memberships take. */
    private static final int GATE = 10;

    /** What they give is in no order that is kept: each page reads the roles and memberships of everybody, and says so. */
    private static final Set<String> READING_EVERYBODY =
            Set.of("privacy().due(LocalDate, PageRequest)", "privacy().preview(List, LocalDate, PageRequest)");

    /** They gather what lies in the dossiers of one class, and read it whole for each page. */
    private static final Set<String> READING_A_CLASS =
            Set.of("classes().entries(CohortId, PageRequest)", "queue().list(CohortId, Part, PageRequest)");

    /** A page is of as many dossiers, each of which has at most one line. */
    private static final Set<String> OF_DOSSIERS = Set.of(
            "classes().divergences(CohortId, PageRequest)", "classes().divergences(CohortId, AdoptionId, PageRequest)");

    /** A representative's role ends on a day that authorisations may state, so that each of their calls reads those of the learner. */
    private static final String STATES_MAJORITY = "authorisations().list(DossierId, PageRequest)";

    /** A tutor is asked again on at most 40 days, so that this list is short. */
    private static final String SHORT = "workplaces().earlierAnswers(DossierId, WorkplacePeriodId, PageRequest)";

    /** Kept in a log beside the rows, whose pages the contract of stores is about. */
    private static final String LOGGED = "access().readers(DossierId, PageRequest)";

    private static final Actor REPRESENTATIVE = Actor.of("parent");

    @Test
    void a_page_deep_in_a_long_list_reads_as_few_rows_as_the_first_page_of_a_short_one() throws IOException {
        Map<String, String> tried = new TreeMap<>();
        try (CountedClass school = new CountedClass(4, 2)) {
            for (EveryCall call : EveryCall.all()) {
                if (!isTried(call)) continue;
                for (int actor = 0; actor < school.actors.size(); actor++) {
                    boolean readsAll = call.name().equals(STATES_MAJORITY)
                            && school.actors.get(actor).equals(REPRESENTATIVE);
                    if (readsAll) continue;
                    Optional<Trial> trial = call.first(school, actor, LIMIT, FlatPagesTest::somethingIsThere);
                    if (trial.isEmpty()) continue;
                    if (isFlat(call, trial.get(), school)) tried.put(call.name(), "");
                }
            }
            for (EveryCall call : EveryCall.all()) {
                if (isTried(call)) assertThat(tried).containsKey(call.name());
            }
        }
    }

    private static boolean isTried(EveryCall call) {
        return call.gives(Page.class)
                && !READING_EVERYBODY.contains(call.name())
                && !READING_A_CLASS.contains(call.name())
                && !OF_DOSSIERS.contains(call.name())
                && !call.name().equals(SHORT)
                && !call.name().equals(LOGGED);
    }

    private static boolean somethingIsThere(Outcome outcome) {
        return outcome.answer() instanceof Page<?> page && !page.items().isEmpty();
    }

    /** False for an actor to whom the long list is not shown, such as that of those who left. */
    private static boolean isFlat(EveryCall call, Trial trial, CountedClass school) {
        CountingStore small = school.store.copy();
        call.made(trial, school, small, null, LIMIT);
        // One more shows whether another page follows, and one more where some may be hidden.
        Row last = Stream.of(LIMIT + 1, LIMIT + 2)
                .flatMap(each -> Stream.ofNullable(small.lastOf(each)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(call.name()));
        CountingStore large = small.with(LONG, last);

        Object shown = call.made(trial, school, large.copy(), null, LIMIT).answer();
        if (shown instanceof Page<?> page && page.items().size() < LIMIT) return false;
        int first = rows(call.made(trial, school, large.copy(), null, LIMIT), call);
        int deep =
                rows(call.made(trial, school, large.copy(), CountingStore.after(last.id(), LONG - 500), LIMIT), call);

        assertThat(first).as(call.name() + ", its first page").isLessThanOrEqualTo(small.rows() + BESIDES);
        assertThat(deep).as(call.name() + ", a page deep in it").isLessThanOrEqualTo(small.rows() + BESIDES);
        return true;
    }

    private static int rows(Outcome outcome, EveryCall call) {
        assertThat(outcome.refusal()).as(call.name()).isNull();
        assertThat(((Page<?>) Objects.requireNonNull(outcome.answer())).items())
                .as(call.name())
                .hasSize(LIMIT);
        return outcome.store().rows();
    }

    @Test
    void the_feed_is_followed_in_pages_that_read_no_more_than_they_give() throws IOException {
        try (CountedClass school = new CountedClass(4, 2)) {
            Feed before = feed(school, Cursor.START, 200);
            CountingStore counted = school.store.copy();
            ChangeDesk changes = school.open(counted).as(Actor.of("proviseure")).changes();
            assertThat(changes.after(before.next(), LIMIT).entries()).hasSize(LIMIT);
            assertThat(counted.rows()).isLessThanOrEqualTo(LIMIT + 1 + GATE);
        }
    }

    private static Feed feed(CountedClass school, Cursor after, int limit) {
        return school.school.head.changes().after(after, limit);
    }
}
