package org.eportfolio.guidance;

import java.time.Instant;
import java.util.Objects;
import org.eportfolio.ConflictException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.id.AdaptationId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Role;
import org.jspecify.annotations.Nullable;

/**
 * What is adapted in a learner's pathway, and why. The reason is pedagogical: what helps to learn, never a diagnosis,
 * never anything of a person's health, which have no place in a portfolio. Learner and school staff read it; tutors,
 * certifiers and representatives do not, and it is part of no showcase and no sealed file. Never rewritten: it ends, and
 * another begins.
 * Methods named {@code as…} give a changed copy; nothing is stored.
 *
 * @param step the number of the step concerned; 0 for the pathway as a whole
 * @param ended {@code null} while it holds
 */
public record Adaptation(
        AdaptationId id,
        DossierId dossier,
        int step,
        String what,
        String reason,
        PersonId by,
        Role role,
        Instant since,
        @Nullable Ending ended) {
    public Adaptation {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(dossier, "dossier");
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(since, "since");
        InvalidInputException.unless(!what.isBlank(), "what", "text.blank");
        InvalidInputException.unless(!reason.isBlank(), "reason", "adaptation.reason");
    }

    /** The adaptation once it holds no longer. */
    public Adaptation asEnded(Ending why) {
        if (ended != null) throw ConflictException.state("adaptation.ended");
        return new Adaptation(id, dossier, step, what, reason, by, role, since, why);
    }
}
