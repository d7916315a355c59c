package org.eportfolio.console.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eportfolio.Message;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.console.view.LevelSymbols;
import org.eportfolio.core.ExampleScales;
import org.eportfolio.framework.Scale;
import org.eportfolio.guidance.Nudge;
import org.jspecify.annotations.Nullable;

/**
 * Writes the events of the demonstration, a line each. The wording stands in the console's texts: a name in braces is
 * replaced by what the event or its outcome has under that name; a part in brackets appears only if all names in it have
 * a value.
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
     * One event without its day.
     *
     * @param text the key of its wording
     */
    StyledText describe(String text, DemoEvent event, Map<String, Object> facts) {
        StyledText line = StyledText.bold(name(event.who())).and(" ");
        Matcher parts = PART.matcher(texts.say(text));
        while (parts.find()) {
            boolean optional = parts.group(1) != null;
            StyledText part = filled(optional ? parts.group(1) : parts.group(2), event, facts);
            if (part != null) line = line.and(part);
            else if (!optional) throw new IllegalStateException("not all is known of: " + event);
        }
        return line;
    }

    private String name(String person) {
        return calls.getOrDefault(person, person);
    }

    /** {@code null} if one of the names in it says nothing. */
    private @Nullable StyledText filled(String pattern, DemoEvent event, Map<String, Object> facts) {
        StyledText words = StyledText.of("");
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

    private StyledText said(Object value) {
        if (value instanceof JsonObject tree) return several(tree);
        if (value instanceof List<?> list) {
            return StyledText.of(
                    list.stream().map(each -> name(String.valueOf(each))).collect(Collectors.joining(", ")));
        }
        if (value instanceof Message message) return StyledText.of(message.in(texts.locale()));
        if (value instanceof Nudge nudge) return StyledText.of(nudge.in(texts.locale()));
        if (value instanceof LocalDate day) return StyledText.of(texts.day(day));
        if (value instanceof Enum<?> constant) return StyledText.of(texts.name(constant));
        String text = value.toString();
        if (calls.containsKey(text)) return StyledText.of(name(text));
        if (DAY.matcher(text).matches()) return StyledText.of(texts.day(LocalDate.parse(text)));
        if (text.equals("n/a")) return StyledText.of(texts.say("level.not-applicable"));
        return SCALE.levels().stream()
                .filter(level -> level.id().value().equals(text))
                .map(level -> LevelSymbols.describe(null, level, texts))
                .findFirst()
                .orElse(StyledText.of(text));
    }

    /** Each with what is theirs: another level, a part of the work. */
    private StyledText several(JsonObject tree) {
        StyledText words = StyledText.of("");
        for (String each : tree.fields().keySet()) {
            words = words.and(words.spans().size() > 1 ? " ; " : "")
                    .and(name(each) + " ")
                    .and(said(tree.text(each)));
        }
        return words;
    }
}
