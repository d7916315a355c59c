package org.eportfolio.exchange.roster;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Names of classes that a hurried hand may have taken for one another: {@code 2sno}, {@code 2 SNO} and {@code 2SN0}. */
final class NearNames {
    private final Map<String, List<String>> alike = new HashMap<>();

    /** @param names among which others are looked for */
    NearNames(Collection<String> names) {
        for (String each : Set.copyOf(names)) {
            alike.computeIfAbsent(folded(each), folded -> new ArrayList<>()).add(each);
        }
    }

    /** Those that differ from this name in case, accents, separators, or in O for 0 and I or L for 1 only. */
    List<String> of(String name) {
        return alike.getOrDefault(folded(name), List.of()).stream()
                .filter(each -> !each.equals(name))
                .sorted()
                .toList();
    }

    private static String folded(String name) {
        StringBuilder folded = new StringBuilder(name.length());
        Normalizer.normalize(name, Normalizer.Form.NFKD)
                .toUpperCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .map(NearNames::confused)
                .forEach(folded::appendCodePoint);
        return folded.toString();
    }

    private static int confused(int character) {
        return switch (character) {
            case 'O' -> '0';
            case 'I', 'L' -> '1';
            default -> character;
        };
    }
}
