package org.eportfolio.core.internal.work;

import java.time.LocalDate;
import java.util.Map;
import org.eportfolio.assessment.Outcome;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.LevelId;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.jspecify.annotations.Nullable;

/** The current levels of a dossier under one adoption, kept beside the history so that a matrix need not read it. */
public record LevelsCard(DossierId dossier, AdoptionId adoption, PersonId learner, Map<Code, Cell> cells) {
    /** What the policy says of one competency; "nothing yet" has no cell. */
    public record Cell(Outcome outcome, @Nullable LevelId level, LocalDate observedOn) {}
}
