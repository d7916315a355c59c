package org.eportfolio.core;

import java.time.LocalDate;
import java.util.List;
import org.eportfolio.ConflictException;
import org.eportfolio.DeniedException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.Message;
import org.eportfolio.NotFoundException;
import org.eportfolio.Page;
import org.eportfolio.PageRequest;
import org.eportfolio.access.Permission;
import org.eportfolio.assessment.Assessment;
import org.eportfolio.assessment.ClassEntry;
import org.eportfolio.assessment.NewClassEntry;
import org.eportfolio.assessment.NewPositioning;
import org.eportfolio.assessment.NewSelfAssessment;
import org.eportfolio.assessment.Outcome;
import org.eportfolio.assessment.Perspective;
import org.eportfolio.assessment.SelfAssessmentDraft;
import org.eportfolio.assessment.Supersession;
import org.eportfolio.core.internal.access.Gate;
import org.eportfolio.core.internal.access.Opened;
import org.eportfolio.core.internal.assessment.ClassEntries;
import org.eportfolio.core.internal.assessment.CurrentLevels;
import org.eportfolio.core.internal.assessment.Judgements;
import org.eportfolio.core.internal.dossier.Citations;
import org.eportfolio.core.internal.framework.Catalogue;
import org.eportfolio.core.internal.input.Inputs;
import org.eportfolio.core.internal.kind.AssessmentKinds;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.work.Engine;
import org.eportfolio.core.internal.work.Session;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.Evidence;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.LevelId;
import org.eportfolio.id.AssessmentId;
import org.eportfolio.id.ClassEntryId;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.DraftId;
import org.jspecify.annotations.Nullable;

/**
 * Judgements on competencies. What is published never changes: whoever gave it corrects it by another that supersedes
 * it and says why. Thread-safe.
 */
public final class AssessmentDesk {
    private final Session session;
    private final Gate gate;
    private final Catalogue catalogue;
    private final Engine engine;

    AssessmentDesk(Session session, Gate gate, Catalogue catalogue, Engine engine) {
        this.session = session;
        this.gate = gate;
        this.catalogue = catalogue;
        this.engine = engine;
    }

    /** Begins a self-assessment that only its learner sees; a level may still be missing. */
    public SelfAssessmentDraft draft(DossierId dossier, NewSelfAssessment input) {
        Inputs.checked(input);
        return session.write(DossierKinds.scope(dossier), work -> {
            Opened opened = gate.dossier(dossier, Permission.SELF_ASSESS, work);
            Judgements.fits(input.competency(), input.level(), catalogue.of(opened.dossier(), input.adoption(), work));
            return put(new SelfAssessmentDraft(new DraftId(work.newId()), dossier, input, work.now(), 1), opened, work);
        });
    }

    /**
     * Puts another content in place of a draft's.
     *
     * @param seen the draft as the caller read it; a {@link ConflictException} if it changed since
     */
    public SelfAssessmentDraft save(SelfAssessmentDraft seen, NewSelfAssessment input) {
        Inputs.checked(input);
        return session.write(DossierKinds.scope(seen.dossier()), work -> {
            Opened opened = gate.dossier(seen.dossier(), Permission.SELF_ASSESS, work);
            SelfAssessmentDraft there = work.unchanged(AssessmentKinds.DRAFT, seen);
            Judgements.fits(input.competency(), input.level(), catalogue.of(opened.dossier(), input.adoption(), work));
            return put(
                    new SelfAssessmentDraft(there.id(), there.dossier(), input, work.now(), there.revision() + 1),
                    opened,
                    work);
        });
    }

    /** Throws a draft away. */
    public void discard(SelfAssessmentDraft seen) {
        session.write(DossierKinds.scope(seen.dossier()), work -> {
            Opened opened = gate.dossier(seen.dossier(), Permission.SELF_ASSESS, work);
            work.remove(AssessmentKinds.DRAFT, work.unchanged(AssessmentKinds.DRAFT, seen));
            work.journal("draft.discarded", opened.person(), opened.role());
            return true;
        });
    }

    /** The actor's own drafts in a dossier, the oldest first. */
    public Page<SelfAssessmentDraft> drafts(DossierId dossier, PageRequest request) {
        return session.read(work -> {
            gate.dossier(dossier, Permission.SELF_ASSESS, work);
            return work.page(AssessmentKinds.DRAFT, DossierKinds.scope(dossier), request);
        });
    }

