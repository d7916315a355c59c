package org.eportfolio.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.eportfolio.PortfolioException;

/** What a user reads when something is refused, in both languages. */
public final class Refusals {
    private Refusals() {}

    public static void refused(
            Class<? extends PortfolioException> as, String inEnglish, String inFrench, ThrowingCallable call) {
        PortfolioException refusal = catchThrowableOfType(as, call);
        assertThat(refusal).as("a refusal that says: %s", inEnglish).isNotNull();
        assertThat(refusal.message(Locale.ENGLISH)).contains(inEnglish);
        assertThat(refusal.message(Locale.FRENCH)).contains(inFrench);
    }
}
