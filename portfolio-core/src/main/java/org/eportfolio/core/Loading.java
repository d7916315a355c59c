package org.eportfolio.core;

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
import org.eportfolio.core.internal.input.Inputs;
import org.eportfolio.core.internal.work.Batch;
import org.eportfolio.core.internal.work.Engine;
import org.eportfolio.core.internal.work.Kinds;
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

/** Turns histories into changes, a few hundred learners at a time: each batch is checked against one snapshot. */
final class Loading implements Iterator<Change> {
    private static final int BATCH = 200;
    private static final int LONGEST_BECAUSE = 200_000;

    private final Iterator<LearnerHistory> histories;
    private final Catalogue catalogue;
    private final Engine engine;
    private final Batch batch;
    private final Deque<Change> ready = new ArrayDeque<>();
    private final Set<PersonId> seen = new HashSet<>();
    private long dossiers;
    private long productions;
    private long assessments;

    Loading(Iterator<LearnerHistory> histories, Entitled by, Catalogue catalogue, Engine engine) {
        this.histories = histories;
        this.catalogue = catalogue;
        this.engine = engine;
        this.batch = engine.batch(by.person(), by.role());
    }

    /** Called once nobody else writes to the organisation any more. */
    Iterator<Change> begun() {
        batch.begin();
        return this;
    }

    BulkDesk.Loaded loaded() {
        return new BulkDesk.Loaded(dossiers, productions, assessments);
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
        List<LearnerHistory> next = new ArrayList<>(BATCH);
        while (next.size() < BATCH && histories.hasNext()) next.add(histories.next());
        if (next.isEmpty()) return;
        ready.addAll(batch.decide("dossier.loaded", work -> {
            refuseThoseWhoHaveOne(next, work);
            for (LearnerHistory each : next) {
                try {
                    fill(each, catalogue.adopted(each.adoption(), work), work);
                } catch (InvalidInputException e) {
                    throw named(each.learner(), e);
                }
            }
        }));
    }

    private static InvalidInputException named(PersonId learner, InvalidInputException e) {
        List<Violation> violations = new ArrayList<>();
        e.violations().forEach(each -> violations.add(new Violation(learner + " " + each.path(), each.rule())));
        return new InvalidInputException(violations, e);
    }

    private void refuseThoseWhoHaveOne(List<LearnerHistory> next, Work work) {
        Map<PersonId, List<AdoptionId>> open = new HashMap<>();
        work.whereAny(
                        Kinds.DOSSIER,
                        next.stream()
                                .map(each -> Kinds.dossiersOf(each.learner()))
                                .toList())
                .forEach(each -> open.computeIfAbsent(each.learner(), learner -> new ArrayList<>())
                        .add(each.adoption()));
        for (LearnerHistory each : next) {
            InvalidInputException.unless(seen.add(each.learner()), "learner", "load.twice", each.learner());
            InvalidInputException.unless(
                    !open.getOrDefault(each.learner(), List.of()).contains(each.adoption()),
                    "learner",
                    "load.has-dossier",
                    each.learner());
        }
    }

    private void fill(LearnerHistory history, Catalogue.Adopted target, Work work) {
        Dossier dossier = new Dossier(
                new DossierId(work.newId()),
                history.learner(),
                history.adoption(),
                List.of(),
                history.status(),
                work.now());
        DossierDesk.put(dossier, work);
        for (NewProduction each : history.productions())
            work.put(Kinds.PRODUCTION, production(each, dossier, target, work));
        List<Assessment> all = new ArrayList<>(history.assessments().size());
        for (PastAssessment each : history.assessments()) all.add(assessment(each, dossier, target, work));
        all.forEach(each -> work.put(Kinds.ASSESSMENT, each));
        work.put(Kinds.LEVELS, Levels.card(dossier, target, all));
        dossiers++;
        productions += history.productions().size();
        assessments += all.size();
    }

    private static Production production(NewProduction input, Dossier dossier, Catalogue.Adopted target, Work work) {
        Inputs.checked(input);
        InvalidInputException.unless(input.attachments().isEmpty(), "attachments", "load.attachments");
        input.competencies().forEach(target::requireAssessable);
        List<Piece> pieces = new ArrayList<>(input.links());
        input.texts().forEach(text -> pieces.add(new Piece.Text(text)));
        Version version = new Version(
                1,
                input.title(),
                input.description(),
                input.competencies(),
                pieces,
                input.language(),
                input.setting(),
                work.now(),
                null);
        return new Production(
                new ProductionId(work.newId()), dossier.id(), dossier.learner(), List.of(version), null, 1);
    }

    private Assessment assessment(PastAssessment past, Dossier dossier, Catalogue.Adopted target, Work work) {
        target.requireAssessable(past.competency());
        target.adoption().scale().require(past.level());
        InvalidInputException.unless(
                !past.recordedAt().isAfter(work.now()), "recordedAt", "load.in-the-future", past.recordedAt());
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
                new AssessmentId(work.newId()),
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
