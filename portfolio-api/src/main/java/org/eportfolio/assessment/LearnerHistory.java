package org.eportfolio.assessment;

import java.util.List;
import java.util.Objects;
import org.eportfolio.dossier.LearnerStatus;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.PersonId;

/**
 * All that a learner brings into a new dossier.
 *
 * @param productions without attachments: files are added one by one
 */
public record LearnerHistory(
        PersonId learner,
        AdoptionId adoption,
        LearnerStatus status,
        List<NewProduction> productions,
        List<PastAssessment> assessments) {
    public LearnerHistory {
        Objects.requireNonNull(learner, "learner");
        Objects.requireNonNull(adoption, "adoption");
        Objects.requireNonNull(status, "status");
        productions = List.copyOf(productions);
        assessments = List.copyOf(assessments);
    }
}
