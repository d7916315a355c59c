package org.eportfolio.workplace;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eportfolio.Prose;
import org.jspecify.annotations.Nullable;

/**
 * A contact to be written down: {@code NewContact.by(Means.VISIT).on(day).noting("…")}.
 *
 * @param on {@code null} for today
 * @param note possibly empty
 */
public record NewContact(
        @NotNull Contact.Means means,
        @Nullable LocalDate on,
        @NotNull @Prose(max = Contact.LONGEST_NOTE) String note) {
    public static NewContact by(Contact.Means means) {
        return new NewContact(means, null, "");
    }

    /** The day; not before the period began, and never in the future. */
    public NewContact on(LocalDate day) {
        return new NewContact(means, day, note);
    }

    public NewContact noting(String text) {
        return new NewContact(means, on, text);
    }
}
