package org.eportfolio.core.internal.assessment;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eportfolio.Message;
import org.eportfolio.assessment.Assessment;
import org.eportfolio.assessment.Outcome;
import org.eportfolio.assessment.Perspective;
import org.eportfolio.assessment.Supersession;
import org.eportfolio.core.internal.framework.Catalogue;
import org.eportfolio.core.internal.kind.AssessmentKinds;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.LevelId;
import org.eportfolio.guidance.TutorAnswer;
import org.eportfolio.guidance.WorkplacePeriod;
import org.eportfolio.id.AssessmentId;
import org.eportfolio.school.Role;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a tutor's trajectory in step with their answer. The link is the tutor's right to assess, so a level is recorded
 * when it is given, in the tutor's name and role; changing the answer supersedes it, leaving a level out takes it back.
 */
public record TutorLevels(
        WorkplacePeriod period, TutorAnswer answer, Catalogue.Adopted adopted, LocalDate today, Work work) {
    /** Writes what changed; gives back the assessments that stand for the answer now. */
    public Map<Code, AssessmentId> recorded() {
        Map<AssessmentId, Assessment> said = new HashMap<>();
        Set<AssessmentId> superseded = new HashSet<>();
        for (Assessment each : all()) {
            if (each.outcome() == Outcome.LEVEL) said.put(each.id(), each);
            if (each.supersedes() != null) superseded.add(each.supersedes().earlier());
        }
        Map<Code, AssessmentId> recorded = new HashMap<>();
        for (WorkplacePeriod.Asked asked : period.asked()) {
            Code code = asked.competency();
            LevelId level = answer.levels().get(code);
            AssessmentId known = period.recorded().get(code);
            Assessment last = known == null ? null : said.get(known);
            // What the controller rectified does not come back because another part of the answer changes.
            Assessment before = last == null || superseded.contains(last.id()) ? null : last;
            if (level != null) {
                adopted.adoption().scale().require(level);
                boolean same = last != null && level.equals(last.level());
                recorded.put(code, same ? Objects.requireNonNull(last).id() : given(code, level, before));
            } else if (before != null) {
                work.put(
                        AssessmentKinds.ASSESSMENT,
                        Judgements.retraction(before, superseding(before), Role.TUTOR, work));
            }
        }
        return recorded;
    }

    private AssessmentId given(Code code, LevelId level, @Nullable Assessment before) {
        Assessment assessment = new Assessment(
                new AssessmentId(work.newId()),
                period.dossier(),
                period.adoption(),
                code,
                Perspective.TUTOR,
                Outcome.LEVEL,
                level,
                period.tutor(),
                Role.TUTOR,
                today,
                work.now(),
                answer.alone(),
                null,
                null,
                List.of(),
                before == null ? null : superseding(before),
                null,
                false);
        work.put(AssessmentKinds.ASSESSMENT, assessment);
        return assessment.id();
    }

    private Supersession superseding(Assessment before) {
        Locale locale = Locale.forLanguageTag(adopted.framework().language());
        return new Supersession(before.id(), Message.of("tutor.revised").in(locale));
    }

    /** What was recorded in the dossier. One reading, and none for a first answer. */
    private List<Assessment> all() {
        if (period.recorded().isEmpty()) return List.of();
        return work.list(AssessmentKinds.ASSESSMENT, DossierKinds.scope(period.dossier()));
    }
}
