package org.eportfolio.school;

import java.text.Collator;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.eportfolio.id.PersonId;

/**
 * The order of names in a language, the same in every list, matrix and export. Names are compared word by word, so that
 * "Martin Leroy" comes before "Martinet"; first by their base letters, then by accents, then by case. A hyphen parts words
 * as a space does, and the typographic apostrophe is the plain one. Within a word the JDK's {@link Collator} decides.
 * Immutable and thread-safe.
 */
public final class NameOrder implements Comparator<String> {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s\\u00A0\\u202F\\u2010\\u2011-]++");

    private final List<Collator> strengths;

    private NameOrder(Locale language) {
        strengths = List.of(
                collator(language, Collator.PRIMARY),
                collator(language, Collator.SECONDARY),
                collator(language, Collator.TERTIARY));
    }

    private static Collator collator(Locale language, int strength) {
        Collator collator = Collator.getInstance(language);
        collator.setDecomposition(Collator.CANONICAL_DECOMPOSITION);
        collator.setStrength(strength);
        return collator;
    }

    /** The order of a language. */
    public static NameOrder of(Locale language) {
        return new NameOrder(language);
    }

    /** Compares two names that are one text each. Only equal texts are equal. */
    @Override
    public int compare(String one, String other) {
        int order = compare(List.<String[]>of(words(one)), List.<String[]>of(words(other)));
        return order != 0 ? order : one.compareTo(other);
    }

    /** By family name, then by given name, where both are known; else by the name as it is shown. */
    public Comparator<PersonName> people() {
        return (one, other) -> {
            int order = compare(parts(one), parts(other));
            return order != 0 ? order : one.display().compareTo(other.display());
        };
    }

    /** People by their names, those of one name by their ids; a person without a name goes by the id. */
    public Comparator<PersonId> among(Map<PersonId, PersonName> names) {
        Comparator<PersonName> byName = people();
        return Comparator.comparing((PersonId each) -> names.getOrDefault(each, PersonName.shown(each.value())), byName)
                .thenComparing(Comparator.naturalOrder());
    }

    /** Names of cohorts, "2de" before "10e": numbers by their value, what stands between them as names are. */
    public Comparator<String> cohortNames() {
        return (one, other) -> {
            int order = numbered(one, other);
            return order != 0 ? order : one.compareTo(other);
        };
    }

    /** Cohorts by their names, those of one name by their school years, then by their ids. */
    public Comparator<Cohort> cohorts() {
        return Comparator.comparing(Cohort::name, cohortNames())
                .thenComparing(Cohort::schoolYear, Comparator.nullsFirst(Comparator.<SchoolYear>naturalOrder()))
                .thenComparing(each -> each.id().toString());
    }

    private int compare(List<String[]> one, List<String[]> other) {
        for (Collator each : strengths) {
            for (int part = 0; part < one.size(); part++) {
                int order = Arrays.compare(one.get(part), other.get(part), each::compare);
                if (order != 0) return order;
            }
        }
        return 0;
    }

    private static List<String[]> parts(PersonName name) {
        String family = name.family();
        String given = name.given();
        if (family == null) return List.of(words(name.display()), words(""));
        return List.of(words(family), words(given == null ? "" : given));
    }

    private static String[] words(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFC).replace('\u2019', '\'');
        return Arrays.stream(BETWEEN_WORDS.split(plain))
                .filter(each -> !each.isEmpty())
                .toArray(String[]::new);
    }

    private int numbered(String one, String other) {
        int here = 0;
        int there = 0;
        while (here < one.length() && there < other.length()) {
            int endHere = run(one, here);
            int endThere = run(other, there);
            String left = one.substring(here, endHere);
            String right = other.substring(there, endThere);
            boolean numbers = isDigit(left.charAt(0)) && isDigit(right.charAt(0));
            int order = numbers
                    ? byValue(left, right)
                    : compare(List.<String[]>of(words(left)), List.<String[]>of(words(right)));
            if (order != 0) return order;
            here = endHere;
            there = endThere;
        }
        return Integer.compare(one.length() - here, other.length() - there);
    }

    private static int run(String text, int from) {
        boolean digits = isDigit(text.charAt(from));
        int end = from + 1;
        while (end < text.length() && isDigit(text.charAt(end)) == digits) end++;
        return end;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int byValue(String one, String other) {
        String left = one.replaceFirst("^0++", "");
        String right = other.replaceFirst("^0++", "");
        return left.length() != right.length() ? Integer.compare(left.length(), right.length()) : left.compareTo(right);
    }
}
