package org.eportfolio.core.everyday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.eportfolio.school.Members.learners;
import static org.eportfolio.school.Members.teachers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eportfolio.DeniedException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.NotFoundException;
import org.eportfolio.Page;
import org.eportfolio.PageRequest;
import org.eportfolio.agenda.ClassCounts;
import org.eportfolio.agenda.ClassFilter;
import org.eportfolio.agenda.LearnerDivergences;
import org.eportfolio.agenda.LearnerGoal;
import org.eportfolio.agenda.Queue;
import org.eportfolio.agenda.Waiting;
import org.eportfolio.assessment.NewPositioning;
import org.eportfolio.assessment.NewSelfAssessment;
import org.eportfolio.core.ClassDesk;
import org.eportfolio.core.Desk;
import org.eportfolio.core.Given;
import org.eportfolio.core.Portfolio;
import org.eportfolio.core.Story;
import org.eportfolio.core.VosReves;
import org.eportfolio.core.calls.CallArguments;
import org.eportfolio.core.calls.CountingStore;
import org.eportfolio.dossier.Citation;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Production;
import org.eportfolio.dossier.Setting;
import org.eportfolio.framework.Code;
import org.eportfolio.guidance.Goal;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.reflection.Reflection;
import org.eportfolio.reflection.Subject;
import org.eportfolio.school.Actor;
import org.eportfolio.school.NewGrant;
import org.eportfolio.school.Role;
import org.junit.jupiter.api.Test;

/** H3: the lists of a class, in pages that read no more than they look through, with counts beside their filters. */
class H3ClassListsTest extends Story {
    private static final PageRequest FIRST = PageRequest.first(10);

    private ClassDesk classes() {
        return school.durand.classes();
    }

    private Production made(Desk learner, DossierId dossier, NewProduction production) {
        school.clock.advance(Duration.ofMinutes(1));
        return learner.productions().add(dossier, production);
    }

