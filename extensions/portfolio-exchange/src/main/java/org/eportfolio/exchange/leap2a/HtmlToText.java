package org.eportfolio.exchange.leap2a;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eportfolio.Prose;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlSanitizer;

/**
 * The words of a piece of HTML, with a line for each block and a dash before each item of a list, and the addresses that it links.
 * Nothing else of it remains: no element, no attribute, and not the content of what a browser would run or style.
 */
final class HtmlToText implements HtmlSanitizer.Policy {
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "ul",
            "ol",
            "table",
            "tr",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "blockquote",
            "pre",
            "dl",
            "dt",
            "dd",
            "section",
            "article",
            "figure",
            "hr");
    private static final Set<String> DROPPED = Set.of(
            "script",
            "style",
            "head",
            "title",
            "template",
            "noscript",
            "iframe",
            "object",
            "embed",
            "svg",
            "math",
            "textarea",
            "select",
            "noembed",
            "noframes",
            "xmp",
            "plaintext",
            "listing",
            "comment",
            "video",
            "audio");

    /** Elements that no closing tag follows (HTML, 13.1.2). */
    private static final Set<String> VOID = Set.of(
            "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr");

    private final StringBuilder text = new StringBuilder();
    private final Map<String, String> links = new LinkedHashMap<>();
    private final List<String> open = new ArrayList<>();
    private @Nullable String target;
    private int linkFrom;
    private boolean dropped;

    private HtmlToText() {}

    /** Of HTML. */
    static HtmlToText ofHtml(String html) {
        HtmlToText plain = new HtmlToText();
        HtmlSanitizer.sanitize(html, plain);
        return plain;
    }

    /** Of text that is no HTML. */
    static HtmlToText of(String words) {
        HtmlToText plain = new HtmlToText();
        plain.text.append(words);
        return plain;
    }

    /** Without characters that no text may hold; at most one empty line at a time. */
    String words() {
        StringBuilder welcome = new StringBuilder();
        text.toString()
                .replace("\r\n", "\n")
                .replace('\r', '\n')
                .codePoints()
                .map(c -> c == 0xA0 ? ' ' : c)
                .filter(c -> Prose.Check.welcome(Character.toString(c)))
                .forEach(welcome::appendCodePoint);
        return welcome.toString()
                .replaceAll("(?<![ \\t])[ \\t]++\\n", "\n")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
    }

    /** The web addresses that it links, with the words of each link. */
    Map<String, String> links() {
        return links;
    }

    /** Whether something was left out that a browser would have run, styled or embedded. */
    boolean dropped() {
        return dropped;
    }

    @Override
    public void openDocument() {}

    @Override
    public void closeDocument() {
        endLink();
    }

    @Override
    public void openTag(String element, List<String> attributes) {
        if (DROPPED.contains(element)) dropped = true;
        if (!VOID.contains(element)) open.add(element);
        if (element.equals("br")) text.append('\n');
        else if (element.equals("li")) text.append(endsLine() ? "- " : "\n- ");
        else if (BLOCKS.contains(element)) newBlock();
        for (int i = 0; i + 1 < attributes.size(); i += 2) {
            String name = attributes.get(i);
            if (name.startsWith("on")) dropped = true;
            if (element.equals("a") && name.equals("href")) {
                endLink();
                target = attributes.get(i + 1);
                linkFrom = text.length();
            }
        }
    }

    @Override
    public void closeTag(String element) {
        int at = open.lastIndexOf(element);
        if (at >= 0) open.subList(at, open.size()).clear();
        if (element.equals("a")) endLink();
        else if (BLOCKS.contains(element) || element.equals("li")) newBlock();
    }

    @Override
    public void text(String words) {
        if (open.stream().anyMatch(DROPPED::contains)) return;
        text.append(open.contains("pre") ? words : words.replaceAll("[\\s\\u00A0]+", " "));
    }

    private void newBlock() {
        if (!text.isEmpty() && !endsLine()) text.append('\n');
    }

    private boolean endsLine() {
        return !text.isEmpty() && text.charAt(text.length() - 1) == '\n';
    }

    private void endLink() {
        if (target == null) return;
        String to = target.strip();
        target = null;
        String lower = to.toLowerCase(Locale.ROOT);
        if (lower.startsWith("http://") || lower.startsWith("https://")) {
            links.putIfAbsent(
                    to, text.substring(Math.min(linkFrom, text.length())).strip());
        } else if (!lower.startsWith("mailto:") && !lower.startsWith("#")) {
            dropped = true;
        }
    }
}
