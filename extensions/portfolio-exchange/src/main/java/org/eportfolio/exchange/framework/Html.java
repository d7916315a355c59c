package org.eportfolio.exchange.framework;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.owasp.html.Encoding;

/** The little HTML that descriptions are written in, as plain text and back. Nothing of it is ever shown as HTML. */
final class Html {
    /** Elements that part paragraphs where they begin and end. */
    private static final Set<String> BREAKS =
            Set.of("p", "div", "ul", "ol", "table", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "li", "br");

    private Html() {}

    /** The paragraphs, each on one line, without tags. Each character is looked at once or twice, whatever is not closed. */
    static List<String> paragraphs(String html) {
        List<String> paragraphs = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        int from = 0;
        for (int open = html.indexOf('<'); open >= 0; open = html.indexOf('<', Math.max(from, open + 1))) {
            if (!opensTag(html, open)) continue;
            int close = html.indexOf('>', open);
            if (close < 0) break;
            text.append(html, from, open);
            if (BREAKS.contains(name(html, open))) add(text, paragraphs);
            from = close + 1;
        }
        text.append(html, from, html.length());
        add(text, paragraphs);
        return paragraphs;
    }

    private static boolean opensTag(String html, int open) {
        if (open + 1 >= html.length()) return false;
        char next = html.charAt(open + 1);
        return next == '/' || next == '!' || isLetter(next);
    }

    private static String name(String html, int open) {
        int from = html.charAt(open + 1) == '/' ? open + 2 : open + 1;
        int end = from;
        while (end < html.length() && isNamed(html.charAt(end))) end++;
        return html.substring(from, end).toLowerCase(Locale.ROOT);
    }

    private static boolean isNamed(char c) {
        return isLetter(c) || (c >= '0' && c <= '9');
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static void add(StringBuilder html, List<String> paragraphs) {
        String text = Encoding.decodeHtml(html.toString(), false)
                .replaceAll("[\\s\\p{Cntrl}\u00A0]++", " ")
                .strip();
        if (!text.isEmpty()) paragraphs.add(text);
        html.setLength(0);
    }

    static String paragraph(String text) {
        String safe = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return "<p>" + safe.replace("\n", "<br>\n") + "</p>";
    }
}
