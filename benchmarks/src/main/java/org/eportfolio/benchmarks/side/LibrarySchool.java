package org.eportfolio.benchmarks.side;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.eportfolio.assessment.LearnerHistory;
import org.eportfolio.assessment.NewClassEntry;
import org.eportfolio.assessment.NewPositioning;
import org.eportfolio.assessment.PastAssessment;
import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.core.Desk;
import org.eportfolio.core.ExampleScales;
import org.eportfolio.core.Portfolio;
import org.eportfolio.dossier.LearnerStatus;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Production;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.LevelId;
import org.eportfolio.guidance.NewGoal;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.ProductionId;
import org.eportfolio.school.Actor;
import org.eportfolio.school.Members;
import org.eportfolio.sqlite.SqliteStore;

/** The library through its public front door: gate, validation, journal and all. */
final class LibrarySchool implements AutoCloseable {
    static final int CLASS = 30;

    final Portfolio portfolio;
    final Desk head;
    final Desk teacher;
    final AdoptionId adoption;
    final List<CohortId> cohorts = new ArrayList<>();
    final List<DossierId> dossiers = new ArrayList<>();

    LibrarySchool(Path file) {
        portfolio = Portfolio.with(SqliteStore.open(file))
                .clock(Clock.system(ZoneOffset.UTC))
                .build();
        head = portfolio.setUp("proviseure");
        adoption = head.frameworks().adopt(BundledFrameworks.MC_SNO, ExampleScales.FOUR_STEPS);
        teacher = portfolio.as(Actor.of(Facts.TEACHER));
    }

    /** Puts these learners on file, in classes of thirty. */
    void fill(int learners, int productions, int assessments, int goals) {
        for (int from = 0; from < learners; from += CLASS) {
            String[] names = IntStream.range(from, Math.min(learners, from + CLASS))
                    .mapToObj(Facts::learner)
                    .toArray(String[]::new);
            cohorts.add(head.cohorts()
                    .enrol("classe " + from / CLASS, Members.learners(names), Members.teachers(Facts.TEACHER)));
        }
        head.bulk().load(histories(learners, productions, assessments));
        for (int i = 0; i < learners; i++) {
            PersonId learner = PersonId.of(Facts.learner(i));
            DossierId dossier = head.dossiers().of(learner).get(0).id();
            dossiers.add(dossier);
            Desk own = portfolio.as(Actor.of(learner));
            for (Facts.Aim each : Facts.goals(i, goals)) {
                NewGoal goal = NewGoal.of(each.competency(), each.level()).by(each.dueOn());
                for (String step : each.steps()) goal = goal.step(step);
                own.goals().set(dossier, goal);
            }
        }
    }

    Iterator<LearnerHistory> histories(int learners, int productions, int assessments) {
        return IntStream.range(0, learners)
                .mapToObj(number -> history(number, productions, assessments))
                .iterator();
    }

    private LearnerHistory history(int number, int productions, int assessments) {
        return new LearnerHistory(
                PersonId.of(Facts.learner(number)),
                adoption,
                LearnerStatus.SCHOOL,
                Facts.productions(number, productions).stream()
                        .map(each -> NewProduction.titled(each.title())
                                .showing(each.competency())
                                .writing(each.text()))
                        .toList(),
                Facts.judgements(number, assessments).stream()
                        .map(each -> new PastAssessment(
                                Code.of(each.competency()),
                                each.perspective(),
                                LevelId.of(each.level()),
                                PersonId.of(each.author()),
                                each.role(),
                                each.observedOn(),
                                each.recordedAt(),
                                each.because()))
                        .toList());
    }

    int readDossier(int number) {
        DossierId dossier = dossiers.get(number);
        return teacher.productions().list(dossier, null, 100).items().size()
                + teacher.assessments().list(dossier, null, 100).items().size()
                + teacher.goals().list(dossier, null, 100).items().size();
    }

    ProductionId firstProduction(int number) {
        return teacher.productions()
                .list(dossiers.get(number), null, 1)
                .items()
                .get(0)
                .id();
    }

    Production production(int number, ProductionId id) {
        return teacher.productions().get(dossiers.get(number), id);
    }

    int matrix(int cohort) {
        return teacher.progress().matrix(cohorts.get(cohort)).lines().size();
    }

    void position(int number, int i) {
        teacher.assessments()
                .position(
                        dossiers.get(number),
                        NewPositioning.of(
                                        Facts.COMPETENCIES.get(i % Facts.COMPETENCIES.size()),
                                        Facts.LEVELS.get(i % Facts.LEVELS.size()))
                                .because("Observé en travaux pratiques, poste " + i + "."));
    }

    void positionClass(int cohort, int i) {
        teacher.assessments()
                .positionClass(NewClassEntry.of(
                                cohorts.get(cohort),
                                Facts.COMPETENCIES.get(i % Facts.COMPETENCIES.size()),
                                Facts.LEVELS.get(i % Facts.LEVELS.size()))
                        .because("Observé en travaux pratiques, séance " + i + "."));
    }

    @Override
    public void close() {
        portfolio.close();
    }
}
