package org.eportfolio.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.eportfolio.ConflictException;
import org.eportfolio.InvalidInputException;
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

    /** The call is refused because what it changes was changed since the caller read it; nothing is written. */
    public static void stale(VosReves school, ThrowingCallable call) {
        long before = school.journalLength();
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ConflictException.class,
                        conflict -> assertThat(conflict.actual()).isGreaterThan(conflict.expected()));
        assertThat(school.journalLength()).as("nothing is written").isEqualTo(before);
    }

    /** An input is refused in a sentence that has the word, and in one line of French. */
    public static void refused(ThrowingCallable call, String word) {
        assertThatThrownBy(call).isInstanceOfSatisfying(InvalidInputException.class, refusal -> {
            assertThat(refusal.getMessage()).contains(word);
            assertThat(refusal.message(Locale.FRENCH))
                    .isNotEqualTo(refusal.getMessage())
                    .doesNotContain("\n");
        });
    }
}
