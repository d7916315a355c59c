package org.eportfolio.core;

import static org.eportfolio.access.Permission.FOLLOW_PATHWAY;
import static org.eportfolio.access.Permission.GUIDE_PATHWAY;
import static org.eportfolio.access.Permission.READ_ADAPTATION;
import static org.eportfolio.access.Permission.READ_PATHWAY;
import static org.eportfolio.access.Permission.READ_TEMPLATES;
import static org.eportfolio.core.internal.kind.GuidanceKinds.ADAPTATION;
import static org.eportfolio.core.internal.kind.GuidanceKinds.GOAL;
import static org.eportfolio.core.internal.kind.GuidanceKinds.PATHWAY;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.eportfolio.ConflictException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.NotFoundException;
import org.eportfolio.Page;
import org.eportfolio.PageRequest;
import org.eportfolio.Prose;
import org.eportfolio.access.Permission;
import org.eportfolio.assessment.Progress;
import org.eportfolio.core.internal.assessment.CurrentLevels;
import org.eportfolio.core.internal.assessment.ShownAssessments;
import org.eportfolio.core.internal.call.DeskContext;
import org.eportfolio.core.internal.call.DossierCall;
import org.eportfolio.core.internal.framework.Catalogue;
import org.eportfolio.core.internal.guidance.ProgressGaps;
import org.eportfolio.core.internal.input.Inputs;
import org.eportfolio.core.internal.scenario.PlannedMissions;
import org.eportfolio.guidance.Adaptation;
import org.eportfolio.guidance.AdaptationReason;
import org.eportfolio.guidance.Candidate;
import org.eportfolio.guidance.Ending;
import org.eportfolio.guidance.NewAdaptation;
import org.eportfolio.guidance.NewPathwayStep;
import org.eportfolio.guidance.Pathway;
import org.eportfolio.guidance.PathwayStep;
import org.eportfolio.guidance.Suggestion;
import org.eportfolio.id.AdaptationId;
import org.eportfolio.id.DossierId;
import org.eportfolio.school.SchoolYear;

/**
 * Each learner's own pathway: teachers add steps and adaptations, with a pedagogical reason, never a diagnosis; the
 * learner marks steps as done. Learner and school staff read it; tutors, certifiers and representatives do not.
 * Thread-safe.
 */
public final class PathwayDesk {
    private static final int MOST_SUGGESTIONS = 20;
    private static final int MOST_CANDIDATES = 2_000;

    private final DeskContext desk;

    PathwayDesk(DeskContext desk) {
        this.desk = desk;
    }

    /** Why something ends, checked like every input. */
    public record Words(@NotNull @Prose(max = 10_000) String reason) {}

    /** The missions to choose from, checked like every input. */
    public record Candidates(
            @NotNull @Size(max = MOST_CANDIDATES) List<@NotNull @Valid Candidate> candidates) {}

    /** The learner's pathway; without steps if it was not begun. */
    public Pathway get(DossierId dossier) {
        return desk.read(dossier, READ_PATHWAY, call -> pathway(call));
    }

    /** Adds a step at the end; also the way to accept a suggestion ({@link NewPathwayStep#accepting}). */
    public Pathway add(DossierId dossier, NewPathwayStep input) {
        NewPathwayStep given = Inputs.checked(input);
        return desk.write(dossier, GUIDE_PATHWAY, call -> {
            Catalogue.Adopted adopted = call.adopted(given.adoption());
            adopted.framework().assessable(given.competency());
            Pathway pathway = pathway(call);
            PathwayStep step = new PathwayStep(
                    pathway.nextNumber(),
                    adopted.adoption().id(),
                    given.competency(),
                    given.mission(),
                    given.candidate(),
                    given.dueOn(),
                    given.reason(),
                    call.person(),
                    call.role(),
                    call.now(),
                    null,
                    null);
            return call.save("pathway.step-added", PATHWAY, pathway.with(step));
        });
    }

    /**
     * Takes a step out that is not done, for a reason; it stays readable.
     *
     * @param seen the pathway as the caller read it; a {@link ConflictException} if it changed since
     * @param step its number, from 1
     */
    public Pathway drop(Pathway seen, int step, String reason) {
        String said = Inputs.words(reason);
        return change(
                seen,
                GUIDE_PATHWAY,
                "pathway.step-dropped",
                (pathway, call) -> pathway.withStepDropped(step, new Ending(said, call.person(), call.now())));
    }

    /**
     * The learner marks a step as done.
     *
     * @param seen the pathway as the caller read it; a {@link ConflictException} if it changed since
     * @param step its number, from 1
     */
    public Pathway completeStep(Pathway seen, int step) {
        return change(
                seen, FOLLOW_PATHWAY, "pathway.step-marked", (pathway, call) -> pathway.withStepDone(step, call.now()));
    }

    /**
     * The learner marks a step as to be done again.
     *
     * @param seen the pathway as the caller read it; a {@link ConflictException} if it changed since
     * @param step its number, from 1
     */
    public Pathway reopenStep(Pathway seen, int step) {
        return change(seen, FOLLOW_PATHWAY, "pathway.step-marked", (pathway, call) -> pathway.withStepOpen(step));
    }

