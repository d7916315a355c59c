package org.eportfolio.guidance;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.eportfolio.framework.Code;
import org.eportfolio.id.AssessmentId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.EarlierAnswerId;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.WorkplacePeriodId;

/**
 * What a tutor answered before they were asked again. It stays as it was, with the assessments that stand for its levels.
 *
 * @param tutor who answered
 * @param recorded the assessments that stand for the answer's levels
 * @param keptAt when the next answer came
 */
public record EarlierAnswer(
        EarlierAnswerId id,
        DossierId dossier,
        WorkplacePeriodId period,
        PersonId tutor,
        TutorAnswer answer,
        Map<Code, AssessmentId> recorded,
        Instant keptAt) {
    public EarlierAnswer {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(dossier, "dossier");
        Objects.requireNonNull(period, "period");
        Objects.requireNonNull(tutor, "tutor");
        Objects.requireNonNull(answer, "answer");
        Objects.requireNonNull(keptAt, "keptAt");
        recorded = Map.copyOf(recorded);
    }
}
