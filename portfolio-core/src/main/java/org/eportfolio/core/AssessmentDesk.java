package org.eportfolio.core;

import static org.eportfolio.access.Permission.POSITION;
import static org.eportfolio.access.Permission.POSITION_CLASS;
import static org.eportfolio.access.Permission.READ_PROGRESS;
import static org.eportfolio.access.Permission.RECTIFY;
import static org.eportfolio.access.Permission.SELF_ASSESS;
import static org.eportfolio.core.internal.kind.AssessmentKinds.ASSESSMENT;
import static org.eportfolio.core.internal.kind.AssessmentKinds.DRAFT;
import static org.eportfolio.core.internal.kind.GuidanceKinds.WORKPLACE;
import static org.eportfolio.core.internal.kind.PrivacyKinds.RECTIFICATION;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.eportfolio.ConflictException;
import org.eportfolio.DeniedException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.Message;
import org.eportfolio.NotFoundException;
import org.eportfolio.Page;
import org.eportfolio.PageRequest;
import org.eportfolio.assessment.Assessment;
import org.eportfolio.assessment.ClassEntry;
import org.eportfolio.assessment.NewClassEntry;
import org.eportfolio.assessment.NewPositioning;
import org.eportfolio.assessment.NewSelfAssessment;
import org.eportfolio.assessment.Outcome;
import org.eportfolio.assessment.Perspective;
import org.eportfolio.assessment.SelfAssessmentDraft;
import org.eportfolio.assessment.Supersession;
import org.eportfolio.assessment.UndoneEntry;
import org.eportfolio.core.internal.assessment.ClassEntries;
import org.eportfolio.core.internal.assessment.Corrections;
import org.eportfolio.core.internal.assessment.CurrentLevels;
import org.eportfolio.core.internal.assessment.Judgements;
import org.eportfolio.core.internal.assessment.ObservedDay;
import org.eportfolio.core.internal.assessment.ShownAssessments;
import org.eportfolio.core.internal.call.DeskContext;
import org.eportfolio.core.internal.call.DossierCall;
import org.eportfolio.core.internal.dossier.Citations;
import org.eportfolio.core.internal.framework.Catalogue;
import org.eportfolio.core.internal.input.Inputs;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.RecordKind;
import org.eportfolio.core.internal.work.FilteredPages;
import org.eportfolio.dossier.Evidence;
import org.eportfolio.framework.LevelId;
import org.eportfolio.id.AssessmentId;
import org.eportfolio.id.ClassEntryId;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.DraftId;
import org.eportfolio.id.RectificationId;
import org.eportfolio.privacy.NewRectification;
import org.eportfolio.privacy.Rectification;
import org.eportfolio.school.Role;
import org.jspecify.annotations.Nullable;

/**
 * Judgements on competencies. What is published never changes: its author, or the controller on request, corrects it by
 * another that supersedes it and says why. Thread-safe.
 */
public final class AssessmentDesk {
    private final DeskContext desk;

    AssessmentDesk(DeskContext desk) {
        this.desk = desk;
    }

    /** Begins a self-assessment that only its learner sees; a level may still be missing. */
    public SelfAssessmentDraft draft(DossierId dossier, NewSelfAssessment input) {
        NewSelfAssessment given = Inputs.checked(input);
        return desk.write(dossier, SELF_ASSESS, call -> {
            Judgements.fits(given.competency(), given.level(), call.adopted(given.adoption()));
            Citations.require(given.evidence(), List.of(), call);
            return call.save(
                    "draft.saved",
                    DRAFT,
                    new SelfAssessmentDraft(new DraftId(call.newId()), dossier, given, call.now(), 1));
        });
    }

    /**
     * Puts another content in place of a draft's.
     *
     * @param seen the draft as the caller read it; a {@link ConflictException} if it changed since
     */
    public SelfAssessmentDraft save(SelfAssessmentDraft seen, NewSelfAssessment input) {
        NewSelfAssessment given = Inputs.checked(input);
        return desk.write(seen.dossier(), SELF_ASSESS, call -> {
            SelfAssessmentDraft there = call.unchanged(DRAFT, seen);
            Judgements.fits(given.competency(), given.level(), call.adopted(given.adoption()));
            Citations.require(given.evidence(), there.content().evidence(), call);
            return call.save(
                    "draft.saved",
                    DRAFT,
                    new SelfAssessmentDraft(there.id(), there.dossier(), given, call.now(), there.revision() + 1));
        });
    }

    /** Throws a draft away. */
    public void discard(SelfAssessmentDraft seen) {
        desk.run(seen.dossier(), SELF_ASSESS, call -> call.discard("draft.discarded", DRAFT, seen));
    }

    /** The actor's own drafts in a dossier, the oldest first. */
    public Page<SelfAssessmentDraft> drafts(DossierId dossier, PageRequest request) {
        return desk.read(dossier, SELF_ASSESS, call -> call.page(DRAFT, request));
    }

