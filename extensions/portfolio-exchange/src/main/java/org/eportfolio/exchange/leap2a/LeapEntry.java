package org.eportfolio.exchange.leap2a;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.eportfolio.exchange.internal.Markup;
import org.jspecify.annotations.Nullable;

/** One entry of a feed while it is put together. Not thread-safe. */
final class LeapEntry {
    private record Link(String relation, String to) {}

    private record Category(
            String term, String scheme, @Nullable String label) {}

    private record Point(String name, LocalDate day) {}

    private final String id;
    private final String type;
    private final String title;
    private final Instant at;
    private final List<Link> links = new ArrayList<>();
    private final List<Category> categories = new ArrayList<>();
    private final List<Point> points = new ArrayList<>();
    private String html = "";
    private @Nullable String mediaType;
    private @Nullable String source;
    private boolean completed;

    /** @param type such as {@code entry}, without a prefix */
    LeapEntry(String id, String type, String title, Instant at) {
        this.id = id;
        this.type = type;
        this.title = title;
        this.at = at.truncatedTo(ChronoUnit.SECONDS);
    }

    LeapEntry saying(String words) {
        html = words;
        return this;
    }

    /** A file of the ZIP in place of words; only of a resource. */
    LeapEntry from(String path, String type) {
        source = path;
        mediaType = type;
        return this;
    }

    LeapEntry linked(String relation, String to) {
        links.add(new Link(relation, to));
        return this;
    }

    LeapEntry in(String scheme, String term) {
        return in(scheme, term, null);
    }

    LeapEntry in(String scheme, String term, @Nullable String label) {
        categories.add(new Category(term, scheme, label));
        return this;
    }

    /** @param point {@code start}, {@code end} or {@code target} */
    LeapEntry on(String point, LocalDate day) {
        points.add(new Point(point, day));
        return this;
    }

    LeapEntry done(boolean is) {
        completed = is;
        return this;
    }

    /** Days at midnight UTC: readers drop what a zone would add. */
    private static String day(LocalDate day) {
        return day + "T00:00:00Z";
    }

    void write(Markup out) throws IOException {
        out.open("entry");
        out.element("title", title).element("id", id);
        out.element("published", at.toString()).element("updated", at.toString());
        if (source != null && mediaType != null) out.empty("content", "type", mediaType, "src", source);
        else out.element("content", html, "type", "html");
        out.empty("rdf:type", "rdf:resource", "leap2:" + type);
        for (Category each : categories) {
            if (each.label == null) out.empty("category", "term", each.term, "scheme", each.scheme);
            else out.empty("category", "term", each.term, "scheme", each.scheme, "label", each.label);
        }
        for (Point each : points) out.element("leap2:date", day(each.day), "leap2:point", each.name);
        if (completed) out.empty("leap2:status", "leap2:stage", "completed");
        for (Link each : links) out.empty("link", "rel", each.relation, "href", each.to);
        out.end();
    }
}
