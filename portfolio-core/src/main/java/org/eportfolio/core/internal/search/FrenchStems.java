package org.eportfolio.core.internal.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What forms of one French word have in common. A word is read in two ways, as a noun or an adjective (plural and feminine)
 * and as a form of a verb ({@link FrenchVerbs}); each reading gives a stem, and two words are forms of one word if they share
 * one. Stems are made to be compared, not to be shown, and know nothing of words that are only derived: {@code réalisation}
 * is no form of {@code réaliser}. Takes folded words. Thread-safe.
 */
final class FrenchStems {
    /** Shorter words have no endings. */
    private static final int SHORTEST = 4;

    static final int SHORTEST_ROOT = 3;

    private static final Map<String, String> PLURALS = Map.of(
            "travaux", "travail",
            "vitraux", "vitrail",
            "coraux", "corail",
            "materiaux", "materiau",
            "noyaux", "noyau",
            "tuyaux", "tuyau",
            "joyaux", "joyau");

    /** An ending of nouns and adjectives in the feminine, and that of the masculine. */
    private record Feminine(String ending, String masculine) {}

    private static final List<Feminine> FEMININES = List.of(
            new Feminine("euse", "eu"),
            new Feminine("trice", "teur"),
            new Feminine("elle", "el"),
            new Feminine("enne", "en"),
            new Feminine("iere", "ier"),
            new Feminine("ive", "if"));

    private FrenchStems() {}

    /** One to a few stems of a folded word; a short word is its own. */
    static Set<String> of(String word) {
        if (word.length() < SHORTEST) return Set.of(word);
        Set<String> stems = new LinkedHashSet<>();
        stems.add(noun(word));
        FrenchVerbs.addStems(word, stems);
        return stems;
    }

    private static String noun(String word) {
        String singular = singular(word);
        for (Feminine each : FEMININES) {
            if (endsAfterRoot(singular, each.ending)) return replaced(singular, each.ending, each.masculine);
        }
        int end = singular.length();
        while (end > SHORTEST_ROOT && singular.charAt(end - 1) == 'e') end--;
        return singular.substring(0, end);
    }

    private static String singular(String word) {
        String irregular = PLURALS.get(word);
        if (irregular != null) return irregular;
        if (word.endsWith("aux") && !word.endsWith("eaux")) return replaced(word, "aux", "al");
        boolean plural = (word.endsWith("s") && !word.endsWith("ss")) || word.endsWith("x");
        return plural ? word.substring(0, word.length() - 1) : word;
    }

    static boolean endsAfterRoot(String word, String ending) {
        return word.length() - ending.length() >= SHORTEST_ROOT && word.endsWith(ending);
    }

    private static String replaced(String word, String ending, String instead) {
        return word.substring(0, word.length() - ending.length()) + instead;
    }
}
