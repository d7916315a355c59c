package org.eportfolio.core.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eportfolio.core.Refusals.refused;
import static org.eportfolio.school.Members.leadTeachers;
import static org.eportfolio.school.Members.learners;
import static org.eportfolio.school.Members.teachers;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.eportfolio.ConflictException;
import org.eportfolio.DeniedException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.Message;
import org.eportfolio.NotFoundException;
import org.eportfolio.PageRequest;
import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.core.BundledScenarios;
import org.eportfolio.core.ExampleScales;
import org.eportfolio.core.Given;
import org.eportfolio.core.Story;
import org.eportfolio.core.VosReves;
import org.eportfolio.core.YearDesk;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.dossier.LearnerStatus;
import org.eportfolio.framework.FrameworkId;
import org.eportfolio.framework.Scale;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.ScenarioId;
import org.eportfolio.school.Cohort;
import org.eportfolio.school.Members;
import org.eportfolio.school.NewGrant;
import org.eportfolio.school.Role;
import org.eportfolio.school.SchoolYear;
import org.eportfolio.year.BegunYear;
import org.eportfolio.year.NewYear;
import org.eportfolio.year.YearChanges;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Row B0, the rentrée: roster by its difference, adoption, scenarios, dossiers, what is missing; again without effect. */
class B0RentreeTest extends Story {
    private static final String NEXT = "CS SNO 2027";
    private static final FrameworkId MC_SNO =
            BundledFrameworks.MC_SNO.framework().id();
    private static final FrameworkId CRCN = BundledFrameworks.CRCN.framework().id();

    @AfterEach
    void theJournalIsSound() {
        assertThat(school.head.journal().verify().faults()).isEmpty();
    }

    private static List<PersonId> people(String... ids) {
        return Stream.of(ids).map(PersonId::of).toList();
    }

    private BegunYear begun(NewYear year) {
        return school.head.year().begin(year, school.head.year().preview(year));
    }

    private static List<String> missing(YearChanges changes) {
        return changes.missing().stream().map(Message::key).toList();
    }

    /** Last year's class works on a scenario of which one mission is published. */
    private ScenarioId planned() {
        school.head.frameworks().publish(BundledFrameworks.CRCN);
        school.head.frameworks().publish(BundledFrameworks.TRANSVERSAL);
        var draft = school.durand.scenarios().draft(BundledScenarios.VOS_REVES.scenario());
        school.durand.scenarios().publish(draft, "vr-1-m1", "vr-2-m1");
        school.durand.plans().choose(school.cohort, draft.id());
        return draft.id();
    }

    private NewYear next() {
        return NewYear.of(NEXT)
                .with(learners("zoe", "noé"), teachers("m.durand"), leadTeachers("mme.petit"))
                .naming(PersonId.of("zoe"), "Zoé Exemple")
                .adopting(MC_SNO, ExampleScales.FOUR_STEPS)
                .copyingThePlanOf(school.cohort);
    }

    @Test
    void the_preview_tells_all_and_changes_nothing_and_beginning_does_just_that() {
        ScenarioId scenario = planned();
        long before = school.journalLength();

        YearChanges changes = school.head.year().preview(next());

        assertThat(school.journalLength()).as("a preview writes nothing").isEqualTo(before);
        assertThat(school.head.cohorts().find(NEXT)).isEmpty();
        assertThat(changes.newCohort()).isTrue();
        assertThat(changes.joining()).isEqualTo(people("noé", "zoe"));
        assertThat(changes.leaving()).isEmpty();
        assertThat(changes.staff())
                .containsExactly(
                        new YearChanges.Appointed(PersonId.of("m.durand"), Role.TEACHER),
                        new YearChanges.Appointed(PersonId.of("mme.petit"), Role.LEAD_TEACHER));
        assertThat(changes.adopted()).isEqualTo(new YearChanges.Adopted(MC_SNO, "four-steps", false));
        assertThat(changes.planned()).containsExactly(scenario);
        assertThat(changes.dossiers()).isEqualTo(people("noé", "zoe"));
        assertThat(missing(changes)).containsExactly("year.left-out");

        BegunYear begun = school.head.year().begin(next(), changes);

        assertThat(begun.changes()).isEqualTo(changes);
        assertThat(begun.adoption()).as("the adoption that was there").isEqualTo(school.sno);
        assertThat(school.head.cohorts().find(NEXT)).map(Cohort::id).contains(begun.cohort());
        assertThat(school.head.plans().of(begun.cohort()).scenarios()).containsExactly(scenario);
        assertThat(school.as("zoe").dossiers().of(PersonId.of("zoe"))).hasSize(1);
        assertThat(school.as("zoe").people().named(people("zoe"))).containsValue("Zoé Exemple");
        assertThat(school.head
                        .cohorts()
                        .members(begun.cohort(), PageRequest.first(10))
                        .items())
                .as("the plan came without its people")
                .hasSize(2);
    }

