package org.eportfolio.console.demo;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.LongConsumer;
import org.eportfolio.Page;
import org.eportfolio.console.school.School;
import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.core.Desk;
import org.eportfolio.core.ExampleScales;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Cohort;
import org.eportfolio.school.Members;
import org.eportfolio.school.NameOrder;
import org.eportfolio.school.Role;

/**
 * Learners in cohorts of thirty, each with a history. Each load enrols its learners in one commit and brings their
 * histories in the next; learners who were enrolled when a run was cut off get theirs first in the next run.
 */
final class LoadGenerator {
    private static final String PREFIX = "gen-";
    private static final int COHORT = 30;
    private static final int LARGEST_LOAD = 1_000;
    private static final int SMALLEST_LOAD = 10;

    private final Desk head;
    private final Clock clock;
    private final GeneratedHistories histories;

    LoadGenerator(Desk head, Clock clock, long seed, int assessments) {
        this.head = head;
        this.clock = clock;
        AdoptionId adoption = head.frameworks().adopt(BundledFrameworks.MC_SNO, ExampleScales.FOUR_STEPS);
        this.histories = new GeneratedHistories(
                adoption,
                head.frameworks().get(BundledFrameworks.MC_SNO.framework().id()).competencies(),
                ExampleScales.FOUR_STEPS,
                clock,
                seed,
                assessments);
    }

    /** @param committed gets, after each load, how many learners this run has added */
    void run(int learners, LongConsumer committed) {
        int load = Math.min(LARGEST_LOAD, Math.max(SMALLEST_LOAD, learners / 10));
        List<Integer> waiting = new ArrayList<>();
        int last = takeStock(waiting);
        int done = 0;
        while (done < learners) {
            int size = Math.min(load, learners - done);
            List<Integer> numbers = new ArrayList<>(waiting.subList(0, Math.min(size, waiting.size())));
            waiting.subList(0, numbers.size()).clear();
            int first = last + 1;
            while (numbers.size() < size) numbers.add(++last);
            if (last >= first) enrol(first, last);
            head.bulk().load(numbers.stream().map(histories::of).iterator());
            done += size;
            committed.accept(done);
        }
    }

    /**
     * The number of the last learner enrolled, and those who still wait for their history: they can only be in the last
     * cohorts.
     */
    private int takeStock(List<Integer> waiting) {
        List<Cohort> cohorts = Page.all(head.cohorts()::list).stream()
                .filter(each -> each.name().startsWith(PREFIX))
                .sorted(NameOrder.of(Locale.ROOT).cohorts())
                .toList();
        int last = 0;
        for (int i = cohorts.size() - 1; i >= 0; i--) {
            Set<PersonId> there =
                    School.learners(head, cohorts.get(i).id(), clock.instant()).keySet();
            List<Integer> without = new ArrayList<>();
            for (PersonId each : there) {
                int number = Integer.parseInt(each.value().substring(PREFIX.length()));
                last = Math.max(last, number);
                if (head.dossiers().of(each).isEmpty()) without.add(number);
            }
            waiting.addAll(0, without);
            if (without.size() < there.size()) break;
        }
        return last;
    }

    private void enrol(int first, int last) {
        head.together(joined -> {
            for (int from = first; from <= last; ) {
                int cohort = cohort(from);
                int to = Math.min(last, cohort * COHORT);
                List<PersonId> learners = new ArrayList<>();
                for (int number = from; number <= to; number++) learners.add(learner(number));
                joined.cohorts()
                        .enrol(
                                String.format("%s%05d", PREFIX, cohort),
                                Members.of(Role.LEARNER, learners),
                                Members.of(Role.TEACHER, List.of(teacher(from))));
                from = to + 1;
            }
            return true;
        });
    }

    static PersonId learner(int number) {
        return PersonId.of(String.format("%s%06d", PREFIX, number));
    }

    static PersonId teacher(int learner) {
        return PersonId.of(String.format("gen-teacher-%05d", cohort(learner)));
    }

    private static int cohort(int learner) {
        return (learner - 1) / COHORT + 1;
    }
}
