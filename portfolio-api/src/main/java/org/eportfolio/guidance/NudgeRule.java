package org.eportfolio.guidance;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eportfolio.Message;

/**
 * Finds what a learner might be nudged about. A pure function of the facts it is given: it reads nothing else, knows no
 * clock and keeps nothing. Must be thread-safe. Asked on the caller's thread with no connection held, at most twice for
 * each time a learner looks and only when a nudge is due and the rule is not muted; slow rules make the learner wait. An
 * exception, or a {@code null}, is reported as {@link org.eportfolio.PluginException} that names the rule.
 *
 * <p>A nudge encourages; it never scores, ranks or compares people. The library's own rules are in {@link NudgeRules}.
 */
public interface NudgeRule {
    /**
     * Names the rule, for ever, since learners mute by it: 1 to 40 lower-case ASCII letters, digits and hyphens, unique
     * in a portfolio. Asked once, when the portfolio is built. Never {@code null}.
     */
    String name();

    /** What there is to say, the most useful first; possibly nothing. Never {@code null}. */
    List<Hint> hints(NudgeFacts facts);

    /**
     * One thing to say.
     *
     * @param about what it speaks of, such as a competency's code; 1 to 300 characters
     * @param text by language tag such as {@code fr}, at least one, each of 1 to 500 characters
     */
    record Hint(String about, Map<String, String> text) {
        private static final int LONGEST_ABOUT = 300;
        private static final int LONGEST_TEXT = 500;

        public Hint {
            Objects.requireNonNull(about, "about");
            text = Map.copyOf(text);
            if (about.isBlank() || about.length() > LONGEST_ABOUT) throw new IllegalArgumentException("about what");
            boolean valid = !text.isEmpty()
                    && text.values().stream().noneMatch(each -> each.isBlank() || each.length() > LONGEST_TEXT);
            if (!valid) throw new IllegalArgumentException("a hint has 1 to " + LONGEST_TEXT + " characters of text");
        }

        /** A hint in every language that the message has, see {@link Message#inEveryLanguage}. */
        public static Hint of(String about, Message message) {
            return new Hint(about, message.inEveryLanguage());
        }
    }
}
