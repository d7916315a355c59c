package org.eportfolio.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.eportfolio.PortfolioException;

/** Asks why a call is refused, and sees to it that the reason is told in both languages. */
public final class Refused {
    private Refused() {}

    /** The key of the refusal. */
    public static String key(Runnable call) {
        try {
            call.run();
        } catch (PortfolioException e) {
            String key = e.reason().key();
            assertThat(e.message(Locale.FRENCH)).doesNotContain(key).isNotEqualTo(e.message(Locale.ENGLISH));
            assertThat(e.message(Locale.ENGLISH)).doesNotContain(key);
            return key;
        }
        throw new AssertionError("was not refused");
    }
}
