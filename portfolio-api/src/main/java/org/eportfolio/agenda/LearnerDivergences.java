package org.eportfolio.agenda;

import java.util.List;
import java.util.Objects;
import org.eportfolio.assessment.Divergence;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;

/**
 * Where in one learner's dossier self, peers, tutor and teacher see things differently: something to talk about.
 *
 * @param divergences at least one, in the order of the framework
 */
public record LearnerDivergences(PersonId learner, DossierId dossier, List<Divergence> divergences) {
    public LearnerDivergences {
        Objects.requireNonNull(learner, "learner");
        Objects.requireNonNull(dossier, "dossier");
        divergences = List.copyOf(divergences);
    }
}
