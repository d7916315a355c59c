package org.eportfolio.core.internal.bulk;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import org.eportfolio.CancelledException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.InvalidInputException.Violation;
import org.eportfolio.Prose;
import org.eportfolio.assessment.Assessment;
import org.eportfolio.assessment.LearnerHistory;
import org.eportfolio.assessment.Outcome;
import org.eportfolio.assessment.PastAssessment;
import org.eportfolio.assessment.Perspective;
import org.eportfolio.core.internal.access.Entitled;
import org.eportfolio.core.internal.assessment.CurrentLevels;
import org.eportfolio.core.internal.dossier.Dossiers;
import org.eportfolio.core.internal.framework.Catalogue;
import org.eportfolio.core.internal.input.Inputs;
import org.eportfolio.core.internal.kind.AssessmentKinds;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.work.Batch;
import org.eportfolio.core.internal.work.Encoded;
import org.eportfolio.core.internal.work.Engine;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Piece;
import org.eportfolio.dossier.Production;
import org.eportfolio.dossier.Version;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.AssessmentId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.ProductionId;
import org.eportfolio.spi.Change;
import org.jspecify.annotations.Nullable;

/**
 * Turns histories into changes, a few hundred learners at a time: each batch is checked against one snapshot. What needs
 * no snapshot, and takes longest, is done ahead by the platform's common pool, and by the loading thread itself when that
 * has nothing to write.
 */
public final class BulkLoad implements Iterator<Change> {
    private static final int BATCH = 200;
    private static final int CHUNK = 10;
    private static final int MOST_AHEAD = BATCH / CHUNK;
    private static final int LONGEST_BECAUSE = 200_000;

    private final Iterator<LearnerHistory> histories;
    private final Catalogue catalogue;
    private final Engine engine;
    private final Batch batch;
    private final Map<AdoptionId, Catalogue.Adopted> targets = new ConcurrentHashMap<>();
    private final Deque<FutureTask<List<Filled>>> ahead = new ArrayDeque<>();
    private final Deque<Change> ready = new ArrayDeque<>();
    private final Set<PersonId> seen = new HashSet<>();
    private @Nullable RuntimeException broken;
    private long dossiers;
    private long productions;
    private long assessments;

    /** A dossier and what is in it. */
    private record Filled(Dossier dossier, List<Encoded> records, int productions, int assessments) {}

    public BulkLoad(Iterator<LearnerHistory> histories, Entitled by, Catalogue catalogue, Engine engine) {
        this.histories = histories;
        this.catalogue = catalogue;
        this.engine = engine;
        this.batch = engine.batch(by.person(), by.role());
    }

    /** Called once no one else writes to the organisation any more. */
    public Iterator<Change> begun() {
        batch.begin();
        return this;
    }

    /** Work begun for a load that failed is no longer needed. */
    public void end() {
        ahead.forEach(task -> task.cancel(false));
    }

    public long dossiers() {
        return dossiers;
    }

    public long productions() {
        return productions;
    }

    public long assessments() {
        return assessments;
    }

    @Override
    public boolean hasNext() {
        if (ready.isEmpty()) prepare();
        return !ready.isEmpty();
    }

    @Override
    public Change next() {
        if (!hasNext()) throw new NoSuchElementException();
        return ready.remove();
    }

    private void prepare() {
        CancelledException.ifInterrupted();
        List<Filled> next = new ArrayList<>(BATCH);
        while (next.size() < BATCH) {
            lookAhead();
            if (ahead.isEmpty()) break;
            next.addAll(done(ahead.remove()));
        }
        if (next.isEmpty() && broken != null) throw broken;
        if (next.isEmpty()) return;
        ready.addAll(batch.decide("dossier.loaded", work -> {
            refuseThoseWhoHaveOne(next, work);
            next.forEach(each -> lay(each, work));
        }));
        lookAhead();
    }

    /** Has others begin with the next histories; what the host's iterator throws waits for those before it. */
    private void lookAhead() {
        while (ahead.size() < MOST_AHEAD && broken == null) {
            List<LearnerHistory> chunk = new ArrayList<>(CHUNK);
            try {
                while (chunk.size() < CHUNK && histories.hasNext()) chunk.add(histories.next());
            } catch (RuntimeException e) {
                broken = e;
            }
            if (chunk.isEmpty()) return;
            FutureTask<List<Filled>> task =
                    new FutureTask<>(() -> chunk.stream().map(this::filled).toList());
            ahead.add(task);
            ForkJoinPool.commonPool().execute(task);
        }
    }

