package org.eportfolio.workplace;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eportfolio.InvalidInputException;
import org.eportfolio.framework.Code;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.WorkplacePeriodId;

/**
 * What was agreed on a workplace period: who follows it for the school, what the learner is to work on, and who signed
 * (<em>convention</em> of a PFMP). One to a period.
 * Methods named {@code with…} give a changed copy; nothing is stored.
 *
 * @param referent the teacher who follows this learner in this period (<em>enseignant référent</em>), not always the one
 *     who answers for the class
 * @param objectives competencies or sub-competencies of the period's framework, each once
 * @param signed possibly empty: not yet
 * @param revision grows by one with each change
 */
public record Convention(
        WorkplacePeriodId period,
        DossierId dossier,
        PersonId referent,
        List<Code> objectives,
        List<Signatory> signed,
        int revision) {
    /** The most objectives of one period. */
    public static final int MOST_OBJECTIVES = 30;

    /** The most people who sign. */
    public static final int MOST_SIGNED = 20;

    public Convention {
        Objects.requireNonNull(period, "period");
        Objects.requireNonNull(dossier, "dossier");
        Objects.requireNonNull(referent, "referent");
        objectives = List.copyOf(objectives);
        signed = List.copyOf(signed);
        Set<Code> seen = new HashSet<>();
        for (Code each : objectives) {
            InvalidInputException.unless(seen.add(each), "objectives", "workplace.asked-twice", each);
        }
    }

    /** The convention with this content in place of what it says. */
    public Convention withContent(NewConvention input) {
        return new Convention(period, dossier, input.referent(), input.objectives(), input.signed(), revision + 1);
    }
}
