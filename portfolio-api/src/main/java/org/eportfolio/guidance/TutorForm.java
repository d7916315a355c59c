package org.eportfolio.guidance;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.eportfolio.Message;
import org.eportfolio.framework.Level;
import org.eportfolio.id.WorkplacePeriodId;
import org.eportfolio.showcase.Displayed;
import org.eportfolio.workplace.WorkplaceDay;
import org.jspecify.annotations.Nullable;

/**
 * What a tutor sees, through their link or their account: their own period, what the learner showed for it, what the school
 * asked and what they wrote; nothing else of the dossier, of other employers, or of what the school thinks of the learner.
 *
 * @param period names the period
 * @param learner the name of the learner; {@code null} when it is not known
 * @param readableUntil the last day on which the link opens
 * @param phase what can be done today
 * @param asked the competencies asked about, in plain words
 * @param levels from the lowest; each has a label and a symbol besides its colour
 * @param shown what the learner shows for this period, in the order shown; what is gone, or confidential and not cleared,
 *     is not among them
 * @param days which days are planned, and what was attested of them
 * @param answer what they answered so far
 * @param bilan what was concluded together
 */
public record TutorForm(
        WorkplacePeriodId period,
        String employer,
        @Nullable String learner,
        LocalDate from,
        LocalDate until,
        LocalDate readableUntil,
        WorkplacePeriod.Phase phase,
        List<WorkplacePeriod.Asked> asked,
        List<Level> levels,
        List<Displayed.Made> shown,
        List<WorkplaceDay> days,
        @Nullable TutorAnswer answer,
        @Nullable Concluded bilan) {
    public TutorForm {
        Objects.requireNonNull(period, "period");
        Objects.requireNonNull(employer, "employer");
        Objects.requireNonNull(phase, "phase");
        asked = List.copyOf(asked);
        levels = List.copyOf(levels);
        shown = List.copyOf(shown);
        days = List.copyOf(days);
    }

    /**
     * The bilan, by names.
     *
     * @param present tutor, teacher, learner
     */
    public record Concluded(LocalDate heldOn, List<String> present, String conclusion) {
        public Concluded {
            present = List.copyOf(present);
        }
    }

    /** The three questions, in the order of {@link TutorAnswer}, to be shown in the tutor's language. */
    public static List<Message> questions() {
        return List.of(
                Message.of("tutor.question.alone"),
                Message.of("tutor.question.help"),
                Message.of("tutor.question.advice"));
    }
}