    /** The pedagogical reasons for which a pathway may be adapted: those that ship, then the school's own. */
    public List<AdaptationReason> reasons() {
        desk.require(READ_TEMPLATES);
        return desk.catalogue().adaptationReasons().all();
    }

    /**
     * Adapts the pathway, or one of its steps, for one of the pedagogical {@link #reasons}. It holds until its last day,
     * the end of the school year at the latest, and goes with {@link PrivacyDesk#clearAdaptations}.
     *
     * @return what is kept; its {@link Adaptation#warnings} name the words of health that stand in it, to be put otherwise
     */
    public Adaptation adapt(DossierId dossier, NewAdaptation input) {
        NewAdaptation given = Inputs.checked(input);
        return desk.write(dossier, GUIDE_PATHWAY, call -> {
            String chosen = desk.catalogue().adaptationReasons().require(given.chosen());
            LocalDate latest = SchoolYear.of(call.today()).lastDay();
            LocalDate until = given.until() == null ? latest : given.until();
            InvalidInputException.unless(
                    !until.isBefore(call.today()) && !until.isAfter(latest),
                    "until",
                    "adaptation.until",
                    until,
                    latest);
            if (given.step() != 0) pathway(call).step(given.step());
            return call.save(
                    "adaptation.made",
                    ADAPTATION,
                    new Adaptation(
                            new AdaptationId(call.newId()),
                            dossier,
                            given.step(),
                            given.what(),
                            given.reason(),
                            call.person(),
                            call.role(),
                            call.now(),
                            null,
                            chosen,
                            until));
        });
    }

    /** Ends an adaptation, for a reason; it stays readable. */
    public Adaptation end(DossierId dossier, AdaptationId id, String reason) {
        String said = Inputs.words(reason);
        return desk.write(dossier, GUIDE_PATHWAY, call -> {
            Adaptation adaptation =
                    call.find(ADAPTATION, id.value()).orElseThrow(() -> new NotFoundException("adaptation", id));
            return call.save(
                    "adaptation.ended", ADAPTATION, adaptation.asEnded(new Ending(said, call.person(), call.now())));
        });
    }

    /**
     * A page of a dossier's adaptations, ended ones included, the oldest first.
     *
     * @param request the first page, or {@link Page#next} of the page before
     */
    public Page<Adaptation> adaptations(DossierId dossier, PageRequest request) {
        return desk.read(dossier, READ_ADAPTATION, call -> call.page(ADAPTATION, request));
    }

    /**
     * Proposes steps that cover the learner's gaps under the dossier's main adoption, and says why, by the rule of
     * {@link Suggestion#forGaps}. The candidates are the published missions that the year plans of the learner's cohorts
     * offer under the adoption's framework, in the order of the plan; where the plans offer none, all published missions
     * under that framework, in the order in which their scenarios were written. Withdrawn scenarios and missions that the
     * learner has begun are left out. A mission trains the sub-competencies that it names, or a competency of which it
     * names none. Nothing is kept: the teacher decides.
     *
     * @param most how many suggestions at most, 1 to {@value #MOST_SUGGESTIONS}
     */
    public List<Suggestion> suggest(DossierId dossier, int most) {
        return suggest(
                dossier,
                most,
                (adopted, call) -> PlannedMissions.candidates(
                        call.dossier(), adopted.framework().id(), call.work()));
    }

    /**
     * Proposes steps like {@link #suggest(DossierId, int)}, from missions that the host names. Competencies on which a
     * step is open, and missions that are or were a step, are left out.
     *
     * @param candidates the missions to choose from, their ids distinct
     * @param most how many suggestions at most, 1 to {@value #MOST_SUGGESTIONS}
     */
    public List<Suggestion> suggest(DossierId dossier, List<Candidate> candidates, int most) {
        List<Candidate> given = Inputs.checked(new Candidates(candidates)).candidates();
        Set<String> ids = new HashSet<>();
        for (Candidate each : given) {
            InvalidInputException.unless(ids.add(each.id()), "candidates", "pathway.candidate-twice", each.id());
        }
        return suggest(dossier, most, (adopted, call) -> given);
    }

    private List<Suggestion> suggest(
            DossierId dossier, int most, BiFunction<Catalogue.Adopted, DossierCall, List<Candidate>> choice) {
        InvalidInputException.unless(
                most >= 1 && most <= MOST_SUGGESTIONS, "most", "pathway.suggestions", MOST_SUGGESTIONS, most);
        return desk.read(dossier, GUIDE_PATHWAY, call -> {
            Catalogue.Adopted adopted = call.adopted(null);
            Progress progress = CurrentLevels.published(
                            adopted, dossier, ShownAssessments.to(call), call.now(), call.work())
                    .progress(call.dossier(), call.list(GOAL), call.now());
            return ProgressGaps.of(progress).suggest(pathway(call), choice.apply(adopted, call), most);
        });
    }

    private Pathway change(
            Pathway seen, Permission permission, String act, BiFunction<Pathway, DossierCall, Pathway> step) {
        return desk.write(
                seen.dossier(),
                permission,
                call -> call.save(act, PATHWAY, step.apply(PATHWAY.unchanged(seen, pathway(call)), call)));
    }

    private static Pathway pathway(DossierCall call) {
        return call.find(PATHWAY, call.dossier().id().value())
                .orElseGet(() -> Pathway.empty(call.dossier().id()));
    }
}
