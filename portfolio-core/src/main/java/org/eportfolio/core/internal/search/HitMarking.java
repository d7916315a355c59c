package org.eportfolio.core.internal.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.eportfolio.search.MarkedText;

/** Marks in texts that are shown where the query was found in them. Thread-safe. */
final class HitMarking {
    /** How long a snippet is at most, without what says that it was cut. */
    static final int LONGEST = 180;

    /** What is shown before the first hit. */
    private static final int BEFORE = 40;

    private static final String CUT = "…";

    private HitMarking() {}

    /** The whole text on one line, with its hits. */
    static MarkedText whole(SearchQuery query, String text) {
        return whole(query::fits, text);
    }

    /** The same of a name. */
    static MarkedText name(SearchQuery query, String name) {
        return whole(query::fitsName, name);
    }

    private static MarkedText whole(ToIntFunction<Word> fits, String text) {
        List<MarkedText.Span> spans = new ArrayList<>();
        for (Word each : Words.of(text)) {
            if (fits.applyAsInt(each) != 0) spans.add(new MarkedText.Span(each.start(), each.end()));
        }
        return new MarkedText(onOneLine(text), spans);
    }

    /** The piece of the texts in which most words of the query stand; the beginning of the first where there are none. */
    static MarkedText snippet(SearchQuery query, List<String> texts) {
        String best = texts.isEmpty() ? "" : texts.get(0);
        List<Hit> marked = List.of();
        int from = 0;
        int most = 0;
        for (String text : texts) {
            List<Hit> hits = hits(query, text);
            for (int i = 0; i < hits.size(); i++) {
                int words = wordsWithin(hits, i);
                if (words <= most) continue;
                most = words;
                best = text;
                marked = hits;
                from = hits.get(i).start();
            }
        }
        return cut(best, marked, Math.max(0, from - BEFORE));
    }

    private record Hit(int start, int end, int words) {}

    private static List<Hit> hits(SearchQuery query, String text) {
        List<Hit> hits = new ArrayList<>();
        for (Word each : Words.of(text)) {
            int words = query.fits(each);
            if (words != 0) hits.add(new Hit(each.start(), each.end(), words));
        }
        return hits;
    }

    /** How many words of the query fit into a snippet that begins a little before this hit. */
    private static int wordsWithin(List<Hit> hits, int first) {
        int last = hits.get(first).start() - BEFORE + LONGEST;
        int words = 0;
        for (int i = first; i < hits.size() && hits.get(i).end() <= last; i++)
            words |= hits.get(i).words();
        return Math.max(1, Integer.bitCount(words));
    }

    /** @param hits all that the text has */
    private static MarkedText cut(String text, List<Hit> hits, int wanted) {
        int from = wanted == 0 ? 0 : afterSpace(text, wanted);
        int to = text.length() - from <= LONGEST ? text.length() : beforeSpace(text, from);
        String before = from == 0 ? "" : CUT;
        int shift = before.length() - from;
        List<MarkedText.Span> spans = new ArrayList<>();
        for (Hit each : hits) {
            if (each.start() >= from && each.end() <= to) {
                spans.add(new MarkedText.Span(each.start() + shift, each.end() + shift));
            }
        }
        String after = to == text.length() ? "" : CUT;
        return new MarkedText(before + onOneLine(text.substring(from, to)) + after, spans);
    }

    /** Where a word begins, at or soon after this place and before the hit. */
    private static int afterSpace(String text, int wanted) {
        for (int i = wanted; i < wanted + BEFORE; i++) if (Character.isWhitespace(text.charAt(i))) return i + 1;
        return whole(text, wanted + BEFORE);
    }

    private static int beforeSpace(String text, int from) {
        for (int i = from + LONGEST; i > from + LONGEST / 2; i--) if (Character.isWhitespace(text.charAt(i))) return i;
        return whole(text, from + LONGEST);
    }

    /** The same place, or the one before it where it would part a character. */
    private static int whole(String text, int at) {
        boolean parts = at > 0
                && at < text.length()
                && Character.isLowSurrogate(text.charAt(at))
                && Character.isHighSurrogate(text.charAt(at - 1));
        return parts ? at - 1 : at;
    }

    /** As long as before, so that every place stays the same. */
    private static String onOneLine(String text) {
        StringBuilder line = new StringBuilder(text);
        for (int i = 0; i < line.length(); i++) if (Character.isISOControl(line.charAt(i))) line.setCharAt(i, ' ');
        return line.toString();
    }
}
