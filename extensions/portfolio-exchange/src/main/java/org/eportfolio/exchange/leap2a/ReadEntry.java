package org.eportfolio.exchange.leap2a;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One entry of a feed, as it stands there. Filled while it is read; not thread-safe. */
final class ReadEntry {
    record Link(String relation, String to, String type) {}

    record Category(String scheme, String term, String label) {}

    final long line;
    String id = "";
    String title = "";
    String author = "";
    String published = "";
    String contentType = "text";
    String content = "";
    String source = "";
    final List<String> types = new ArrayList<>();
    final List<Link> links = new ArrayList<>();
    final List<Category> categories = new ArrayList<>();

    /** Days by what they are of: start, end, target. */
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