    /** Publishes a draft: from now on the team sees it, and it never changes. */
    public Assessment publish(SelfAssessmentDraft seen) {
        Inputs.requireChecked(seen.content());
        return desk.write(seen.dossier(), SELF_ASSESS, call -> {
            SelfAssessmentDraft draft = call.take(DRAFT, seen);
            return publish(draft.content(), call);
        });
    }

    /** Publishes a self-assessment at once. */
    public Assessment publish(DossierId dossier, NewSelfAssessment input) {
        NewSelfAssessment given = Inputs.checked(input);
        return desk.write(dossier, SELF_ASSESS, call -> publish(given, call));
    }

    private Assessment publish(NewSelfAssessment input, DossierCall call) {
        Catalogue.Adopted adopted = call.adopted(input.adoption());
        LevelId level = input.level();
        InvalidInputException.unless(level != null, "level", "self-assessment.no-level");
        Judgements.fits(input.competency(), level, adopted);
        Supersession supersedes = null;
        if (input.supersedes() != null) {
            String reason = input.reason() == null ? "" : input.reason();
            supersedes = Corrections.in(call)
                    .ofOneself(
                            input.supersedes(),
                            reason,
                            input.competency(),
                            Perspective.SELF,
                            adopted.adoption().id());
        }
        Assessment assessment = new Assessment(
                new AssessmentId(call.newId()),
                call.dossier().id(),
                adopted.adoption().id(),
                input.competency(),
                Perspective.SELF,
                Outcome.LEVEL,
                level,
                call.person(),
                call.role(),
                call.today(),
                call.now(),
                input.because(),
                input.strengths(),
                input.gaps(),
                Citations.freeze(input.evidence(), call),
                supersedes,
                null,
                false);
        return call.save("self-assessment.published", ASSESSMENT, assessment);
    }

    /** Positions a learner, with a justification or evidence. */
    public Assessment position(DossierId dossier, NewPositioning input) {
        return position(dossier, input, null, "");
    }

    /** Corrects the actor's own earlier positioning of the same competency; the earlier one stays in the history. */
    public Assessment correct(DossierId dossier, AssessmentId earlier, NewPositioning input, String reason) {
        Objects.requireNonNull(earlier, "earlier");
        String said = Inputs.words(reason);
        return position(dossier, input, earlier, said);
    }

    private Assessment position(
            DossierId dossier, NewPositioning input, @Nullable AssessmentId earlier, String reason) {
        NewPositioning given = Inputs.checked(input);
        return desk.write(dossier, POSITION, call -> {
            Catalogue.Adopted adopted = call.adopted(given.adoption());
            Judgements.fits(given.competency(), given.level(), adopted);
            if (call.role() == Role.TUTOR) requireWithoutPeriod(given, call);
            Perspective perspective = Judgements.perspective(call.role());
            Supersession supersedes = earlier == null
                    ? null
                    : Corrections.in(call)
                            .ofOneself(
                                    earlier,
                                    reason,
                                    given.competency(),
                                    perspective,
                                    adopted.adoption().id());
            LocalDate observed = ObservedDay.of(given.observedOn(), given.dayConfirmed(), call.today())
                    .by(call.learner(), call);
            List<Evidence> evidence = Citations.freeze(given.evidence(), call);
            return append(
                    new Assessment(
                            new AssessmentId(call.newId()),
                            dossier,
                            adopted.adoption().id(),
                            given.competency(),
                            perspective,
                            given.level() == null ? Outcome.NOT_APPLICABLE : Outcome.LEVEL,
                            given.level(),
                            call.person(),
                            call.role(),
                            observed,
                            call.now(),
                            given.because(),
                            null,
                            null,
                            evidence,
                            supersedes,
                            null,
                            false),
                    earlier == null ? "assessment.positioned" : "assessment.corrected",
                    adopted,
                    call);
        });
    }

    /** The tutor of a period gives levels by the answer in it, on what the school asked; no tutor is shown what they could cite. */
    private static void requireWithoutPeriod(NewPositioning given, DossierCall call) {
        if (call.list(WORKPLACE).stream().anyMatch(each -> each.tutor().equals(call.person())))
            throw new DeniedException(Message.of("denied.tutor-answers"));
        if (!given.evidence().isEmpty())
            throw new NotFoundException("production", given.evidence().get(0).production());
    }

