package org.eportfolio.core.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eportfolio.school.Members.learners;
import static org.eportfolio.school.Members.teachers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.eportfolio.assessment.NewPositioning;
import org.eportfolio.assessment.NewSelfAssessment;
import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.core.BundledScenarios;
import org.eportfolio.core.Desk;
import org.eportfolio.core.ExampleScales;
import org.eportfolio.core.Given;
import org.eportfolio.core.OverBothStores;
import org.eportfolio.core.Portfolio;
import org.eportfolio.core.Stores;
import org.eportfolio.core.VosReves;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.guidance.NewGoal;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.interview.NewInterview;
import org.eportfolio.peer.Criterion;
import org.eportfolio.peer.NewCampaign;
import org.eportfolio.peer.NewHandIn;
import org.eportfolio.reflection.Subject;
import org.eportfolio.school.Actor;
import org.eportfolio.year.NewYear;
import org.eportfolio.year.YearChanges;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** Rows A10, B0 and B1: home, queue and rentrée ask the store as often for a class of thirty as for one of three. */
@OverBothStores
class WeeklyReadingsTest {
    @Parameter
    @SuppressWarnings("NullAway.Init")
    Stores stores;

    @TempDir
    Path folder;

    @Test
    void home_queue_and_rentree_take_as_many_readings_for_thirty_learners_as_for_three() throws IOException {
        Map<String, Integer> small = readings(3, 1);
        Map<String, Integer> large = readings(30, 20);
        assertThat(large).isEqualTo(small);
        assertThat(small)
                .allSatisfy((call, readings) -> assertThat(readings).as(call).isBetween(1, 45));
    }

    /** @param each how much of everything each learner has */
    private Map<String, Integer> readings(int size, int each) throws IOException {
        CountedReadings counted =
                new CountedReadings(stores.open(Files.createDirectory(folder.resolve("class-of-" + size))));
        Map<String, Integer> readings = new LinkedHashMap<>();
        try (VosReves school = VosReves.over(counted.store())) {
            List<String> names = new ArrayList<>();
            for (int i = 0; i < size; i++) names.add("learner-" + i);
            NewYear year = NewYear.of("CS SNO 2027")
                    .with(learners(names.toArray(String[]::new)), teachers("m.durand"))
                    .adopting(BundledFrameworks.MC_SNO.framework().id(), ExampleScales.FOUR_STEPS)
                    .copyingThePlanOf(planned(school));
            for (String name : names) year = year.naming(PersonId.of(name), "Personne " + name);
            NewYear wanted = year;
            readings.put(
                    "preview",
                    cold(counted, school, "proviseure", head -> head.year().preview(wanted)));
            YearChanges changes = school.head.year().preview(wanted);
            readings.put(
                    "begin",
                    cold(counted, school, "proviseure", head -> head.year().begin(wanted, changes)));
            var cohort = school.head.cohorts().find("CS SNO 2027").orElseThrow().id();
            YearChanges none = school.head.year().preview(wanted);
            readings.put(
                    "begin again",
                    cold(counted, school, "proviseure", head -> head.year().begin(wanted, none)));
            var campaign = school.durand
                    .campaigns()
                    .open(NewCampaign.of(cohort, "Relire")
                            .asking(Criterion.of("Clair ?"))
                            .until(VosReves.BEGINNING.plus(Duration.ofDays(9))));
            Map<String, DossierId> dossiers = new LinkedHashMap<>();
            for (String name : names) {
                DossierId dossier =
                        school.as(name).dossiers().of(PersonId.of(name)).get(0).id();
                dossiers.put(name, dossier);
                fill(school, name, dossier, each);
                var card = school.as(name).productions().add(dossier, NewProduction.titled("Carte"));
                school.as(name).campaigns().handIn(campaign.id(), dossier, NewHandIn.of(card));
            }
            school.durand.campaigns().draw(campaign.id(), 2);
            DossierId mine = dossiers.values().iterator().next();
            readings.put(
                    "home",
                    cold(counted, school, "learner-0", emma -> emma.home().of(mine)));
            readings.put(
                    "visit",
                    cold(counted, school, "learner-0", emma -> emma.home().visited(mine, school.clock.instant())));
            assertThat(school.as("learner-0").home().of(mine).asked().total()).isGreaterThan(2);
            readings.put(
                    "queue",
                    cold(counted, school, "m.durand", teacher -> teacher.queue().of(cohort, 3)));
            assertThat(school.durand.queue().of(cohort, 3).productions().total())
                    .isGreaterThanOrEqualTo(size);
        }
        return readings;
    }

