package org.eportfolio.guidance;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.eportfolio.ConflictException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.Message;
import org.eportfolio.id.AdaptationId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Role;
import org.eportfolio.school.SchoolYear;
import org.jspecify.annotations.Nullable;

/**
 * What is adapted in a learner's pathway, and why. The reason is pedagogical: what helps to learn, never a diagnosis,
 * never anything of a person's health, which have no place in a portfolio. Learner and school staff read it; tutors,
 * certifiers and representatives do not, and it is part of no showcase and no sealed file. Never rewritten: it ends, and
 * another begins.
 * Methods named {@code as…} give a changed copy; nothing is stored.
 *
 * @param step the number of the step concerned; 0 for the pathway as a whole
 * @param reason words beside the reason that was chosen; empty where there are none
 * @param ended {@code null} while it holds
 * @param chosen the {@link AdaptationReason} by its id; {@code null} in older ones, whose reason is words alone
 * @param until its last day; {@code null} in older ones, which end with the school year in which they began
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
        @Nullable Ending ended,
        @Nullable String chosen,
        @Nullable LocalDate until) {
    public Adaptation {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(dossier, "dossier");
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(since, "since");
        InvalidInputException.unless(!what.isBlank(), "what", "text.blank");
        InvalidInputException.unless(chosen != null || !reason.isBlank(), "reason", "adaptation.reason");
    }

    /** The adaptation once it holds no longer. */
    public Adaptation asEnded(Ending why) {
        if (ended != null) throw ConflictException.state("adaptation.ended");
        return new Adaptation(id, dossier, step, what, reason, by, role, since, why, chosen, until);
    }

    /** Its last day: of those that state none, the last of the school year in which they began. */
    public LocalDate lastDay(ZoneId zone) {
        return until == null ? SchoolYear.of(LocalDate.ofInstant(since, zone)).lastDay() : until;
    }

    /**
     * The health-related words in it, one warning for each; they are not refused. What they say belongs in the <em>livret de
     * parcours inclusif</em>.
     */
    public List<Message> warnings() {
        return HealthWords.warnings(what, reason, ended == null ? null : ended.reason());
    }
}
