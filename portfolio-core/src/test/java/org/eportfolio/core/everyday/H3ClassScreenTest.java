package org.eportfolio.core.everyday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.eportfolio.school.Members.leadTeachers;
import static org.eportfolio.school.Members.learners;
import static org.eportfolio.school.Members.teachers;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eportfolio.DeniedException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.NotFoundException;
import org.eportfolio.Page;
import org.eportfolio.PageRequest;
import org.eportfolio.PortfolioException;
import org.eportfolio.agenda.ClassFilter;
import org.eportfolio.agenda.ClassScreen;
import org.eportfolio.agenda.Waiting;
import org.eportfolio.assessment.ClassEntry;
import org.eportfolio.assessment.Matrix;
import org.eportfolio.assessment.NewClassEntry;
import org.eportfolio.assessment.NewSelfAssessment;
import org.eportfolio.assessment.StandingClassEntry;
import org.eportfolio.core.Desk;
import org.eportfolio.core.Given;
import org.eportfolio.core.Portfolio;
import org.eportfolio.core.Story;
import org.eportfolio.core.VosReves;
import org.eportfolio.core.calls.CallArguments;
import org.eportfolio.core.calls.CountingStore;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Production;
import org.eportfolio.dossier.Setting;
import org.eportfolio.framework.Code;
import org.eportfolio.guidance.Goal;
import org.eportfolio.id.PersonId;
import org.eportfolio.reflection.Reflection;
import org.eportfolio.reflection.Subject;
import org.eportfolio.school.Actor;
import org.eportfolio.school.NewGrant;
import org.eportfolio.school.Role;
import org.eportfolio.school.StaffMember;
import org.junit.jupiter.api.Test;

/** H3: the list I need. */
class H3ClassScreenTest extends Story {
    private static final PageRequest NEWEST = PageRequest.newest(10);