    /** Publishes a draft: from now on the team sees it, and it never changes. */
    public Assessment publish(SelfAssessmentDraft seen) {
        Inputs.checked(seen.content());
        return session.write(DossierKinds.scope(seen.dossier()), work -> {
            Opened opened = gate.dossier(seen.dossier(), Permission.SELF_ASSESS, work);
            SelfAssessmentDraft draft = work.unchanged(AssessmentKinds.DRAFT, seen);
            work.remove(AssessmentKinds.DRAFT, draft);
            return publish(draft.content(), opened, work);
        });
    }

    /** Publishes a self-assessment at once. */
    public Assessment publish(DossierId dossier, NewSelfAssessment input) {
        Inputs.checked(input);
        return session.write(
                DossierKinds.scope(dossier),
                work -> publish(input, gate.dossier(dossier, Permission.SELF_ASSESS, work), work));
    }

    private Assessment publish(NewSelfAssessment input, Opened opened, Work work) {
        Catalogue.Adopted adopted = catalogue.of(opened.dossier(), input.adoption(), work);
        LevelId level = input.level();
        InvalidInputException.unless(level != null, "level", "self-assessment.no-level");
        Judgements.fits(input.competency(), level, adopted);
        Supersession supersedes = null;
        if (input.supersedes() != null) {
            String reason = input.reason() == null ? "" : input.reason();
            supersedes = superseding(
                    input.supersedes(), reason, input.competency(), Perspective.SELF, opened, adopted, work);
        }
        Assessment assessment = new Assessment(
                new AssessmentId(work.newId()),
                opened.dossier().id(),
                adopted.adoption().id(),
                input.competency(),
                Perspective.SELF,
                Outcome.LEVEL,
                level,
                opened.person(),
                opened.role(),
                today(work),
                work.now(),
                input.because(),
                input.strengths(),
                input.gaps(),
                Citations.freeze(input.evidence(), opened, gate, work),
                supersedes,
                null,
                false);
        work.put(AssessmentKinds.ASSESSMENT, assessment);
        work.journal("self-assessment.published", opened.person(), opened.role());
        return assessment;
    }

    /** Positions a learner, with a justification or evidence. */
    public Assessment position(DossierId dossier, NewPositioning input) {
        return position(dossier, input, null, "");
    }

    /** Corrects the actor's own earlier positioning of the same competency; the earlier one stays in the history. */
    public Assessment correct(DossierId dossier, AssessmentId earlier, NewPositioning input, String reason) {
        Inputs.checked(new Inputs.Words(reason));
        return position(dossier, input, earlier, reason);
    }

    private Assessment position(
            DossierId dossier, NewPositioning input, @Nullable AssessmentId earlier, String reason) {
        Inputs.checked(input);
        return session.write(DossierKinds.scope(dossier), work -> {
            Opened opened = gate.dossier(dossier, Permission.POSITION, work);
            Catalogue.Adopted adopted = catalogue.of(opened.dossier(), input.adoption(), work);
            Judgements.fits(input.competency(), input.level(), adopted);
            Perspective perspective = Judgements.perspective(opened.role());
            Supersession supersedes = earlier == null
                    ? null
                    : superseding(earlier, reason, input.competency(), perspective, opened, adopted, work);
            List<Evidence> evidence = Citations.freeze(input.evidence(), opened, gate, work);
            return append(
                    new Assessment(
                            new AssessmentId(work.newId()),
                            dossier,
                            adopted.adoption().id(),
                            input.competency(),
                            perspective,
                            input.level() == null ? Outcome.NOT_APPLICABLE : Outcome.LEVEL,
                            input.level(),
                            opened.person(),
                            opened.role(),
                            observed(input.observedOn(), today(work)),
                            work.now(),
                            input.because(),
                            null,
                            null,
                            evidence,
                            supersedes,
                            null,
                            false),
                    earlier == null ? "assessment.positioned" : "assessment.corrected",
                    opened,
                    adopted,
                    work);
        });
    }

