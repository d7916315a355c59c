package org.eportfolio.console.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eportfolio.Message;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.console.terminal.Words;
import org.eportfolio.console.view.Symbols;
import org.eportfolio.core.ExampleScales;
import org.eportfolio.framework.Scale;
import org.eportfolio.guidance.Nudge;
import org.jspecify.annotations.Nullable;

/**
 * Tells the events of the demonstration, a line each. How an act is told stands in the console's texts: a name in braces
 * is what the event, or what came of it, says under that name; what stands in brackets is told only if all in it is known.
 */
final class DemoStory {
    private static final Pattern PART = Pattern.compile("\\[([^\\[\\]]*)]|([^\\[\\]]+)");
    private static final Pattern SLOT = Pattern.compile("\\{(\\w+)}|([^{}]+)");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Scale SCALE = ExampleScales.FOUR_STEPS;

    private final Map<String, String> calls;
    private final Texts texts;

    /** @param calls how each person is called, by id */
    DemoStory(Map<String, String> calls, Texts texts) {
        this.calls = calls;
        this.texts = texts;
    }

    /**
     * What somebody does, without the day; what came of it, where it passed.
     *
     * @param text the key of how it is told
     */
    Words told(String text, DemoEvent event, Map<String, Object> facts) {
        Words line = Words.bold(name(event.who())).and(" ");
        Matcher parts = PART.matcher(texts.say(text));
        while (parts.find()) {
            boolean optional = parts.group(1) != null;
            Words part = filled(optional ? parts.group(1) : parts.group(2), event, facts);
            if (part != null) line = line.and(part);
            else if (!optional) throw new IllegalStateException("not all is known of: " + event);
        }
        return line;
    }

    private String name(String person) {
        return calls.getOrDefault(person, person);
    }

    /** {@code null} if one of the names in it says nothing. */
    private @Nullable Words filled(String pattern, DemoEvent event, Map<String, Object> facts) {
        Words words = Words.of("");
        Matcher slots = SLOT.matcher(pattern);
        while (slots.find()) {
            String slot = slots.group(1);
            if (slot == null) {
                words = words.and(slots.group(2));
                continue;
            }
            Object value = facts.containsKey(slot)
                    ? facts.get(slot)
                    : event.tree().fields().get(slot);
            if (value == null || value.equals(List.of())) return null;
            words = words.and(said(value));
        }
        return words;
    }

    private Words said(Object value) {
        if (value instanceof Tree tree) return several(tree);
        if (value instanceof List<?> list) {
            return Words.of(
                    list.stream().map(each -> name(String.valueOf(each))).collect(Collectors.joining(", ")));
        }
        if (value instanceof Message message) return Words.of(message.in(texts.locale()));
        if (value instanceof Nudge nudge) return Words.of(nudge.in(texts.locale()));
        if (value instanceof LocalDate day) return Words.of(texts.day(day));
        if (value instanceof Enum<?> constant) return Words.of(texts.name(constant));
        String text = value.toString();
        if (calls.containsKey(text)) return Words.of(name(text));
        if (DAY.matcher(text).matches()) return Words.of(texts.day(LocalDate.parse(text)));
        if (text.equals("n/a")) return Words.of(texts.say("level.not-applicable"));
        return SCALE.levels().stream()
                .filter(level -> level.id().value().equals(text))
                .map(level -> Symbols.told(null, level, texts))
                .findFirst()
                .orElse(Words.of(text));
    }

    /** Each with what is theirs: another level, a part of the work. */
    private Words several(Tree tree) {
        Words words = Words.of("");
        for (String each : tree.fields().keySet()) {
            words = words.and(words.spans().size() > 1 ? " ; " : "")
                    .and(name(each) + " ")
                    .and(said(tree.text(each)));
        }
        return words;
    }
}