    private ClassScreen.Line line(Desk desk, String learner) {
        return desk.classes().screen(school.cohort, Locale.FRENCH).lines().stream()
                .filter(each -> each.learner().value().equals(learner))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void one_call_has_each_learner_with_levels_what_waits_goals_divergences_and_the_last_trace() {
        Goal goal = school.emma.goals().set(school.dossier, CallArguments.goal());
        school.clock.advance(Duration.ofHours(1));
        Production map = school.mindMap();
        Instant last = school.clock.instant();
        school.emma
                .assessments()
                .publish(
                        school.dossier,
                        NewSelfAssessment.of("C3.1", "acquis").because("Vu.").citing(map));
        school.positioned(school.durand, "C3.1", "en-cours");

        ClassScreen.Line emma = line(school.durand, "emma");

        assertThat(emma.level(Code.of("C3.1")).map(Matrix.Cell::level))
                .hasValueSatisfying(level -> assertThat(level.id().value()).isEqualTo("en-cours"));
        assertThat(emma.waiting().items()).extracting(Waiting::what).containsExactly(Waiting.What.PRODUCTION);
        assertThat(emma.goals()).containsExactly(goal);
        assertThat(emma.divergences())
                .singleElement()
                .satisfies(each -> assertThat(each.competency()).isEqualTo(Code.of("C3.1")));
        assertThat(emma.lastTrace()).isEqualTo(last);
        ClassScreen.Line lina = line(school.durand, "lina");
        assertThat(lina.dossier()).isNull();
        assertThat(lina.levels()).isEmpty();
        assertThat(lina.lastTrace()).isNull();
    }

    @Test
    void learners_stand_in_the_order_of_their_names_and_namesakes_are_told_apart() {
        school.head
                .people()
                .name(Map.of(
                        PersonId.of("yanis"), "Ana Écran",
                        PersonId.of("lina"), "Zoé Martin",
                        PersonId.of("malo"), "Zoé Martin",
                        PersonId.of("emma"), "Emma Durand"));
        assertThat(school.durand.classes().screen(school.cohort, Locale.FRENCH).lines())
                .extracting(ClassScreen.Line::name)
                .containsExactly("Ana Écran", "Emma Durand", "Zoé Martin (lina)", "Zoé Martin (malo)");
    }

    @Test
    void the_page_says_of_each_dossier_what_its_matrix_its_queue_and_its_progress_say() {
        school.madeTogether();
        school.positioned(school.durand, "C3.1", "acquis");
        ClassScreen screen = school.durand.classes().screen(school.cohort, Locale.FRENCH);
        Matrix matrix = school.durand.progress().matrix(school.cohort);
        assertThat(screen.columns()).isEqualTo(matrix.columns());
        for (Matrix.Line each : matrix.lines()) {
            ClassScreen.Line line = line(school.durand, each.learner().value());
            assertThat(line.levels()).isEqualTo(each.cells());
            assertThat(line.dossier()).isEqualTo(each.dossier());
        }
        assertThat(line(school.durand, "emma").divergences())
                .isEqualTo(school.durand.progress().of(school.dossier).divergences());
    }

    @Test
    void a_class_without_dossiers_has_a_page_too() {
        var fresh = school.head.cohorts().enrol("2SNO", learners("zoe"), teachers("m.durand"));
        ClassScreen screen = school.durand.classes().screen(fresh, Locale.FRENCH);
        assertThat(screen.adoption()).isNull();
        assertThat(screen.columns()).isEmpty();
        assertThat(screen.lines()).extracting(ClassScreen.Line::name).containsExactly("zoe");
    }

    @Test
    void asks_the_store_as_often_for_six_hundred_learners_as_for_eight() {
        assertThat(lookUps(600)).isEqualTo(lookUps(8)).isLessThanOrEqualTo(30);
    }

    private static int lookUps(int size) {
        CountingStore store = new CountingStore();
        try (VosReves many = VosReves.over(store)) {
            List<String> names = new ArrayList<>(VosReves.LEARNERS);
            for (int i = names.size(); i < size; i++) names.add("learner-" + i);
            many.head.cohorts().enrol(VosReves.CLASS, learners(names.toArray(String[]::new)));
            for (String each : names) {
                Desk desk = many.as(each);
                var dossier = desk.dossiers().open(many.sno);
                desk.productions().add(dossier, NewProduction.titled("Carte").writing("Mercanet"));
                desk.goals().set(dossier, CallArguments.goal());
            }
            many.durand
                    .assessments()
                    .positionClass(
                            NewClassEntry.of(many.cohort, "C3.1", "acquis").because("TP"));
            CountingStore counted = store.copy();
            try (Portfolio fresh = Portfolio.with(counted).clock(many.clock).build()) {
                ClassScreen screen = fresh.as(Actor.of("m.durand")).classes().screen(many.cohort, Locale.FRENCH);
                assertThat(screen.lines()).hasSize(size).allSatisfy(each -> {
                    assertThat(each.levels()).hasSize(1);
                    assertThat(each.goals()).hasSize(1);
                });
            }
            return counted.lookUps();
        }
    }

    @Test
    void a_learner_and_a_teacher_of_another_class_get_no_page() {
        school.head.cohorts().enrol("CS SNO 2025", learners("zoe"), teachers("m.autre"));
        assertThatThrownBy(() -> school.emma.classes().screen(school.cohort, Locale.FRENCH))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> school.as("m.autre").classes().screen(school.cohort, Locale.FRENCH))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void productions_of_a_class_come_newest_first_page_by_page() {
        school.mindMap();
        Production second = school.malo.productions().add(school.malos, NewProduction.titled("Devis"));
        Production third = school.emma.productions().add(school.dossier, NewProduction.titled("Site"));
        Page<Production> first =
                school.durand.classes().productions(school.cohort, ClassFilter.ALL, PageRequest.newest(2));
        assertThat(first.items()).containsExactly(third, second);
        Page<Production> next = school.durand.classes().productions(school.cohort, ClassFilter.ALL, first.next());
        assertThat(next.items()).extracting(Production::title).containsExactly("Carte mentale des modules de paiement");
        assertThat(next.next()).isNull();
        assertThat(school.durand
                        .classes()
                        .productions(school.cohort, ClassFilter.ALL, PageRequest.first(1))
                        .items())
                .extracting(Production::owner)
                .containsExactly(PersonId.of("emma"));
    }

    @Test
    void productions_are_filtered_by_competency_situation_author_state_and_time() {
        Production map = school.mindMap();
        school.clock.advance(Duration.ofDays(1));
        Production shop = school.malo
                .productions()
                .add(school.malos, NewProduction.titled("Vitrine").livedIn(new Setting.Workplace("VosRêves")));
        school.durand.feedback().comment(Subject.of(map), "Clair.");
        var all = school.durand.classes();
        assertThat(all.productions(school.cohort, ClassFilter.ALL.on("C3.1"), NEWEST)
                        .items())
                .containsExactly(map);
        assertThat(all.productions(school.cohort, ClassFilter.ALL.in("VosRêves"), NEWEST)
                        .items())
                .containsExactly(shop);
        assertThat(all.productions(school.cohort, ClassFilter.ALL.by(PersonId.of("malo")), NEWEST)
                        .items())
                .containsExactly(shop);
        assertThat(all.productions(school.cohort, ClassFilter.ALL.being(ClassFilter.State.ANSWERED), NEWEST)
                        .items())
                .extracting(Production::id)
                .containsExactly(map.id());
        assertThat(all.productions(school.cohort, ClassFilter.ALL.being(ClassFilter.State.WAITING), NEWEST)
                        .items())
                .containsExactly(shop);
        assertThat(all.productions(school.cohort, ClassFilter.ALL.since(school.clock.instant()), NEWEST)
                        .items())
                .containsExactly(shop);
        assertThat(all.productions(school.cohort, ClassFilter.ALL.by(PersonId.of("zoe")), NEWEST)
                        .items())
                .isEmpty();
        assertThatThrownBy(() -> all.productions(school.cohort, ClassFilter.ALL.in("x\ny"), NEWEST))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void reflections_of_a_class_are_those_that_were_shared() {
        Reflection shared = school.emma.reflections().share(school.dossier, Given.INSTALLING);
        school.malo.reflections().draft(school.malos, Given.INSTALLING);
        assertThat(school.durand
                        .classes()
                        .reflections(school.cohort, ClassFilter.ALL, NEWEST)
                        .items())
                .containsExactly(shared);
        assertThat(school.durand
                        .classes()
                        .reflections(school.cohort, ClassFilter.ALL.on("C3.1"), NEWEST)
                        .items())
                .isEmpty();
    }

    @Test
    void who_may_not_read_productions_reads_none_in_the_lists_of_a_class() {
        school.mindMap();
        school.head.grants().give(NewGrant.of("parent", Role.REPRESENTATIVE).over(school.cohort));
        assertThatThrownBy(() -> school.as("parent").classes().productions(school.cohort, ClassFilter.ALL, NEWEST))
                .isInstanceOf(DeniedException.class);
    }

    @Test
    void the_entries_of_a_class_are_listed_as_long_as_they_stand() {
        school.as("lina").dossiers().open(school.sno);
        school.as("yanis").dossiers().open(school.sno);
        ClassEntry first = school.durand
                .assessments()
                .positionClass(NewClassEntry.of(school.cohort, "C1.1", "acquis").because("TP"));
        ClassEntry second = school.durand
                .assessments()
                .positionClass(
                        NewClassEntry.of(school.cohort, "C3.1", "en-cours").because("TP"));
        assertThat(school.durand.classes().entries(school.cohort, NEWEST).items())
                .extracting(each -> each.entry().id())
                .containsExactly(second.id(), first.id());
        school.durand.assessments().undo(school.cohort, second.id(), "Confondu.");
        StandingClassEntry left =
                school.durand.classes().entries(school.cohort, NEWEST).items().get(0);
        assertThat(left.levels()).hasSize(4);
        assertThat(left.author()).isEqualTo(PersonId.of("m.durand"));
        assertThat(left.because()).isEqualTo("TP");
    }

    @Test
    void a_class_names_its_teachers_to_its_learners_and_to_them() {
        school.head.cohorts().enrol(VosReves.CLASS, leadTeachers("mme.petit"));
        school.head.grants().give(NewGrant.of("jury", Role.CERTIFIER).over(school.cohort));
        for (Desk each : List.of(school.emma, school.durand, school.head)) {
            assertThat(each.classes().staff(school.cohort))
                    .extracting(StaffMember::role, member -> member.person().value())
                    .containsExactly(
                            tuple(Role.TEACHER, "m.durand"),
                            tuple(Role.TEACHER, "mme.petit"),
                            tuple(Role.LEAD_TEACHER, "mme.petit"));
        }
        school.head.cohorts().enrol("CS SNO 2025", learners("zoe"));
        assertThatThrownBy(() -> school.as("zoe").classes().staff(school.cohort))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void a_learner_knows_their_classmates_by_name_and_nobody_else() {
        school.head.people().name(PersonId.of("malo"), "Malo Brun");
        school.head.cohorts().enrol("CS SNO 2025", learners("zoe"));
        Map<PersonId, String> expected = new LinkedHashMap<>();
        expected.put(PersonId.of("lina"), "lina");
        expected.put(PersonId.of("malo"), "Malo Brun");
        expected.put(PersonId.of("yanis"), "yanis");
        assertThat(school.emma.classes().classmates(Locale.FRENCH)).containsExactlyEntriesOf(expected);
        assertThat(school.as("zoe").classes().classmates(Locale.FRENCH)).isEmpty();
        assertThatThrownBy(() -> school.durand.classes().classmates(Locale.FRENCH))
                .isInstanceOf(PortfolioException.class);
    }
}
