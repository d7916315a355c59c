package org.eportfolio.console.school;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.eportfolio.console.terminal.Refusal;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.terminal.Texts;

/**
 * Selects the one of several things that a user names: by its id, by the end of its id as the console shows it, by the
 * beginning of its title or by another part of it. Case and accents do not matter in titles.
 */
public record Selector<T>(List<T> there, Function<T, Object> id, Function<T, String> title, Texts texts) {
    private static final int MARK = 8;
    private static final int SHORTEST = 4;
    private static final int SHORTEST_PART = 3;
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
        List<T> meant = fitting(each -> id.apply(each).toString().equals(given)
                || plain(title.apply(each)).equals(plain(given)));
        if (meant.isEmpty() && given.length() >= SHORTEST) {
            meant = fitting(each -> id.apply(each).toString().endsWith(given));
        }
        if (meant.isEmpty()) meant = titled(given);
        if (meant.size() == 1) return meant.get(0);
        if (meant.isEmpty() && there.isEmpty()) throw new Refusal(texts.say("refused.none-at-all", given));
        throw new Refusal(
                meant.isEmpty()
                        ? texts.say("refused.none", given, named(there))
                        : texts.say("refused.several", given, named(meant)));
    }

    /** Those whose title is that, or begins so, or else has that in it. */
    List<T> titled(String given) {
        String text = plain(given);
        if (text.isEmpty()) return List.of();
        List<T> whole = fitting(each -> plain(title.apply(each)).equals(text));
        if (!whole.isEmpty()) return whole;
        List<T> begun = fitting(each -> plain(title.apply(each)).startsWith(text));
        return begun.isEmpty() && text.length() >= SHORTEST_PART
                ? fitting(each -> plain(title.apply(each)).contains(text))
                : begun;
    }

    /** Without accents, in small letters, apostrophes all the same. */
    public static String plain(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('\u2019', '\'')
                .toLowerCase(Locale.ROOT);
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
