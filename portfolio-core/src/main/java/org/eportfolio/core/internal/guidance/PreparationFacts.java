package org.eportfolio.core.internal.guidance;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eportfolio.assessment.Progress;
import org.eportfolio.core.internal.access.Opened;
import org.eportfolio.core.internal.assessment.CurrentLevels;
import org.eportfolio.core.internal.framework.Catalogue;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.GuidanceKinds;
import org.eportfolio.core.internal.kind.InterviewKinds;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.guidance.Goal;
import org.eportfolio.id.GoalId;
import org.eportfolio.id.PreparationSheetId;
import org.eportfolio.interview.Agreed;
import org.eportfolio.interview.Interview;
import org.eportfolio.interview.InterviewStatus;
import org.eportfolio.interview.PreparationSheet;
import org.eportfolio.spi.Scope;

/** Gathers what an interview is prepared with. Six readings, however full the dossier. */
public final class PreparationFacts {
    private PreparationFacts() {}

    public static PreparationSheet sheet(
            Interview interview, Opened opened, Catalogue catalogue, ZoneId zone, Work work) {
        Scope scope = DossierKinds.scope(interview.dossier());
        Catalogue.Adopted adopted = catalogue.of(opened.dossier(), null, work);
        List<Goal> goals = work.list(GuidanceKinds.GOAL, scope);
        Progress progress = CurrentLevels.published(adopted, interview.dossier(), work.now(), zone, work)
                .progress(opened.dossier(), goals, work.now());
        return PreparationSheet.frozen(
                new PreparationSheetId(work.newId()),
                interview.id(),
                progress,
                goals,
                work.list(DossierKinds.PRODUCTION, scope),
                agreedBefore(interview, goals, work),
                opened.person());
    }

    /** What the interview closed last before this one was conducted had agreed on. */
    public static List<Agreed> agreedBefore(Interview interview, List<Goal> goals, Work work) {
        Instant until =
                interview.minutes() == null ? work.now() : interview.minutes().at();
        Map<GoalId, Goal> byId = goals.stream().collect(Collectors.toMap(Goal::id, Function.identity()));
        return work.list(InterviewKinds.INTERVIEW, DossierKinds.scope(interview.dossier())).stream()
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