    @Test
    void pages_of_a_class_hold_each_production_once_from_either_end_whatever_the_size() {
        List<Production> all = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            boolean emmas = i % 3 == 0;
            all.add(made(
                    emmas ? school.emma : school.malo,
                    emmas ? school.dossier : school.malos,
                    NewProduction.titled("Page " + i)));
        }
        List<Production> newest = new ArrayList<>(all);
        Collections.reverse(newest);
        for (int size : new int[] {1, 2, 4, 9, 10}) {
            assertThat(pages(PageRequest.first(size), ClassFilter.ALL)).isEqualTo(all);
            assertThat(pages(PageRequest.newest(size), ClassFilter.ALL)).isEqualTo(newest);
            assertThat(pages(PageRequest.newest(size), ClassFilter.ALL.by(PersonId.of("emma"))))
                    .containsExactly(all.get(6), all.get(3), all.get(0));
        }
        Production between = school.emma.together(desk -> {
            Production made = desk.productions().add(school.dossier, NewProduction.titled("Encore"));
            return made;
        });
        assertThat(pages(PageRequest.newest(2), ClassFilter.ALL)).startsWith(between);
    }

    private List<Production> pages(PageRequest request, ClassFilter filter) {
        List<Production> all = new ArrayList<>();
        for (PageRequest next = request; next != null; ) {
            Page<Production> page = classes().productions(school.cohort, filter, next);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(request.size());
            all.addAll(page.items());
            next = page.next();
        }
        return all;
    }

    @Test
    void what_is_rare_is_found_behind_much_else() {
        Production rare =
                made(school.emma, school.dossier, NewProduction.titled("Rare").showing("C3.1"));
        for (int i = 0; i < 60; i++) made(school.malo, school.malos, NewProduction.titled("Page " + i));
        Page<Production> page = classes().productions(school.cohort, ClassFilter.ALL.on("C3.1"), PageRequest.newest(5));
        assertThat(page.items()).containsExactly(rare);
        assertThat(page.next()).isNull();
    }

    @Test
    void counts_say_how_many_each_choice_of_a_filter_leaves() {
        Production map = school.mindMap();
        made(school.malo, school.malos, NewProduction.titled("Vitrine").livedIn(new Setting.Workplace("VosRêves")));
        made(school.malo, school.malos, NewProduction.titled("Devis").showing("C3.1", "C1.1"));
        school.durand.feedback().comment(Subject.of(map), "Clair.");

        ClassCounts counts = classes().productionCounts(school.cohort, ClassFilter.ALL);

        assertThat(counts.total()).isEqualTo(3);
        assertThat(counts.states())
                .containsExactly(entry(ClassFilter.State.WAITING, 2), entry(ClassFilter.State.ANSWERED, 1));
        assertThat(counts.competencies()).containsEntry(Code.of("C3.1"), 2).containsEntry(Code.of("C1.1"), 1);
        assertThat(counts.situations()).containsEntry("VosRêves", 1);
        assertThat(counts.authors())
                .as("by their ids, never by number")
                .containsExactly(entry(PersonId.of("emma"), 1), entry(PersonId.of("malo"), 2));
        assertThat(classes()
                        .productionCounts(
                                school.cohort,
                                ClassFilter.ALL.by(PersonId.of("malo")).being(ClassFilter.State.WAITING))
                        .total())
                .isEqualTo(2);
        for (Code each : counts.competencies().keySet()) {
            assertThat(pages(FIRST, ClassFilter.ALL.on(each.value())))
                    .hasSize(counts.competencies().get(each));
        }
    }

    @Test
    void reflections_count_for_what_the_productions_show_that_they_cite() {
        Production map = school.mindMap();
        Reflection citing = school.emma.reflections().share(school.dossier, Given.INSTALLING.citing(map));
        school.malo.reflections().share(school.malos, Given.INSTALLING);

        ClassCounts counts = classes().reflectionCounts(school.cohort, ClassFilter.ALL);

        assertThat(counts.total()).isEqualTo(2);
        assertThat(counts.states()).containsEntry(ClassFilter.State.WAITING, 2);
        assertThat(counts.competencies()).containsOnlyKeys(map.current().competencies());
        assertThat(classes()
                        .reflections(school.cohort, ClassFilter.ALL.on("C3.1"), FIRST)
                        .items())
                .containsExactly(citing);
    }

    @Test
    void the_goals_of_a_class_come_in_one_call_and_are_filtered() {
        Goal emmas = school.emma.goals().set(school.dossier, CallArguments.goal());
        school.clock.advance(Duration.ofHours(1));
        Goal malos = school.malo.goals().set(school.malos, CallArguments.goal());
        Production map = school.mindMap();
        Goal claimed = school.emma.goals().claim(emmas, "Fait.", Citation.of(map));

        assertThat(classes().goals(school.cohort, ClassFilter.ALL, FIRST).items())
                .containsExactly(
                        new LearnerGoal(PersonId.of("emma"), claimed), new LearnerGoal(PersonId.of("malo"), malos));
        assertThat(goals(ClassFilter.ALL.being(ClassFilter.State.WAITING))).containsExactly(claimed);
        assertThat(goals(ClassFilter.ALL.being(ClassFilter.State.ANSWERED))).isEmpty();
        assertThat(goals(ClassFilter.ALL.by(PersonId.of("malo")))).containsExactly(malos);
        assertThat(goals(ClassFilter.ALL.on(malos.competency().value()))).hasSize(2);
        assertThat(goals(ClassFilter.ALL.in("VosRêves")))
                .as("a goal has no situation")
                .isEmpty();
        school.clock.advance(Duration.ofHours(1));
        Goal answered = school.durand.goals().decline(claimed, "Datez vos sources.");
        assertThat(goals(ClassFilter.ALL.being(ClassFilter.State.ANSWERED))).containsExactly(answered);
        assertThat(goals(ClassFilter.ALL.since(school.clock.instant()))).containsExactly(answered);
        Page<LearnerGoal> one = classes().goals(school.cohort, ClassFilter.ALL, PageRequest.first(1));
        assertThat(classes().goals(school.cohort, ClassFilter.ALL, one.next()).items())
                .extracting(LearnerGoal::goal)
                .containsExactly(malos);
    }

    private List<Goal> goals(ClassFilter filter) {
        return classes().goals(school.cohort, filter, FIRST).items().stream()
                .map(LearnerGoal::goal)
                .toList();
    }

    private void differs(Desk learner, DossierId dossier) {
        Production made = made(learner, dossier, NewProduction.titled("Carte").showing("C3.1"));
        learner.assessments()
                .publish(
                        dossier,
                        NewSelfAssessment.of("C3.1", "acquis").because("Vu.").citing(made));
        school.durand
                .assessments()
                .position(
                        dossier,
                        NewPositioning.of("C3.1", "en-cours")
                                .because("À dater.")
                                .citing(made));
    }

    @Test
    void the_divergences_of_a_class_are_those_of_each_progress() {
        DossierId linas = school.as("lina").dossiers().open(school.sno);
        differs(school.emma, school.dossier);
        differs(school.as("lina"), linas);

        Page<LearnerDivergences> all = classes().divergences(school.cohort, FIRST);

        assertThat(all.next()).isNull();
        assertThat(all.items()).extracting(each -> each.learner().value()).containsExactlyInAnyOrder("emma", "lina");
        for (LearnerDivergences each : all.items()) {
            assertThat(each.divergences())
                    .isEqualTo(school.durand.progress().of(each.dossier()).divergences());
        }
        Page<LearnerDivergences> one = classes().divergences(school.cohort, school.sno, PageRequest.first(1));
        assertThat(one.items()).containsExactly(all.items().get(0));
        assertThat(classes().divergences(school.cohort, school.sno, one.next()).items())
                .containsExactly(all.items().get(1));
    }

    @Test
    void a_list_of_the_queue_goes_on_beyond_what_the_queue_shows() {
        for (int i = 0; i < 25; i++) made(school.emma, school.dossier, NewProduction.titled("Page " + i));
        Queue queue = school.durand.queue().of(school.cohort, 3);
        assertThat(queue.productions().more()).isEqualTo(5);

        List<Waiting> all = waiting(Queue.Part.PRODUCTIONS, 7);

        assertThat(all).hasSize(25).startsWith(queue.productions().items().toArray(Waiting[]::new));
        assertThat(all).isSortedAccordingTo(Comparator.comparing(Waiting::at));
        assertThat(waiting(Queue.Part.OWED, 7)).isEmpty();
        Page<Waiting> newest = school.durand.queue().list(school.cohort, Queue.Part.PRODUCTIONS, PageRequest.newest(1));
        assertThat(newest.items()).containsExactly(all.get(24));
    }

    private List<Waiting> waiting(Queue.Part part, int size) {
        List<Waiting> all = new ArrayList<>();
        for (PageRequest next = PageRequest.first(size); next != null; ) {
            Page<Waiting> page = school.durand.queue().list(school.cohort, part, next);
            all.addAll(page.items());
            next = page.next();
        }
        return all;
    }

    @Test
    void a_page_goes_on_after_something_that_was_answered_meanwhile() {
        List<Reflection> shared = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            school.clock.advance(Duration.ofMinutes(1));
            shared.add(school.emma.reflections().share(school.dossier, Given.INSTALLING));
        }
        Page<Waiting> first = school.durand.queue().list(school.cohort, Queue.Part.OWED, PageRequest.first(1));
        school.durand.feedback().comment(Subject.of(shared.get(0)), "Clair.");
        Page<Waiting> second = school.durand.queue().list(school.cohort, Queue.Part.OWED, first.next());
        assertThat(second.items())
                .extracting(Waiting::about)
                .containsExactly(shared.get(1).id().toString());
    }

    @Test
    void all_who_left_no_trace_are_named() {
        List<String> quiet =
                Stream.iterate(0, i -> i + 1).limit(25).map(i -> "z" + i).toList();
        school.head.cohorts().enrol(VosReves.CLASS, learners(quiet.toArray(String[]::new)));
        school.clock.advance(Duration.ofDays(30));
        Queue queue = school.durand.queue().of(school.cohort, 3);
        List<Queue.Silent> all = school.durand.queue().silent(school.cohort, 3);
        assertThat(all)
                .hasSize(queue.silent().total())
                .startsWith(queue.silent().items().toArray(Queue.Silent[]::new));
        assertThatThrownBy(() -> school.durand.queue().silent(school.cohort, 0))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void who_may_not_read_a_class_counts_nothing_in_it() {
        school.mindMap();
        school.head.cohorts().enrol("CS SNO 2025", learners("zoe"), teachers("m.autre"));
        school.head.grants().give(NewGrant.of("parent", Role.REPRESENTATIVE).over(school.cohort));
        CohortId cohort = school.cohort;
        for (Function<Desk, Object> call : List.<Function<Desk, Object>>of(
                desk -> desk.classes().productionCounts(cohort, ClassFilter.ALL),
                desk -> desk.classes().reflectionCounts(cohort, ClassFilter.ALL),
                desk -> desk.classes().goals(cohort, ClassFilter.ALL, FIRST),
                desk -> desk.classes().divergences(cohort, FIRST),
                desk -> desk.queue().list(cohort, Queue.Part.OWED, FIRST),
                desk -> desk.queue().silent(cohort, 3))) {
            assertThatThrownBy(() -> call.apply(school.as("m.autre"))).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> call.apply(school.as("parent"))).isInstanceOf(DeniedException.class);
        }
        assertThatThrownBy(() -> classes().productionCounts(cohort, ClassFilter.ALL.in("x\ny")))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void the_store_is_asked_as_often_for_six_hundred_learners_as_for_eight_and_gives_a_page() {
        int[] eight = asked(8);
        int[] many = asked(600);
        for (int i = 0; i < eight.length; i++) {
            assertThat(many[i]).as("call " + i).isEqualTo(eight[i]).isLessThanOrEqualTo(30);
        }
    }

    private static int[] asked(int size) {
        CountingStore store = new CountingStore();
        try (VosReves many = VosReves.over(store)) {
            List<String> names = new ArrayList<>(VosReves.LEARNERS);
            for (int i = names.size(); i < size; i++) names.add("learner-" + i);
            many.head.cohorts().enrol(VosReves.CLASS, learners(names.toArray(String[]::new)));
            for (String each : names) {
                Desk desk = many.as(each);
                DossierId dossier = desk.dossiers().open(many.sno);
                for (int i = 0; i < 3; i++) desk.productions().add(dossier, NewProduction.titled("Carte"));
                desk.goals().set(dossier, CallArguments.goal());
            }
            PageRequest page = PageRequest.newest(5);
            return Stream.<Function<Desk, Object>>of(
                            desk -> desk.classes().productions(many.cohort, ClassFilter.ALL, page),
                            desk -> desk.classes().reflections(many.cohort, ClassFilter.ALL, page),
                            desk -> desk.classes().goals(many.cohort, ClassFilter.ALL, page),
                            desk -> desk.classes().productionCounts(many.cohort, ClassFilter.ALL),
                            desk -> desk.classes().reflectionCounts(many.cohort, ClassFilter.ALL),
                            desk -> desk.queue().list(many.cohort, Queue.Part.PRODUCTIONS, page),
                            desk -> desk.queue().silent(many.cohort, 3))
                    .mapToInt(call -> {
                        CountingStore counted = store.copy();
                        try (Portfolio fresh =
                                Portfolio.with(counted).clock(many.clock).build()) {
                            Object answer = call.apply(fresh.as(Actor.of("m.durand")));
                            if (answer instanceof Page<?> some && !some.items().isEmpty()) {
                                assertThat(some.items()).hasSize(5);
                            }
                        }
                        return counted.lookUps();
                    })
                    .toArray();
        }
    }

    @Test
    void a_page_reads_no_more_bodies_than_it_looks_through() {
        CountingStore store = new CountingStore();
        try (VosReves many = VosReves.over(store)) {
            List<String> names = new ArrayList<>(VosReves.LEARNERS);
            for (int i = names.size(); i < 60; i++) names.add("learner-" + i);
            many.head.cohorts().enrol(VosReves.CLASS, learners(names.toArray(String[]::new)));
            for (String each : names) {
                DossierId dossier = many.as(each).dossiers().open(many.sno);
                for (int i = 0; i < 5; i++) {
                    many.as(each).productions().add(dossier, NewProduction.titled("Carte"));
                }
            }
            int none = rows(store, many, desk -> desk.classes().reflections(many.cohort, ClassFilter.ALL, FIRST));
            int page = rows(store, many, desk -> desk.classes().productions(many.cohort, ClassFilter.ALL, FIRST));
            assertThat(page - none).isBetween(10, 12);
        }
    }

    private static int rows(CountingStore store, VosReves many, Function<Desk, Page<?>> call) {
        CountingStore counted = store.copy();
        try (Portfolio fresh = Portfolio.with(counted).clock(many.clock).build()) {
            call.apply(fresh.as(Actor.of("m.durand")));
        }
        return counted.rows();
    }
}
