package org.eportfolio.benchmarks.side.school;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.eportfolio.PageRequest;
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
import org.eportfolio.spi.PortfolioStore;
import org.eportfolio.sqlite.SqliteStore;

/** The library through its public front door: gate, validation, journal and all. */
public final class LibrarySchool implements School {
    private static final int TOGETHER = 20;
    private static final String HEAD = "proviseure";

    private final Portfolio portfolio;
    private final Desk head;
    private final Desk teacher;
    private final AdoptionId adoption;
    private final List<CohortId> cohorts = new ArrayList<>();
    private final List<DossierId> dossiers = new ArrayList<>();
    private final List<ProductionId> firstProductions = new ArrayList<>();

    /** Where what was filled in is found again, once the school was closed. */
    public record Known(
            AdoptionId adoption,
            List<CohortId> cohorts,
            List<DossierId> dossiers,
            List<ProductionId> firstProductions) {}

    public LibrarySchool(Path file) {
        this(SqliteStore.open(file));
    }

    /** A new school in this store. */
    public LibrarySchool(PortfolioStore store) {
        this(builder(store));
    }

    /** A school that is there already, of which nothing is remembered but where all is. */
    public LibrarySchool(PortfolioStore store, Known known) {
        portfolio = builder(store).build();
        head = portfolio.as(Actor.of(HEAD));
        adoption = known.adoption();
        teacher = portfolio.as(Actor.of(Facts.TEACHER));
        cohorts.addAll(known.cohorts());
        dossiers.addAll(known.dossiers());
        firstProductions.addAll(known.firstProductions());
    }

    public Known known() {
        return new Known(adoption, List.copyOf(cohorts), List.copyOf(dossiers), List.copyOf(firstProductions));
    }

    /** One that keeps who read a dossier. */
    public static LibrarySchool keepingReadings(Path file) {
        return new LibrarySchool(builder(SqliteStore.open(file)).readingsKept(6));
    }

    private static Portfolio.Builder builder(PortfolioStore store) {
        return Portfolio.with(store).clock(Clock.system(ZoneOffset.UTC));
    }

    private LibrarySchool(Portfolio.Builder builder) {
        portfolio = builder.build();
        head = portfolio.setUp(HEAD);
        adoption = head.frameworks().adopt(BundledFrameworks.MC_SNO, ExampleScales.FOUR_STEPS);
        teacher = portfolio.as(Actor.of(Facts.TEACHER));
    }

    @Override
    public void fill(int learners, int productions, int assessments, int goals) {
        enrol(0, learners);
        head.bulk().load(histories(IntStream.range(0, learners), productions, assessments));
        for (int i = 0; i < learners; i++) {
            DossierId dossier = know(i);
            List<Facts.Aim> aims = Facts.goals(i, goals);
            portfolio.as(Actor.of(Facts.learner(i))).together(own -> {
                for (Facts.Aim each : aims) {
                    NewGoal goal = NewGoal.of(each.competency(), each.level()).by(each.dueOn());
                    for (String step : each.steps()) goal = goal.step(step);
                    own.goals().set(dossier, goal);
                }
                return aims;
            });
            firstProductions.add(teacher.productions()
                    .list(dossier, PageRequest.first(1))
                    .items()
                    .get(0)
                    .id());
        }
    }

    /** In classes of thirty. */
    private void enrol(int first, int end) {
        for (int from = first; from < end; from += CLASS) {
            String[] names = IntStream.range(from, Math.min(end, from + CLASS))
                    .mapToObj(Facts::learner)
                    .toArray(String[]::new);
            cohorts.add(head.cohorts()
                    .enrol("classe " + from / CLASS, Members.learners(names), Members.teachers(Facts.TEACHER)));
        }
    }

    private DossierId know(int learner) {
        DossierId dossier =
                head.dossiers().of(PersonId.of(Facts.learner(learner))).get(0).id();
        dossiers.add(dossier);
        return dossier;
    }

    public void verify() {
        if (!head.journal().verify().sound()) throw new IllegalStateException("the journal has a fault");
    }

    public void check() {
        if (!head.safekeeping().check().sound()) throw new IllegalStateException("the check found something");
    }

    /** The desk of the head. */
    public Desk head() {
        return head;
    }

    /** Whole dossiers, in the order of the learners. */
    public void load(int learners, int assessments) {
        load(learners, assessments, () -> {});
    }

    /** @param beforeEach runs while the load is at work */
    public void load(int learners, int assessments, Runnable beforeEach) {
        IntStream all = IntStream.range(0, learners).peek(learner -> beforeEach.run());
        head.bulk().load(histories(all, 0, assessments));
    }

    /**
     * Puts many learners on file, of whom only the first so many classes can be asked for afterwards: a list of all
     * would weigh on the heap that is measured. The load takes each learner once, so a dossier's assessments come
     * together, whatever the order of time; but the learners of a class come far apart, as they would from a school's
     * list, and the classes that can be asked for go on in the order of time afterwards.
     */
    public void fillWidely(int learners, int assessments, int known, int entries) {
        enrol(0, known * CLASS);
        enrolTogether(known * CLASS, learners);
        int classes = learners / CLASS;
        IntStream scattered = IntStream.range(0, classes * CLASS).map(i -> i % classes * CLASS + i / classes);
        head.bulk().load(histories(scattered, 0, assessments - entries));
        for (int i = 0; i < known * CLASS; i++) know(i);
        for (int entry = 0; entry < entries; entry++) {
            for (int cohort = 0; cohort < known; cohort++) positionClass(cohort, entry);
        }
    }

    /** Many classes in one commit, with a teacher of their own; they are not asked for. */
    private void enrolTogether(int first, int end) {
        for (int from = first; from < end; from += TOGETHER * CLASS) {
            int begin = from;
            head.together(desk -> {
                for (int each = begin; each < Math.min(end, begin + TOGETHER * CLASS); each += CLASS) {
                    String[] names = IntStream.range(each, Math.min(end, each + CLASS))
                            .mapToObj(Facts::learner)
                            .toArray(String[]::new);
                    desk.cohorts()
                            .enrol("classe " + each / CLASS, Members.learners(names), Members.teachers("m." + begin));
                }
                return true;
            });
        }
    }

    private Iterator<LearnerHistory> histories(IntStream learners, int productions, int assessments) {
        return learners.mapToObj(number -> history(number, productions, assessments))
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

    @Override
    public int readDossier(int number) {
        DossierId dossier = dossiers.get(number);
        return teacher.productions()
                        .list(dossier, PageRequest.first(100))
                        .items()
                        .size()
                + teacher.assessments()
                        .list(dossier, PageRequest.first(100))
                        .items()
                        .size()
                + teacher.goals().list(dossier, PageRequest.first(100)).items().size();
    }

    @Override
    public Object readProduction(int learner) {
        return teacher.productions().get(dossiers.get(learner), firstProductions.get(learner));
    }

    @Override
    public int matrix(int cohort) {
        return teacher.progress().matrix(cohorts.get(cohort)).lines().size();
    }

    @Override
    public void position(int number, int i) {
        teacher.assessments()
                .position(
                        dossiers.get(number),
                        NewPositioning.of(
                                        Facts.COMPETENCIES.get(i % Facts.COMPETENCIES.size()),
                                        Facts.LEVELS.get(i % Facts.LEVELS.size()))
                                .because("Observé en travaux pratiques, poste " + i + "."));
    }

    @Override
    public void positionClass(int cohort, int i) {
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
