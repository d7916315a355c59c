package org.eportfolio.privacy;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eportfolio.Prose;
import org.eportfolio.id.PersonId;

/**
 * A request to be recorded.
 *
 * @param receivedOn the day it arrived, today at the latest
 */
public record NewPrivacyRequest(
        @NotNull PersonId person,
        @NotNull PrivacyRequest.Right right,
        @NotNull @Prose(max = 10_000) String detail,
        @NotNull LocalDate receivedOn) {
    /** A request without further detail. */
    public static NewPrivacyRequest of(String person, PrivacyRequest.Right right, LocalDate receivedOn) {
        return new NewPrivacyRequest(PersonId.of(person), right, "", receivedOn);
    }

    /** What exactly is asked. */
    public NewPrivacyRequest asking(String what) {
        return new NewPrivacyRequest(person, right, what, receivedOn);
    }
}