    @Test
    void again_it_has_no_effect() {
        planned();
        begun(next());
        long before = school.journalLength();
        YearChanges changes = school.head.year().preview(next());
        assertThat(changes.none()).isTrue();
        assertThat(changes.staying()).isEqualTo(people("noé", "zoe"));
        assertThat(missing(changes)).containsExactly("year.left-out");
        begun(next());
        assertThat(school.journalLength()).isEqualTo(before);
    }

    @Test
    void it_is_one_change_in_the_journal() {
        long before = school.entries().size();
        begun(next());
        List<String> bodies = school.entries().stream()
                .map(each -> each.body())
                .filter(each -> each.contains("year.begun"))
                .toList();
        assertThat(school.entries()).hasSize((int) before + bodies.size());
        assertThat(bodies).as("the organisation, and each new dossier").hasSize(3);
        assertThat(bodies.stream().map(each -> each.replaceAll(".*\"change\":\"([^\"]*)\".*", "$1")))
                .containsOnly(bodies.get(0).replaceAll(".*\"change\":\"([^\"]*)\".*", "$1"));
    }

    @Test
    void who_is_not_in_the_list_leaves_and_loses_nothing() {
        var given = school.positioned(school.durand, "C3.1", "acquis");
        NewYear year = NewYear.of(VosReves.CLASS).with(learners("lina", "malo", "yanis", "zoe"));
        YearChanges changes = school.head.year().preview(year);
        assertThat(changes.joining()).isEqualTo(people("zoe"));
        assertThat(changes.leaving()).isEqualTo(people("emma"));
        assertThat(changes.staying()).isEqualTo(people("lina", "malo", "yanis"));
        assertThat(changes.dossiers()).as("Malo has his").isEqualTo(people("lina", "yanis", "zoe"));

        school.head.year().begin(year, changes);

        assertThat(school.headReading()
                        .assessments()
                        .list(school.dossier, PageRequest.first(10))
                        .items())
                .containsExactly(given);
        refused(
                NotFoundException.class,
                "that you may see",
                "que vous puissiez voir",
                () -> school.durand.progress().of(school.dossier));
        school.clock.advance(Duration.ofDays(1));
        begun(NewYear.of(VosReves.CLASS).with(learners("emma", "lina", "malo", "yanis", "zoe")));
        assertThat(school.emma.dossiers().of(PersonId.of("emma")))
                .as("who comes back finds their dossier")
                .extracting(Dossier::id)
                .containsExactly(school.dossier);
    }

    @Test
    void what_is_left_out_is_left_as_it_is() {
        YearChanges changes = school.head.year().preview(NewYear.of(VosReves.CLASS));
        assertThat(changes.leaving()).isEmpty();
        assertThat(changes.staying()).isEqualTo(people("emma", "lina", "malo", "yanis"));
        assertThat(changes.dossiers()).as("under the only adoption").isEqualTo(people("lina", "yanis"));
        begun(NewYear.of(VosReves.CLASS).with(Members.of(Role.LEARNER, List.of())));
        assertThat(school.head
                        .cohorts()
                        .members(school.cohort, PageRequest.first(10))
                        .items())
                .as("an empty list says nothing")
                .allMatch(each -> each.period().until() == null);
        begun(NewYear.of(VosReves.CLASS).with(teachers("m.nouveau")));
        assertThat(school.durand.cohorts().list(PageRequest.first(100)).items())
                .as("staff stay")
                .hasSize(1);
        assertThat(school.as("m.nouveau").cohorts().list(PageRequest.first(100)).items())
                .hasSize(1);
    }

