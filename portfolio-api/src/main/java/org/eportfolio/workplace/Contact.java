package org.eportfolio.workplace;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.eportfolio.Prose;
import org.eportfolio.id.ContactId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.WorkplacePeriodId;
import org.eportfolio.school.Role;

/**
 * That a teacher was in touch with a workplace during a period: the law asks the teacher who follows it to see several times
 * that all goes well (code de l'éducation, L124-1). The tutor does not read it, the learner does.
 *
 * @param note what it was about; possibly empty
 * @param by the teacher
 * @param role in which they were in touch
 */
public record Contact(
        ContactId id,
        DossierId dossier,
        WorkplacePeriodId period,
        LocalDate on,
        Means means,
        @Prose(max = LONGEST_NOTE) String note,
        PersonId by,
        Role role,
        Instant at) {
    /** The most characters of a note. */
    public static final int LONGEST_NOTE = 5_000;

    /** In which way. */
    public enum Means {
        VISIT,
        CALL,
        MESSAGE
    }

    public Contact {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(dossier, "dossier");
        Objects.requireNonNull(period, "period");
        Objects.requireNonNull(on, "on");
        Objects.requireNonNull(means, "means");
        Objects.requireNonNull(note, "note");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(at, "at");
    }
}