    /**
     * Takes back the actor's own positioning, for a reason. What it had corrected stays corrected; others that stand
     * count as the policy decides, and where none does, the learner has "nothing yet".
     */
    public Assessment retract(DossierId dossier, AssessmentId earlier, String reason) {
        Inputs.checked(new Inputs.Words(reason));
        return session.write(DossierKinds.scope(dossier), work -> {
            Opened opened = gate.dossier(dossier, Permission.POSITION, work);
            Assessment taken = work.find(AssessmentKinds.ASSESSMENT, DossierKinds.scope(dossier), earlier.value())
                    .orElseThrow(() -> new NotFoundException("assessment", earlier));
            Catalogue.Adopted adopted = catalogue.of(opened.dossier(), taken.adoption(), work);
            Supersession supersedes = superseding(
                    earlier, reason, taken.competency(), Judgements.perspective(opened.role()), opened, adopted, work);
            return append(
                    Judgements.retraction(taken, supersedes, opened.role(), work),
                    "assessment.retracted",
                    opened,
                    adopted,
                    work);
        });
    }

    /**
     * Positions a whole class on one competency, in one commit. Learners named as absent get nothing; everybody else
     * must have a dossier, or nothing is written and they are named.
     */
    public ClassEntry positionClass(NewClassEntry input) {
        Inputs.checked(input);
        return session.write(
                org.eportfolio.spi.Scope.ORGANISATION,
                work -> new ClassEntries(gate, catalogue, work)
                        .enter(input, observed(input.observedOn(), today(work))));
    }

    /** Takes back every positioning of a class-wide entry that still stands, each by a traced retraction. */
    public List<Assessment> undo(CohortId cohort, ClassEntryId entry, String reason) {
        Inputs.checked(new Inputs.Words(reason));
        return session.write(
                org.eportfolio.spi.Scope.ORGANISATION,
                work -> new ClassEntries(gate, catalogue, work).undo(cohort, entry, reason));
    }

    /**
     * A page of everything published in a dossier, in the order of recording.
     *
     * @param request the first page, or {@link Page#next} of the page before
     */
    public Page<Assessment> list(DossierId dossier, PageRequest request) {
        return session.read(work -> {
            gate.dossier(dossier, Permission.READ_PROGRESS, work);
            return work.page(AssessmentKinds.ASSESSMENT, DossierKinds.scope(dossier), request);
        });
    }

    private static Assessment append(
            Assessment assessment, String act, Opened opened, Catalogue.Adopted adopted, Work work) {
        work.put(AssessmentKinds.ASSESSMENT, assessment);
        CurrentLevels.refresh(assessment, opened.dossier(), adopted, work);
        work.journal(act, opened.person(), opened.role());
        return assessment;
    }

    /** Checks that the actor may supersede it: their own, standing, of the same competency and perspective. */
    private static Supersession superseding(
            AssessmentId earlier,
            String reason,
            Code competency,
            Perspective perspective,
            Opened opened,
            Catalogue.Adopted adopted,
            Work work) {
        List<Assessment> all = work.list(
                AssessmentKinds.ASSESSMENT, DossierKinds.scope(opened.dossier().id()));
        Assessment before = all.stream()
                .filter(each -> each.id().equals(earlier))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("assessment", earlier));
        if (!before.author().equals(opened.person())) throw new DeniedException(Message.of("denied.not-author"));
        InvalidInputException.unless(
                before.competency().equals(competency) && before.perspective() == perspective,
                "competency",
                "assessment.other-competency",
                before.competency());
        InvalidInputException.unless(
                before.adoption().equals(adopted.adoption().id()), "adoption", "assessment.other-adoption");
        if (before.outcome() == Outcome.RETRACTED) throw ConflictException.state("assessment.is-retraction");
        boolean superseded = all.stream()
                .anyMatch(each ->
                        each.supersedes() != null && each.supersedes().earlier().equals(earlier));
        if (superseded) throw ConflictException.state("assessment.superseded");
        return new Supersession(earlier, reason);
    }

    private static SelfAssessmentDraft put(SelfAssessmentDraft draft, Opened opened, Work work) {
        work.put(AssessmentKinds.DRAFT, draft);
        work.journal("draft.saved", opened.person(), opened.role());
        return draft;
    }

    private LocalDate today(Work work) {
        return LocalDate.ofInstant(work.now(), engine.clock().getZone());
    }

    private static LocalDate observed(@Nullable LocalDate day, LocalDate today) {
        if (day == null) return today;
        InvalidInputException.unless(!day.isAfter(today), "observedOn", "assessment.observed-later", day, today);
        return day;
    }
}