    /**
     * Takes back the actor's own positioning, for a reason. What it had corrected stays corrected. From the positionings
     * that still stand the policy decides the level; without any, the learner has "nothing yet".
     */
    public Assessment retract(DossierId dossier, AssessmentId earlier, String reason) {
        String said = Inputs.words(reason);
        return desk.write(dossier, POSITION, call -> {
            Assessment taken = call.find(ASSESSMENT, earlier.value())
                    .orElseThrow(() -> new NotFoundException("assessment", earlier));
            Catalogue.Adopted adopted = call.adopted(taken.adoption());
            Supersession supersedes = Corrections.in(call)
                    .ofOneself(
                            earlier, said, taken.competency(), Judgements.perspective(call.role()), taken.adoption());
            return append(
                    Judgements.retraction(taken, supersedes, call.role(), call.work()),
                    "assessment.retracted",
                    adopted,
                    call);
        });
    }

    /**
     * Rectifies a positioning for the controller (GDPR art. 16), also one of a teacher who has left. The
     * wrong one stays readable as superseded; what stands in its place is of the same day, perspective and adoption, in the
     * actor's name and role, and moves the current level as a correction does. {@link #rectifications} says on which request.
     *
     * @param wrong a positioning of this dossier that stands; a self-assessment is refused
     */
    public Assessment rectify(DossierId dossier, AssessmentId wrong, NewRectification input) {
        Objects.requireNonNull(wrong, "wrong");
        NewRectification given = Inputs.checked(input);
        return desk.write(dossier, RECTIFY, call -> {
            Assessment before = Corrections.in(call).positioning(wrong);
            Catalogue.Adopted adopted = call.adopted(before.adoption());
            Judgements.fits(before.competency(), given.level(), adopted);
            Assessment correction = Judgements.rectified(before, given, call);
            call.put(
                    RECTIFICATION,
                    new Rectification(
                            new RectificationId(call.newId()),
                            dossier,
                            wrong,
                            correction.id(),
                            given.request(),
                            call.person(),
                            call.now()));
            return append(correction, "assessment.rectified", adopted, call);
        });
    }

    /** What the controller rectified in a dossier, the oldest first. */
    public Page<Rectification> rectifications(DossierId dossier, PageRequest request) {
        return desk.read(dossier, READ_PROGRESS, call -> {
            Set<AssessmentId> hidden = ShownAssessments.to(call).hidden();
            return page(RECTIFICATION, request, each -> !hidden.contains(each.correction()), call);
        });
    }

    /**
     * Positions a whole class on one competency, in one commit. Learners named as absent get no level. If another learner
     * has no dossier, nothing is written, and the refusal names them.
     */
    public ClassEntry positionClass(NewClassEntry input) {
        NewClassEntry given = Inputs.checked(input);
        return desk.write(
                given.cohort(),
                POSITION_CLASS,
                call -> new ClassEntries(call)
                        .enter(given, ObservedDay.of(given.observedOn(), given.dayConfirmed(), call.today())));
    }

    /**
     * Takes back every positioning of a class-wide entry that still stands, each by a traced retraction. Nothing is written
     * in a dossier that is closed to the actor by now, such as that of a learner who left: it is reported as left out.
     */
    public UndoneEntry undo(CohortId cohort, ClassEntryId entry, String reason) {
        String said = Inputs.words(reason);
        return desk.write(cohort, POSITION_CLASS, call -> new ClassEntries(call).undo(cohort, entry, said));
    }

    /** One assessment that is shown to the actor. */
    public Assessment get(DossierId dossier, AssessmentId id) {
        Objects.requireNonNull(id, "id");
        return desk.read(dossier, READ_PROGRESS, call -> {
            Assessment there = call.require(ASSESSMENT, id.value());
            if (ShownAssessments.to(call).hidden().contains(id)) throw new NotFoundException("assessment", id);
            return there;
        });
    }

    /** One draft of the actor's own. */
    public SelfAssessmentDraft getDraft(DossierId dossier, DraftId id) {
        Objects.requireNonNull(id, "id");
        return desk.read(dossier, SELF_ASSESS, call -> call.require(DRAFT, id.value()));
    }

    /**
     * A page of everything published in a dossier and shown to the actor, in the order of recording.
     *
     * @param request the first page, or {@link Page#next} of the page before
     */
    public Page<Assessment> list(DossierId dossier, PageRequest request) {
        return desk.read(dossier, READ_PROGRESS, call -> {
            Set<AssessmentId> hidden = ShownAssessments.to(call).hidden();
            return page(ASSESSMENT, request, each -> !hidden.contains(each.id()), call);
        });
    }

    private static <T> Page<T> page(RecordKind<T> kind, PageRequest request, Predicate<T> shown, DossierCall call) {
        return FilteredPages.page(
                kind,
                DossierKinds.scope(call.dossier().id()),
                request,
                each -> each.stream().filter(shown).toList(),
                call.work());
    }

    private static Assessment append(Assessment assessment, String act, Catalogue.Adopted adopted, DossierCall call) {
        call.put(ASSESSMENT, assessment);
        CurrentLevels.refresh(assessment, call.dossier(), adopted, call.work());
        call.journal(act);
        return assessment;
    }
}