    private static List<Filled> done(FutureTask<List<Filled>> task) {
        // Does nothing if another thread has begun with it.
        task.run();
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException refusal) throw refusal;
            if (e.getCause() instanceof Error error) throw error;
            throw new IllegalStateException(e.getCause());
        }
    }

    private static InvalidInputException named(PersonId learner, InvalidInputException e) {
        List<Violation> violations = new ArrayList<>();
        e.violations().forEach(each -> violations.add(new Violation(learner + " " + each.path(), each.rule())));
        return new InvalidInputException(violations, e);
    }

    private void refuseThoseWhoHaveOne(List<Filled> next, Work work) {
        Map<PersonId, List<AdoptionId>> open = new HashMap<>();
        work.whereAny(
                        DossierKinds.DOSSIER,
                        next.stream()
                                .map(each ->
                                        DossierKinds.dossiersOf(each.dossier().learner()))
                                .toList())
                .forEach(each -> open.computeIfAbsent(each.learner(), learner -> new ArrayList<>())
                        .add(each.adoption()));
        for (Filled each : next) {
            PersonId learner = each.dossier().learner();
            InvalidInputException.unless(seen.add(learner), "learner", "load.twice", learner);
            InvalidInputException.unless(
                    !open.getOrDefault(learner, List.of())
                            .contains(each.dossier().adoption()),
                    "learner",
                    "load.has-dossier",
                    learner);
        }
    }

    private void lay(Filled filled, Work work) {
        Dossiers.put(filled.dossier(), work);
        filled.records().forEach(work::put);
        dossiers++;
        productions += filled.productions();
        assessments += filled.assessments();
    }

    private Filled filled(LearnerHistory history) {
        Catalogue.Adopted target = targets.computeIfAbsent(
                history.adoption(), adoption -> engine.read(work -> catalogue.adopted(adoption, work)));
        try {
            return filled(history, target);
        } catch (InvalidInputException e) {
            throw named(history.learner(), e);
        }
    }

    private Filled filled(LearnerHistory history, Catalogue.Adopted target) {
        Dossier dossier = new Dossier(
                new DossierId(batch.newId()),
                history.learner(),
                history.adoption(),
                List.of(),
                history.status(),
                batch.now());
        List<Encoded> records = new ArrayList<>();
        for (NewProduction each : history.productions()) {
            records.add(batch.encoded(DossierKinds.PRODUCTION, production(each, dossier, target)));
        }
        List<Assessment> all = new ArrayList<>(history.assessments().size());
        for (PastAssessment each : history.assessments()) all.add(assessment(each, dossier, target));
        all.forEach(each -> records.add(batch.encoded(AssessmentKinds.ASSESSMENT, each)));
        records.add(batch.encoded(AssessmentKinds.LEVELS, CurrentLevels.card(dossier, target, all)));
        return new Filled(dossier, records, history.productions().size(), all.size());
    }

    private Production production(NewProduction input, Dossier dossier, Catalogue.Adopted target) {
        NewProduction given = Inputs.checked(input);
        InvalidInputException.unless(given.attachments().isEmpty(), "attachments", "load.attachments");
        given.competencies().forEach(target::requireAssessable);
        List<Piece> pieces = new ArrayList<>(given.links());
        given.texts().forEach(text -> pieces.add(new Piece.Text(text)));
        Version version = new Version(
                1,
                given.title(),
                given.description(),
                given.competencies(),
                pieces,
                given.language(),
                given.setting(),
                batch.now(),
                null,
                given.helpStated());
        return new Production(
                new ProductionId(batch.newId()), dossier.id(), dossier.learner(), List.of(version), null, 1);
    }

    private Assessment assessment(PastAssessment past, Dossier dossier, Catalogue.Adopted target) {
        target.requireAssessable(past.competency());
        target.adoption().scale().require(past.level());
        InvalidInputException.unless(
                !past.recordedAt().isAfter(batch.now()), "recordedAt", "load.in-the-future", past.recordedAt());
        LocalDate recorded =
                LocalDate.ofInstant(past.recordedAt(), engine.clock().getZone());
        InvalidInputException.unless(
                !past.observedOn().isAfter(recorded),
                "observedOn",
                "assessment.observed-later",
                past.observedOn(),
                recorded);
        int length = past.because() == null ? 0 : past.because().length();
        InvalidInputException.unless(length <= LONGEST_BECAUSE, "because", "text.too-long", LONGEST_BECAUSE, length);
        InvalidInputException.unless(
                past.because() == null || Prose.Check.welcome(past.because()), "because", "text.control");
        boolean own = past.author().equals(dossier.learner());
        InvalidInputException.unless(
                own == (past.perspective() == Perspective.SELF), "author", "load.author", past.author());
        return new Assessment(
                new AssessmentId(batch.newId()),
                dossier.id(),
                dossier.adoption(),
                past.competency(),
                past.perspective(),
                Outcome.LEVEL,
                past.level(),
                past.author(),
                past.role(),
                past.observedOn(),
                past.recordedAt().truncatedTo(java.time.temporal.ChronoUnit.MICROS),
                past.because(),
                null,
                null,
                List.of(),
                null,
                null,
                true);
    }
}
