package org.eportfolio.assessment;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eportfolio.Prose;
import org.eportfolio.dossier.Citation;
import org.eportfolio.dossier.Production;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.LevelId;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.AssessmentId;
import org.jspecify.annotations.Nullable;

/**
 * A self-assessment to be drafted or published: {@code NewSelfAssessment.of("C3.1", "acquis").because("…").citing(map)}.
 *
 * @param level may be missing in a draft; must be there to publish
 * @param supersedes the learner's earlier self-assessment that this one corrects
 * @param reason why it is corrected
 * @param adoption under which; {@code null} for the dossier's main one
 */
public record NewSelfAssessment(
        @NotNull Code competency,
        @Nullable LevelId level,
        @Nullable @Prose String because,
        @Nullable @Prose String strengths,
        @Nullable @Prose String gaps,
        @NotNull @Size(max = 100) List<@NotNull Citation> evidence,
        @Nullable AssessmentId supersedes,
        @Nullable @Prose(max = 2_000) String reason,
        @Nullable AdoptionId adoption) {
    public NewSelfAssessment {
        evidence = Objects.requireNonNullElse(evidence, List.of());
    }

    public static NewSelfAssessment of(String competency, String level) {
        return new NewSelfAssessment(
                Code.of(competency), LevelId.of(level), null, null, null, List.of(), null, null, null);
    }

    /** A beginning without a level: enough for a draft. */
    public static NewSelfAssessment on(String competency) {
        return new NewSelfAssessment(Code.of(competency), null, null, null, null, List.of(), null, null, null);
    }

    public NewSelfAssessment because(String justification) {
        return new NewSelfAssessment(
                competency, level, justification, strengths, gaps, evidence, supersedes, reason, adoption);
    }

    public NewSelfAssessment strengths(String text) {
        return new NewSelfAssessment(competency, level, because, text, gaps, evidence, supersedes, reason, adoption);
    }

    public NewSelfAssessment gaps(String text) {
        return new NewSelfAssessment(
                competency, level, because, strengths, text, evidence, supersedes, reason, adoption);
    }

    public NewSelfAssessment citing(Production production) {
        return citing(Citation.of(production));
    }

    public NewSelfAssessment citing(Citation citation) {
        return new NewSelfAssessment(
                competency,
                level,
                because,
                strengths,
                gaps,
                Stream.concat(evidence.stream(), Stream.of(citation)).toList(),
                supersedes,
                reason,
                adoption);
    }

    /** Corrects an earlier one, which stays in the history. */
    public NewSelfAssessment superseding(AssessmentId earlier, String why) {
        return new NewSelfAssessment(competency, level, because, strengths, gaps, evidence, earlier, why, adoption);
    }

    public NewSelfAssessment under(AdoptionId companion) {
        return new NewSelfAssessment(
                competency, level, because, strengths, gaps, evidence, supersedes, reason, companion);
    }
}
