package org.eportfolio.exchange.leap2a;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.eportfolio.Prose;
import org.eportfolio.exchange.leap2a.ArrivingEntry.Address;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlSanitizer;

/**
 * The words of a piece of HTML, with a line for each block, a dash before each item of a list and the alternatives of pictures
 * between brackets, and the addresses that it links. Nothing else of it remains: no element, no attribute, and not the content of
 * what a browser would run or style.
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

    /** Addresses that are no links here, and may stand in the words: how they begin, and how much of that is not shown. */
    private static final Map<String, Integer> SAID = Map.of("mailto:", 7, "tel:", 4, "ftp://", 0);

    /** @param to as it is shown; the words of the link end at {@code end} */
    private record Linked(String to, int from, int end) {}

    private final StringBuilder text = new StringBuilder();
    private final List<Linked> links = new ArrayList<>();
    private final List<String> references = new ArrayList<>();
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

    /** Without characters that no text may hold; at most one empty line at a time; without the addresses of links. */
    String words() {
        return cleaned(text.toString());
    }

    /**
     * The same with the addresses of links between parentheses, unless the words of a link say them: those on the web that are asked
     * for, and all that are no addresses of the web, such as those of mail.
     */
    String words(Predicate<String> asked) {
        StringBuilder said = new StringBuilder(text);
        for (int i = links.size() - 1; i >= 0; i--) {
            Linked link = links.get(i);
            boolean there = text.substring(link.from(), link.end()).contains(link.to());
            if (there || (Address.isWeb(link.to()) && !asked.test(link.to()))) continue;
            said.insert(link.end(), (link.from() == link.end() ? "(" : " (") + link.to() + ")");
        }
        return cleaned(said.toString());
    }

    private static String cleaned(String text) {
        StringBuilder welcome = new StringBuilder();
        text.replace("\r\n", "\n")
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
        Map<String, String> addresses = new LinkedHashMap<>();
        for (Linked each : links) {
            if (Address.isWeb(each.to())) addresses.putIfAbsent(each.to(), text.substring(each.from(), each.end()));
        }
        return addresses;
    }

    /** What links and pictures name that has an address of no kind: entries of the feed, as Mahara writes, or nothing that can be kept. */
    List<String> references() {
        return references;
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
        else if (element.equals("img")) picture(attribute("alt", attributes), attribute("href", attributes));
        else if (BLOCKS.contains(element)) newBlock();
        for (int i = 0; i + 1 < attributes.size(); i += 2) {
            String name = attributes.get(i);
            if (name.startsWith("on")) dropped = true;
            if (element.equals("a") && name.equals("href") && !isDropped()) {
                endLink();
                target = attributes.get(i + 1);
                linkFrom = text.length();
            }
        }
    }

    private static String attribute(String name, List<String> attributes) {
        for (int i = 0; i + 1 < attributes.size(); i += 2) {
            if (attributes.get(i).equals(name)) return attributes.get(i + 1).strip();
        }
        return "";
    }

    private void picture(String alternative, String entry) {
        if (entry.isEmpty()) dropped = true;
        else references.add(entry);
        if (alternative.isEmpty() || isDropped()) return;
        boolean apart = text.isEmpty() || Character.isWhitespace(text.charAt(text.length() - 1));
        text.append(apart ? "[" : " [").append(spaced(alternative)).append(']');
    }

    private boolean isDropped() {
        return open.stream().anyMatch(DROPPED::contains);
    }

    private static String spaced(String words) {
        return words.replaceAll("[\\s\\u00A0]+", " ");
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
        if (isDropped()) return;
        text.append(open.contains("pre") ? words : spaced(words));
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
        Optional<Integer> unsaid = unsaid(to);
        if (unsaid.isPresent()) linked(to.substring(unsaid.get()));
        else if (!to.startsWith("#")) references.add(to);
    }

    /** How much of an address is not shown; nothing for what is no address that can be kept. */
    private static Optional<Integer> unsaid(String to) {
        if (Address.isWeb(to)) return Optional.of(0);
        return SAID.entrySet().stream()
                .filter(each -> to.regionMatches(
                        true, 0, each.getKey(), 0, each.getKey().length()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Keeps a link about the words since it began, without blanks around them. */
    private void linked(String to) {
        int from = linkFrom;
        int end = text.length();
        while (end > from && Character.isWhitespace(text.charAt(end - 1))) end--;
        while (from < end && Character.isWhitespace(text.charAt(from))) from++;
        links.add(new Linked(to, from, end));
    }
}
