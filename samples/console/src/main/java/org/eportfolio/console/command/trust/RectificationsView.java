package org.eportfolio.console.command.trust;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.eportfolio.assessment.Assessment;
import org.eportfolio.console.school.DossierItems;
import org.eportfolio.console.school.Lookup;
import org.eportfolio.console.school.Selector;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.console.view.LevelSymbols;
import org.eportfolio.console.view.Result;
import org.eportfolio.console.view.View;
import org.eportfolio.framework.Scale;
import org.eportfolio.id.AssessmentId;
import org.eportfolio.privacy.Rectification;

/** What was rectified: on which competency, from what to what, on which request. */
final class RectificationsView {
    private RectificationsView() {}

    static View of(List<DossierItems> dossiers, Texts texts) {
        List<Rectification> all = new ArrayList<>();
        List<StyledText> lines = new ArrayList<>();
        for (DossierItems items : dossiers) {
            List<Rectification> here = items.all(items.desk().assessments()::rectifications);
            if (here.isEmpty()) continue;
            Map<AssessmentId, Assessment> said = items.all(items.desk().assessments()::list).stream()
                    .collect(Collectors.toMap(Assessment::id, each -> each));
            all.addAll(here);
            for (Rectification each : here) lines.add(line(each, said, items, texts));
        }
        return lines.isEmpty() ? Result.of(all, texts.say("privacy.rectified.none")) : Result.of(all, lines);
    }

    private static StyledText line(
            Rectification each, Map<AssessmentId, Assessment> said, DossierItems items, Texts texts) {
        Lookup lookup = items.lookup();
        Assessment wrong = Objects.requireNonNull(said.get(each.wrong()));
        Assessment correction = Objects.requireNonNull(said.get(each.correction()));
        Scale scale = items.scale(wrong.adoption());
        return StyledText.of(lookup.day(each.at()) + "  ")
                .and(StyledText.bold(wrong.competency().value()))
                .and("  ")
                .and(LevelSymbols.said(wrong, scale, texts))
                .and(Selector.marked(each.wrong()))
                .and(" → ")
                .and(LevelSymbols.said(correction, scale, texts))
                .and(Selector.marked(each.correction()))
                .and("  " + each.request() + "  " + lookup.name(each.by()));
    }
}
