package org.eportfolio.console.school;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.eportfolio.console.terminal.Refusal;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.terminal.Texts;

/**
 * Selects the one of several things that a user names: by its id, by the end of its id as the console shows it, or by the
 * beginning of its title.
 */
public record Selector<T>(List<T> there, Function<T, Object> id, Function<T, String> title, Texts texts) {
    private static final int MARK = 8;
    private static final int SHORTEST = 4;
    private static final int MOST_NAMED = 12;

    /** The end of an id, which is enough to name the thing. */
    public static String mark(Object id) {
        String text = id.toString();
        return text.substring(Math.max(0, text.length() - MARK));
    }

    /** The same, as it stands at the end of a line. */
    public static StyledText marked(Object id) {
        return StyledText.faint("  [" + mark(id) + "]");
    }

    public T named(String given) {
        List<T> meant = fitting(each ->
                id.apply(each).toString().equals(given) || title.apply(each).equalsIgnoreCase(given));
        if (meant.isEmpty() && given.length() >= SHORTEST) {
            meant = fitting(each -> id.apply(each).toString().endsWith(given));
        }
        if (meant.isEmpty() && !given.isBlank()) {
            meant = fitting(each -> title.apply(each).regionMatches(true, 0, given, 0, given.length()));
        }
        if (meant.size() == 1) return meant.get(0);
        if (meant.isEmpty() && there.isEmpty()) throw new Refusal(texts.say("refused.none-at-all", given));
        throw new Refusal(
                meant.isEmpty()
                        ? texts.say("refused.none", given, named(there))
                        : texts.say("refused.several", given, named(meant)));
    }

    private List<T> fitting(Predicate<T> test) {
        return there.stream().filter(test).toList();
    }

    private String named(List<T> things) {
        String names = things.stream()
                .limit(MOST_NAMED)
                .map(each -> title.apply(each) + " [" + mark(id.apply(each)) + "]")
                .collect(Collectors.joining(", "));
        return things.size() > MOST_NAMED ? names + " …" : names;
    }
}
