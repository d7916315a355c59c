package org.eportfolio.exchange.leap2a;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One entry of a feed, as it stands there. Filled while it is read; not thread-safe. */
final class ReadEntry {
    record Link(String relation, String to, String type) {}

    record Category(String scheme, String term, String label) {}

    /** @param type of Atom: {@code text}, {@code html} or {@code xhtml}, the last as HTML without most attributes */
    record Words(String type, String text) {
        static final Words NONE = new Words("text", "");
        private static final Pattern MARKUP = Pattern.compile("</[A-Za-z]\\w*>|<br ?/?>|&(?:[a-z]+|#\\d+);");
        private static final Pattern LINES = Pattern.compile("</(?:p|div|li|tr|h\\d)>|<br ?/?>");

        /** @param markupInText whether a text may be HTML all the same, as in jobs and plans of Mahara */
        HtmlToText plain(boolean markupInText) {
            if (type.equalsIgnoreCase("html") || type.equalsIgnoreCase("xhtml") || type.equalsIgnoreCase("text/html")) {
                return HtmlToText.ofHtml(text);
            }
            if (!markupInText || !MARKUP.matcher(text).find()) return HtmlToText.of(text);
            return HtmlToText.ofHtml(LINES.matcher(text).find() ? text : "<pre>" + text + "</pre>");
        }
    }

    final long line;
    String id = "";
    String title = "";
    String author = "";
    String published = "";
    Words summary = Words.NONE;

    /** What is said to the readers of a page of Mahara, which writes it as a subtitle. */
    Words instructions = Words.NONE;

    Words content = Words.NONE;

    /** Where the content is, if it does not stand in the feed. */
    String source = "";

    String role = "";
    final List<String> types = new ArrayList<>();
    final List<Link> links = new ArrayList<>();
    final List<Category> categories = new ArrayList<>();

    /** Days, perhaps in words, by what they are of: start, end, target. */
    final Map<String, String> days = new LinkedHashMap<>();

    boolean completed;

    ReadEntry(long line) {
        this.line = line;
    }

    /** What it is: {@code entry} unless it says more. */
    String type() {
        return types.stream().filter(each -> !each.equals("entry")).findFirst().orElse("entry");
    }

    /** Whose addresses these relations name, prefix or not. */
    Stream<Link> links(String... relations) {
        List<String> wanted = List.of(relations);
        return links.stream().filter(each -> wanted.contains(LeapNames.local(each.relation())));
    }

    Optional<Category> category(String scheme) {
        return categories.stream()
                .filter(each -> each.scheme().contains(scheme))
                .findFirst();
    }

    /** Which of our kinds it was when this library wrote it; empty for others' entries. */
    String kind() {
        return categories.stream()
                .filter(each -> each.scheme().equals(LeapNames.KIND))
                .map(Category::term)
                .findFirst()
                .orElse("");
    }

    List<String> tags() {
        return categories.stream()
                .filter(each -> each.scheme().isEmpty())
                .map(each -> each.label().isEmpty() ? each.term() : each.label())
                .filter(each -> !each.isBlank())
                .distinct()
                .toList();
    }
}