    @Test
    void nothing_is_begun_that_was_not_seen() {
        NewYear year = NewYear.of(VosReves.CLASS).with(learners("emma", "lina", "malo", "yanis"));
        YearChanges seen = school.head.year().preview(year);
        school.head.cohorts().enrol(VosReves.CLASS, learners("arrivée"));
        long before = school.journalLength();
        refused(
                ConflictException.class,
                "no longer what you saw",
                "n'est plus ce que vous avez vu",
                () -> school.head.year().begin(year, seen));
        assertThat(school.journalLength()).isEqualTo(before);
        assertThat(school.head.year().preview(year).leaving()).isEqualTo(people("arrivée"));
    }

    @Test
    void a_framework_that_ships_is_published_and_adopted_or_nothing_at_all_is_done() {
        NewYear year = NewYear.of(NEXT).with(learners("zoe")).adopting(CRCN, ExampleScales.FOUR_STEPS);
        assertThat(school.head.year().preview(year).adopted())
                .isEqualTo(new YearChanges.Adopted(CRCN, "four-steps", true));
        long before = school.journalLength();
        refused(
                NotFoundException.class,
                "that you may see",
                "que vous puissiez voir",
                () -> begun(year.workingOn(ScenarioId.of("nulle-part"))));
        refused(
                NotFoundException.class,
                "that you may see",
                "que vous puissiez voir",
                () -> begun(year.copyingThePlanOf(new CohortId(VosReves.nowhere()))));
        refused(
                NotFoundException.class,
                "that you may see",
                "que vous puissiez voir",
                () -> begun(NewYear.of(NEXT).adopting(new FrameworkId("rien", "1"), ExampleScales.FOUR_STEPS)));
        assertThat(school.journalLength()).isEqualTo(before);
        assertThat(school.head.frameworks().list(PageRequest.first(100)).items())
                .hasSize(1);
        begun(year);
        assertThat(school.head.frameworks().list(PageRequest.first(100)).items())
                .hasSize(2);
        assertThat(missing(school.head.year().preview(NewYear.of("Autre"))))
                .as("which of the two is not guessed")
                .contains("year.which-adoption");
        assertThat(school.head
                        .year()
                        .preview(NewYear.of(VosReves.CLASS).under(school.sno))
                        .dossiers())
                .isEqualTo(people("lina", "yanis"));
    }

    @Test
    void what_is_missing_is_said_in_both_languages_and_prevents_nothing() {
        planned();
        school.durand.scenarios().draft(Given.complete("second", "s"));
        YearChanges empty = school.head.year().preview(NewYear.of("Vide"));
        assertThat(missing(empty))
                .containsExactly("year.no-learner", "year.no-teacher", "year.no-lead-teacher", "year.no-scenario");
        NewYear year = NewYear.of(NEXT)
                .with(learners("zoe"))
                .adopting(CRCN, ExampleScales.FOUR_STEPS)
                .workingOn(ScenarioId.of("second"));
        YearChanges changes = school.head.year().preview(year);
        assertThat(missing(changes))
                .containsExactly(
                        "year.no-teacher",
                        "year.no-lead-teacher",
                        "year.nothing-published",
                        "year.other-framework",
                        "year.left-out");
        assertThat(changes.missing().get(2).in(Locale.FRENCH))
                .isEqualTo("rien du scénario « Scénario second » n'est encore publié");
        for (Message each : changes.missing()) {
            assertThat(each.in(Locale.ENGLISH)).doesNotContain("year.").isNotEqualTo(each.in(Locale.FRENCH));
        }
        begun(year);
        assertThat(school.head.cohorts().find(NEXT)).isPresent();
    }

    @Test
    void a_plan_is_copied_without_withdrawn_scenarios() {
        ScenarioId scenario = planned();
        school.durand.scenarios().withdraw(school.durand.scenarios().get(scenario));
        assertThat(school.head.year().preview(next()).planned()).isEmpty();
    }

    @Test
    void it_takes_the_head() {
        for (String person : List.of("m.durand", "emma", "passant")) {
            refused(
                    DeniedException.class,
                    "begin a cohort's year",
                    "faire la rentrée d'une cohorte",
                    () -> school.as(person).year().preview(next()));
        }
        school.head.grants().give(NewGrant.of("référente", Role.LEAD_TEACHER).over(school.cohort));
        refused(
                DeniedException.class,
                "begin a cohort's year",
                "faire la rentrée d'une cohorte",
                () -> school.as("référente")
                        .year()
                        .begin(next(), school.head.year().preview(next())));
        school.as("référente").plans().copy(school.cohort, school.cohort);
        school.as("référente").dossiers().open(PersonId.of("lina"), school.sno, LearnerStatus.SCHOOL);
    }

