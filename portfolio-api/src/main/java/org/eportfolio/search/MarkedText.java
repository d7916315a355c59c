package org.eportfolio.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A text with the places at which the query was found in it, so that a host marks them in its own way.
 *
 * @param text plain text on one line; to be escaped like any other before it goes into a page
 * @param spans in their order, without overlap; possibly none
 */
public record MarkedText(String text, List<Span> spans) {
    /** Nothing at all. */
    public static final MarkedText EMPTY = new MarkedText("", List.of());

    /**
     * One place.
     *
     * @param from the first character, counted from 0 as {@link String#substring(int, int)} does
     * @param to the character behind the last
     */
    public record Span(int from, int to) {
        public Span {
            if (from < 0 || to <= from) throw new IllegalArgumentException("from " + from + " to " + to);
        }
    }

    public MarkedText {
        Objects.requireNonNull(text, "text");
        spans = List.copyOf(spans);
        int end = 0;
        for (Span each : spans) {
            if (each.from() < end || each.to() > text.length()) throw new IllegalArgumentException("out of place");
            end = each.to();
        }
    }

    /** The text with something before and behind each place, such as brackets; nothing is escaped. */
    public String marked(String before, String behind) {
        StringBuilder marked = new StringBuilder();
        int at = 0;
        for (Span each : spans) {
            marked.append(text, at, each.from()).append(before);
            marked.append(text, each.from(), each.to()).append(behind);
            at = each.to();
        }
        return marked.append(text.substring(at)).toString();
    }

    /** What stands at these places. */
    public List<String> hits() {
        List<String> hits = new ArrayList<>();
        spans.forEach(each -> hits.add(text.substring(each.from(), each.to())));
        return hits;
    }
}
