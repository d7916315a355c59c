package org.eportfolio.exchange.framework;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.owasp.html.Encoding;

/** The little HTML that descriptions are written in, as plain text and back. Nothing of it is ever shown as HTML. */
final class Html {
    private static final Pattern BREAK = Pattern.compile("(?i)<(?:/?(?:p|div|ul|ol|table|tr|h[1-6])|/?li|br)\\b[^>]*>");
    private static final Pattern TAG = Pattern.compile("<[a-zA-Z/!][^>]*>");

    private Html() {}

    /** The paragraphs, each on one line, without tags. */
    static List<String> paragraphs(String html) {
        List<String> paragraphs = new ArrayList<>();
        for (String part : BREAK.split(html)) {
            String text = Encoding.decodeHtml(TAG.matcher(part).replaceAll(""), false)
                    .replaceAll("[\\s\\p{Cntrl}\u00A0]+", " ")
                    .strip();
            if (!text.isEmpty()) paragraphs.add(text);
        }
        return paragraphs;
    }

    static String paragraph(String text) {
        String safe = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return "<p>" + safe.replace("\n", "<br>\n") + "</p>";
    }
}