    @Test
    void matrix_queue_week_and_rentree_take_as_many_readings_for_six_hundred_learners_as_for_thirty()
            throws IOException {
        assertThat(ofAClass(600)).isEqualTo(ofAClass(30));
    }

    private Map<String, Integer> ofAClass(int size) throws IOException {
        CountedReadings counted =
                new CountedReadings(stores.open(Files.createDirectory(folder.resolve("large-class-of-" + size))));
        Map<String, Integer> readings = new LinkedHashMap<>();
        try (VosReves school = VosReves.over(counted.store())) {
            String[] names =
                    IntStream.range(0, size).mapToObj(i -> "learner-" + i).toArray(String[]::new);
            NewYear year = NewYear.of("CS SNO 2027")
                    .with(learners(names), teachers("m.durand"))
                    .adopting(BundledFrameworks.MC_SNO.framework().id(), ExampleScales.FOUR_STEPS);
            YearChanges changes = school.head.year().preview(year);
            readings.put(
                    "preview",
                    cold(counted, school, "proviseure", head -> head.year().preview(year)));
            readings.put(
                    "begin",
                    cold(counted, school, "proviseure", head -> head.year().begin(year, changes)));
            CohortId cohort =
                    school.head.cohorts().find("CS SNO 2027").orElseThrow().id();
            readings.put(
                    "matrix",
                    cold(
                            counted,
                            school,
                            "m.durand",
                            teacher -> assertThat(
                                            teacher.progress().matrix(cohort).lines())
                                    .hasSize(size)));
            readings.put(
                    "queue",
                    cold(counted, school, "m.durand", teacher -> teacher.queue().of(cohort, 3)));
            readings.put(
                    "week",
                    cold(
                            counted,
                            school,
                            "m.durand",
                            teacher -> teacher.notices().due(VosReves.TODAY, VosReves.TODAY.plusDays(6))));
        }
        return readings;
    }

    /** How many readings a call takes of somebody who comes first, with nothing remembered. */
    private static int cold(CountedReadings counted, VosReves school, String person, Consumer<Desk> call) {
        Desk desk = Portfolio.with(counted.store()).clock(school.clock).build().as(Actor.of(person));
        return counted.since(() -> call.accept(desk));
    }

    private static CohortId planned(VosReves school) {
        school.head.frameworks().publish(BundledFrameworks.CRCN);
        school.head.frameworks().publish(BundledFrameworks.TRANSVERSAL);
        var draft = school.durand.scenarios().draft(BundledScenarios.VOS_REVES.scenario());
        school.durand.scenarios().publish(draft, "vr-1-m1", "vr-2-m1");
        school.durand.plans().choose(school.cohort, draft.id());
        return school.cohort;
    }

    private static void fill(VosReves school, String name, DossierId dossier, int each) {
        var reflection = school.as(name).reflections().share(dossier, Given.INSTALLING);
        school.as(name).together(learner -> {
            for (int i = 0; i < each; i++) {
                learner.assessments().draft(dossier, NewSelfAssessment.of("C3.1", "acquis"));
                learner.goals().set(dossier, NewGoal.of("C3.1", "acquis").by(VosReves.TODAY.plusDays(i)));
            }
            return true;
        });
        school.durand.together(teacher -> {
            for (int i = 0; i < each; i++) {
                teacher.feedback().prompt(Subject.of(reflection), "Et ensuite ?");
                teacher.interviews()
                        .schedule(dossier, NewInterview.about("Point").at(VosReves.BEGINNING.plusSeconds(i)));
            }
            return teacher.assessments()
                    .position(dossier, NewPositioning.of("C3.2", "en-cours").because("Vu."));
        });
    }
}