    @Test
    void wrong_input_is_refused_with_its_rule() {
        YearDesk desk = school.head.year();
        refused(
                InvalidInputException.class,
                "must not be blank",
                "ne doit pas être vide",
                () -> desk.preview(NewYear.of(" ")));
        refused(
                InvalidInputException.class,
                "learners and staff of the same cohort: zoe",
                "de l'équipe dans la même cohorte : zoe",
                () -> desk.preview(NewYear.of(NEXT).with(learners("zoe"), teachers("zoe"))));
        refused(
                InvalidInputException.class,
                "people are not enrolled in a cohort as",
                "on n'inscrit pas dans une cohorte",
                () -> desk.preview(NewYear.of(NEXT).with(Members.of(Role.HEAD, "zoe"))));
        refused(
                InvalidInputException.class,
                "two names: zoe",
                "deux noms : zoe",
                () -> desk.preview(
                        NewYear.of(NEXT).naming(PersonId.of("zoe"), "Zoé").naming(PersonId.of("zoe"), "Zoë")));
        refused(
                InvalidInputException.class,
                "must not be blank",
                "ne doit pas être vide",
                () -> desk.preview(NewYear.of(NEXT).naming(PersonId.of("zoe"), "")));
        refused(InvalidInputException.class, "not both", "pas les deux", () -> desk.preview(next().under(school.sno)));
        refused(
                ConflictException.class,
                "scale",
                "échelle",
                () -> desk.preview(NewYear.of(NEXT)
                        .adopting(
                                MC_SNO,
                                new Scale(
                                        "four-steps",
                                        "Une autre",
                                        false,
                                        ExampleScales.THREE_DEGREES_OF_AUTONOMY.levels()))));
        assertThat(desk.preview(NewYear.of(NEXT).with(learners("zoe", "zoe"), learners("zoe")))
                        .joining())
                .isEqualTo(people("zoe"));
    }

    @Test
    void inside_together_it_sees_what_was_done_before_and_a_preview_leaves_nothing_behind() {
        school.head.together(head -> {
            head.cohorts().enrol(NEXT, learners("zoe"));
            YearChanges changes = head.year().preview(next());
            assertThat(changes.newCohort()).isFalse();
            assertThat(changes.joining()).isEqualTo(people("noé"));
            assertThat(head.cohorts()
                            .members(head.cohorts().find(NEXT).orElseThrow().id(), PageRequest.first(10))
                            .items())
                    .hasSize(1);
            return head.year().begin(next(), changes);
        });
        assertThat(school.as("noé").dossiers().of(PersonId.of("noé"))).hasSize(1);
    }

    @Test
    void a_year_of_a_school_year_has_its_own_cohort_of_that_name() {
        SchoolYear now = SchoolYear.beginningIn(2026);
        CohortId before = school.head.cohorts().enrol("2SNO", SchoolYear.beginningIn(2025), learners("zoe"));

        CohortId begun =
                begun(NewYear.of("2SNO").inYear(now).with(learners("noé"))).cohort();

        assertThat(begun).isNotEqualTo(before);
        assertThat(begun(NewYear.of("2SNO").inYear(now).with(learners("noé"))).cohort())
                .isEqualTo(begun);
        assertThat(school.head.cohorts().members(before, PageRequest.first(10)).items())
                .allMatch(each -> each.period().until() == null);
    }

    @Test
    void a_cohort_without_a_year_that_has_no_members_is_of_the_year_that_begins() {
        CohortId there = school.head.cohorts().enrol("2SNO");

        CohortId begun = begun(
                        NewYear.of("2SNO").inYear(SchoolYear.beginningIn(2026)).with(learners("noé")))
                .cohort();

        assertThat(begun).isEqualTo(there);
        assertThat(school.head.cohorts().find("2SNO", SchoolYear.beginningIn(2026)))
                .map(Cohort::id)
                .contains(there);
    }
}
