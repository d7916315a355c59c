package org.eportfolio.guidance;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A friendly word to a learner, such as "no evidence yet on C3.2". No one else sees it, and it says nothing of a
 * person's worth.
 *
 * @param rule the name of the rule that found it: the kind that can be muted
 * @param about what it speaks of, such as a competency's code or a goal's id
 * @param text by language tag, at least one
 */
public record Nudge(String rule, String about, Map<String, String> text) {
    public Nudge {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(about, "about");
        text = Map.copyOf(text);
        if (text.isEmpty()) throw new IllegalArgumentException("a nudge has a text");
    }

    /** The text in this language; in English where there is none, and otherwise in any language that has one. */
    public String in(Locale locale) {
        Map<String, String> sorted = new TreeMap<>(text);
        String wanted = sorted.get(locale.getLanguage());
        if (wanted != null) return wanted;
        return sorted.getOrDefault("en", sorted.values().iterator().next());
    }
}
