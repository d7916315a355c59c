package org.eportfolio.core.internal.guidance;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eportfolio.core.internal.assessment.CurrentLevels;
import org.eportfolio.core.internal.assessment.ShownAssessments;
import org.eportfolio.core.internal.call.DossierCall;
import org.eportfolio.core.internal.framework.Catalogue;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.GuidanceKinds;
import org.eportfolio.core.internal.kind.InterviewKinds;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.guidance.Goal;
import org.eportfolio.id.GoalId;
import org.eportfolio.id.PreparationSheetId;
import org.eportfolio.interview.Agreed;
import org.eportfolio.interview.Interview;
import org.eportfolio.interview.InterviewStatus;
import org.eportfolio.interview.PreparationSheet;

/** Gathers what an interview is prepared with. Six readings, however full the dossier. */
public final class PreparationFacts {
    private PreparationFacts() {}

    public static PreparationSheet sheet(Interview interview, DossierCall call) {
        List<Goal> goals = call.list(GuidanceKinds.GOAL);
        ShownAssessments shown = ShownAssessments.to(call);
        return PreparationSheet.frozen(
                new PreparationSheetId(call.newId()),
                interview.id(),
                CurrentLevels.published(call.adopted(null), interview.dossier(), shown, call.now(), call.work())
                        .progress(call.dossier(), goals, call.now()),
                goals,
                call.list(DossierKinds.PRODUCTION),
                agreedBefore(interview, goals, call),
                call.person());
    }

    /**
     * A sheet as the reader of a dossier is shown it. It holds all that was published when it was prepared by the team; what
     * is held back from the reader now is left out of what follows from levels, and nothing else changes.
     */
    public static PreparationSheet shown(
            PreparationSheet sheet, ShownAssessments shown, Dossier dossier, Catalogue catalogue, Work work) {
        Instant at = sheet.preparedAt();
        if (shown.hidden().isEmpty()) return sheet;
        Catalogue.Adopted adopted = catalogue.of(dossier, sheet.adoption(), work);
        return sheet.asShown(CurrentLevels.published(adopted, dossier.id(), shown, at, work)
                .progress(dossier, sheet.openGoals(), at));
    }

    /** What the interview closed last before this one was conducted had agreed on. */
    public static List<Agreed> agreedBefore(Interview interview, List<Goal> goals, DossierCall call) {
        Instant until =
                interview.minutes() == null ? call.now() : interview.minutes().at();
        Map<GoalId, Goal> byId = goals.stream().collect(Collectors.toMap(Goal::id, Function.identity()));
        return call.list(InterviewKinds.INTERVIEW).stream()
                .filter(each ->
                        each.status() == InterviewStatus.CLOSED && !each.id().equals(interview.id()))
                .filter(each -> !closedAt(each).isAfter(until))
                .max(Comparator.comparing(PreparationFacts::closedAt))
                .map(before -> before.agreements().stream()
                        .map(each -> new Agreed(before.id(), each, each.goal() == null ? null : byId.get(each.goal())))
                        .toList())
                .orElse(List.of());
    }

    private static Instant closedAt(Interview closed) {
        return Objects.requireNonNull(closed.closing()).at();
    }
}
