package org.eportfolio.core.internal.search;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import org.eportfolio.InvalidInputException;
import org.eportfolio.id.Ref;
import org.jspecify.annotations.Nullable;

/**
 * The place of a thing among those found: more words of the query first, then more of them in the title, then the newest; two
 * things never have the same. Its text form is where the next page begins.
 *
 * @param at in microseconds; the least for what has no date
 * @param key names the thing
 */
record Rank(int words, int titled, long at, String key) implements Comparable<Rank> {
    private static final Comparator<Rank> BEST_FIRST = Comparator.comparingInt(Rank::words)
            .thenComparingInt(Rank::titled)
            .thenComparingLong(Rank::at)
            .reversed()
            .thenComparing(Rank::key);

    private static final int PARTS = 4;

    static Rank of(SearchedText.Match match, @Nullable Instant at, Ref ref, @Nullable String part) {
        long micros = at == null ? Long.MIN_VALUE : micros(at);
        return new Rank(match.words(), match.titled(), micros, part == null ? ref.toString() : ref + " " + part);
    }

    /** @param at in microseconds */
    static Rank of(SearchedText.Match match, long at, Ref ref) {
        return new Rank(match.words(), match.titled(), at, ref.toString());
    }

    /** An instant, since 1970. */
    static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    /** @throws InvalidInputException if it is no text form */
    static Rank parse(String text) {
        String[] parts = text.split("_", PARTS);
        try {
            InvalidInputException.unless(parts.length == PARTS, "after", "search.after");
            return new Rank(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Long.parseLong(parts[2]), parts[3]);
        } catch (NumberFormatException e) {
            throw InvalidInputException.because("after", "search.after");
        }
    }

    @Override
    public int compareTo(Rank other) {
        return BEST_FIRST.compare(this, other);
    }

    @Override
    public String toString() {
        return words + "_" + titled + "_" + at + "_" + key;
    }
}
