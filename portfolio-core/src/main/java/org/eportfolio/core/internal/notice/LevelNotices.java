package org.eportfolio.core.internal.notice;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.eportfolio.agenda.NoticeKind;
import org.eportfolio.assessment.Assessment;
import org.eportfolio.assessment.Perspective;
import org.eportfolio.assessment.Supersession;
import org.eportfolio.core.internal.assessment.ShownAssessments;
import org.eportfolio.core.internal.kind.AssessmentKinds;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.id.AssessmentId;
import org.eportfolio.id.Ref;

/**
 * What a learner hears of the levels in a dossier of theirs: each when it is shown to them. Without an embargo that is when it
 * was recorded; under one, when the learner has said where they stand, which is an act of their own, or on the day on which
 * the embargo ends.
 */
final class LevelNotices {
    private final Dossier dossier;
    private final ShownAssessments shown;
    private final List<Assessment> theirs;
    private final Set<Instant> ownWords;

    LevelNotices(Dossier dossier, Work work) {
        this.dossier = dossier;
        this.shown = ShownAssessments.toLearner(dossier, work);
        List<Assessment> all = shown.now();
        Set<AssessmentId> superseded = all.stream()
                .map(Assessment::supersedes)
                .filter(Objects::nonNull)
                .map(Supersession::earlier)
                .collect(Collectors.toSet());
        this.theirs = all.stream()
                .filter(each -> each.perspective() == Perspective.TEACHER || each.perspective() == Perspective.TUTOR)
                .filter(each -> !superseded.contains(each.id()))
                .toList();
        this.ownWords = all.stream()
                .filter(each -> each.perspective() == Perspective.SELF)
                .map(Assessment::recordedAt)
                .collect(Collectors.toCollection(HashSet::new));
    }

    static boolean concern(Act act) {
        return act.wrote(AssessmentKinds.ASSESSMENT);
    }

    void addTo(GatheredNotices gathered, List<Act> acts) {
        for (Act act : acts) {
            if (!act.scope().equals(DossierKinds.scope(dossier.id()))) continue;
            Instant at = act.entry().at();
            for (Assessment each : theirs) {
                boolean written =
                        act.wrote(AssessmentKinds.ASSESSMENT, each.id().value());
                boolean shownAtOnce = written && shown.shownFrom(each).equals(each.recordedAt());
                boolean shownByOwnWord = !written
                        && ownWords.contains(at)
                        && shown.shownFrom(each).equals(at)
                        && each.recordedAt().isBefore(at);
                if (shownAtOnce || shownByOwnWord) gathered.add(act, dossier, said(each));
            }
        }
    }

    /** Those that were held back until an embargo ended on one of these days. */
    void addDays(GatheredNotices gathered, DayRange days) {
        for (Assessment each : theirs) {
            Instant from = shown.shownFrom(each);
            boolean heldBack = from.isAfter(each.recordedAt()) && !ownWords.contains(from);
            if (heldBack && days.has(days.of(from))) gathered.add(days.of(from), from, dossier, said(each));
        }
    }

    private NoticeContent said(Assessment each) {
        return NoticeContent.of(
                NoticeKind.POSITIONED,
                Ref.in(dossier.id(), Ref.Kind.ASSESSMENT, each.id()),
                each.author(),
                "notices.positioned." + each.outcome(),
                each.competency());
    }
}
