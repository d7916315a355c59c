package org.eportfolio.benchmarks.side.school;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.eportfolio.assessment.NewPositioning;
import org.eportfolio.assessment.NewSelfAssessment;
import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.core.Desk;
import org.eportfolio.core.ExampleScales;
import org.eportfolio.core.Portfolio;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.guidance.NewGoal;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.interview.NewInterview;
import org.eportfolio.school.Actor;
import org.eportfolio.school.Members;
import org.eportfolio.sqlite.SqliteStore;
import org.eportfolio.year.NewYear;

/** A school in which one teacher has all classes; opened anew, nothing of it is remembered. */
public final class ClassesOfOneTeacher implements AutoCloseable {
    private static final String HEAD = "proviseure";
    private static final int WEEKS = 3;

    private final Path file;
    private final List<CohortId> cohorts = new ArrayList<>();
    private final int size;
    private Portfolio portfolio;
    private int years;

    public ClassesOfOneTeacher(Path file) {
        this.file = file;
        portfolio = open(file);
        Desk head = portfolio.as(Actor.of(HEAD));
        for (int i = 0; head.cohorts().find(name(i)).isPresent(); i++) {
            cohorts.add(head.cohorts().find(name(i)).orElseThrow().id());
        }
        size = teacher().progress().matrix(cohorts.get(0)).lines().size();
    }

    private static Portfolio open(Path file) {
        return Portfolio.with(SqliteStore.open(file))
                .clock(Clock.system(ZoneOffset.UTC))
                .build();
    }

    private static String name(int cohort) {
        return "classe " + cohort;
    }

    /** Makes it: each learner has works, drafts, goals, levels, and an interview with the teacher tomorrow. */
    public static void fill(Path file, int classes, int size) {
        try (Portfolio portfolio = open(file)) {
            Desk head = portfolio.setUp(HEAD);
            AdoptionId adoption = head.frameworks().adopt(BundledFrameworks.MC_SNO, ExampleScales.FOUR_STEPS);
            for (int cohort = 0; cohort < classes; cohort++) {
                int first = cohort * size;
                List<String> names = IntStream.range(first, first + size)
                        .mapToObj(Facts::learner)
                        .toList();
                head.cohorts()
                        .enrol(
                                name(cohort),
                                Members.learners(names.toArray(String[]::new)),
                                Members.teachers(Facts.TEACHER));
                for (String each : names) fill(each, adoption, portfolio);
            }
        }
    }

    private static void fill(String learner, AdoptionId adoption, Portfolio portfolio) {
        Desk own = portfolio.as(Actor.of(learner));
        DossierId dossier = own.dossiers().open(adoption);
        own.together(desk -> {
            for (int i = 0; i < 3; i++) {
                String competency = Facts.COMPETENCIES.get(i);
                desk.productions().add(dossier, NewProduction.titled("Carte " + i));
                desk.assessments().draft(dossier, NewSelfAssessment.of(competency, Facts.LEVELS.get(i)));
                desk.goals()
                        .set(
                                dossier,
                                NewGoal.of(competency, Facts.LEVELS.get(2))
                                        .by(LocalDate.now().plusDays(i)));
            }
            return dossier;
        });
        Desk teacher = portfolio.as(Actor.of(Facts.TEACHER));
        teacher.together(desk -> {
            for (int i = 0; i < Facts.COMPETENCIES.size(); i++) {
                desk.assessments()
                        .position(
                                dossier,
                                NewPositioning.of(Facts.COMPETENCIES.get(i), Facts.LEVELS.get(i % Facts.LEVELS.size()))
                                        .because("Vu en travaux pratiques."));
            }
            return desk.interviews()
                    .schedule(
                            dossier,
                            NewInterview.about("Point d'étape")
                                    .at(desk.clock().instant().plus(1, ChronoUnit.DAYS)));
        });
    }

    public void reopen() {
        portfolio.close();
        portfolio = open(file);
    }

    private Desk teacher() {
        return portfolio.as(Actor.of(Facts.TEACHER));
    }

    public void matrices() {
        for (CohortId each : cohorts) {
            if (teacher().progress().matrix(each).lines().size() != size)
                throw new IllegalStateException("a line is missing");
        }
    }

    public void queues() {
        for (CohortId each : cohorts) {
            if (teacher().queue().of(each, WEEKS).productions().total() < size)
                throw new IllegalStateException("a work is missing");
        }
    }

    public void week(LocalDate from) {
        if (teacher().notices().due(from, from.plusDays(6)).size() < size)
            throw new IllegalStateException("a notice is missing");
    }

    /** A class of the next year in the place of each, with learners who are new. */
    public void years(int number) {
        for (int i = 0; i < cohorts.size(); i++) {
            Desk head = portfolio.as(Actor.of(HEAD));
            NewYear year = year(i);
            head.year().begin(year, head.year().preview(year));
        }
        years++;
    }

    private NewYear year(int cohort) {
        String[] names = IntStream.range(0, size)
                .mapToObj(i -> "n." + years + "." + cohort + "." + i)
                .toArray(String[]::new);
        NewYear year = NewYear.of("année " + years + ", " + name(cohort))
                .with(Members.learners(names), Members.teachers("mme.petit"))
                .adopting(BundledFrameworks.MC_SNO.framework().id(), ExampleScales.FOUR_STEPS);
        for (String each : names) year = year.naming(PersonId.of(each), "Personne " + each);
        return year;
    }

    @Override
    public void close() {
        portfolio.close();
    }
}
