package org.eportfolio.exchange.framework;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eportfolio.exchange.Place;
import org.eportfolio.exchange.framework.Outline.Node;
import org.eportfolio.exchange.internal.ExchangeMessages;
import org.eportfolio.exchange.internal.Findings;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.Framework;
import org.eportfolio.framework.FrameworkId;
import org.eportfolio.framework.Source;
import org.jspecify.annotations.Nullable;

/** A CFPackage of CASE 1.0 or 1.1 as a framework. One for each reading. */
final class CaseReading {
    static final String CHILD = "isChildOf";
    static final String RELATED = "isRelatedTo";
    static final String EXACT = "exactMatchOf";
    private static final int DAY = 10;
    private static final int LONGEST_TITLE = 500;
    private static final int LONGEST_SHOWN = 100;

    private final JsonNode tree;
    private final Findings findings;
    private final Places places;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final List<Node> roots = new ArrayList<>();
    private final List<Match> matches = new ArrayList<>();
    private final Outline outline;

    private CaseReading(JsonNode tree, Findings findings, Places places) {
        this.places = places;
        this.tree = tree;
        this.findings = findings;
        outline = new Outline(findings);
    }

    /**
     * An association from an item of the package to something outside it.
     *
     * @param shown the target as people know it
     */
    record Match(
            Place place,
            Code code,
            String target,
            Object shown,
            List<String> sources,
            @Nullable String note) {}

    /**
     * What a package says.
     *
     * @param codes by the identifiers of the items
     */
    record Read(Framework framework, Map<String, Code> codes, List<Match> matches) {}

    /** Where an element of one of the package's arrays stands, in the file that people see. */
    interface Places {
        Place of(String array, int index);
    }

    /** Reads it; bad items go to the findings, and what is no framework at all is refused. */
    static Read read(JsonNode tree, Findings findings) {
        return read(tree, findings, (array, index) -> Place.path(array + "[" + index + "]"));
    }

    /** The same of a package that was made of another file. */
    static Read read(JsonNode tree, Findings findings, Places places) {
        CaseReading reading = new CaseReading(tree, findings, places);
        reading.items();
        Map<Place, JsonNode> outward = reading.associations();
        Outline.unreached(reading.nodes.values(), reading.roots)
                .forEach(each -> findings.bad("item", each.place, "case.circle", each.label));
        findings.refuseBad();
        Framework framework = reading.framework();
        reading.matches(outward);
        return new Read(framework, reading.outline.codes(), List.copyOf(reading.matches));
    }

    private void items() {
        int i = 0;
        for (JsonNode item : tree.path("CFItems")) {
            findings.item();
            Place place = places.of("CFItems", i++);
            String id = id(item.path("identifier"));
            String label = text(item, "fullStatement");
            if (id.isEmpty() || label.isBlank()) {
                findings.bad("item", place, "case.item", id.isEmpty() ? "identifier" : "fullStatement");
            } else if (nodes.containsKey(id)) {
                findings.bad("item", place, "case.twice", id);
            } else {
                boolean knowledge = CaseWriting.KNOWLEDGE.equals(text(item, "CFItemType"));
                nodes.put(
                        id,
                        new Node(
                                id,
                                place,
                                text(item, "humanCodingScheme"),
                                label,
                                null,
                                knowledge,
                                Extension.of(item)));
            }
        }
    }

    /** Builds the tree and gives back what leads out of the package, with its place. */
    private Map<Place, JsonNode> associations() {
        String document = id(tree.path("CFDocument").path("identifier"));
        Map<Node, Long> placed = new LinkedHashMap<>();
        Map<Place, JsonNode> outward = new LinkedHashMap<>();
        int i = 0;
        for (JsonNode each : tree.path("CFAssociations")) {
            findings.item();
            Place place = places.of("CFAssociations", i++);
            Node from = nodes.get(id(each.path("originNodeURI").path("identifier")));
            String target = id(each.path("destinationNodeURI").path("identifier"));
            Node to = nodes.get(target);
            String type = text(each, "associationType");
            if (type.isEmpty()
                    || (target.isEmpty()
                            && text(each.path("destinationNodeURI"), "uri").isEmpty())) {
                findings.bad("association", place, "case.association");
            } else if (type.equals(CHILD)) {
                if (from == null || (to == null && !target.equals(document))) {
                    findings.bad(
                            "association", place, "case.child-of-nothing", from == null ? "originNodeURI" : target);
                } else if (placed.containsKey(from)) {
                    findings.remark(place, "case.second-parent", from.label);
                } else {
                    placed.put(from, sequence(each));
                    from.parent = to;
                }
            } else if (type.equals(RELATED) && from != null && from.knowledge && to != null) {
                from.serves.add(to);
            } else if (from != null && to == null) {
                outward.put(place, each);
            }
        }
        for (Node node : nodes.values()) {
            if (placed.putIfAbsent(node, Long.MAX_VALUE) == null) {
                findings.remark(node.place, "case.no-parent");
            }
        }
        placed.entrySet().stream().sorted(Map.Entry.comparingByValue()).forEach(each -> {
            Node node = each.getKey();
            (node.parent == null ? roots : node.parent.children).add(node);
        });
        return outward;
    }

    private Framework framework() {
        JsonNode document = tree.path("CFDocument");
        JsonNode ours = Extension.of(document);
        String identifier = id(document.path("identifier"));
        String title = Naming.line(text(document, "title"), LONGEST_TITLE);
        ExchangeMessages.unless(!title.isBlank(), "CFDocument.title", "text.blank");
        ExchangeMessages.unless(!identifier.isEmpty(), "CFDocument.identifier", "text.blank");
        if (!title.equals(text(document, "title"))) {
            findings.remark(Place.path("CFDocument.title"), "exchange.label-changed", title);
        }
        String changed = text(document, "lastChangeDateTime");
        String version = text(document, "version");
        FrameworkId id = ours.path("id").isTextual()
                ? FrameworkId.parse(ours.path("id").textValue())
                : Naming.framework(
                        title, version.isBlank() ? changed.substring(0, Math.min(DAY, changed.length())) : version);
        Map<String, Source> sources = new LinkedHashMap<>();
        ours.path("sources")
                .fields()
                .forEachRemaining(each -> sources.put(
                        each.getKey(),
                        new Source(
                                each.getValue().path("what").textValue(),
                                each.getValue().path("url").textValue())));
        String licence = text(document.path("licenseURI"), "title");
        return new Framework(
                id,
                title,
                text(document, "language").isBlank() ? "und" : text(document, "language"),
                licence.isBlank() ? null : licence,
                uri(text(document, "uri"), identifier),
                Extension.strings(ours.path("notes")),
                sources,
                outline.blocs(roots, title));
    }

    private URI uri(String given, String identifier) {
        try {
            URI uri = new URI(given);
            if (uri.isAbsolute()) return uri;
        } catch (URISyntaxException e) {
            // reported below, as for one that is not absolute
        }
        URI made = URI.create("urn:uuid:" + Naming.uuid(given, identifier));
        findings.remark(Place.path("CFDocument.uri"), "case.uri", given, made);
        return made;
    }

    private void matches(Map<Place, JsonNode> outward) {
        outward.forEach((place, each) -> {
            String type = text(each, "associationType");
            if (!type.equals(EXACT) && !type.equals(RELATED)) {
                findings.remark(place, "case.kept-association", type);
                return;
            }
            String notes = text(each, "notes");
            Code code = outline.codes().get(id(each.path("originNodeURI").path("identifier")));
            String target = id(each.path("destinationNodeURI").path("identifier"));
            if (code != null) {
                List<String> sources = Extension.sources(Extension.of(each));
                String title = text(each.path("destinationNodeURI"), "title");
                Object shown = title.isBlank()
                        ? target
                        : ExchangeMessages.of("case.target", Naming.line(title, LONGEST_SHOWN), target);
                matches.add(new Match(place, code, target, shown, sources, notes.isBlank() ? null : notes));
            }
        });
    }

    private static long sequence(JsonNode association) {
        JsonNode number = association.path("sequenceNumber");
        return number.isNumber() || number.isTextual() ? number.asLong(Long.MAX_VALUE) : Long.MAX_VALUE;
    }

    static String id(JsonNode identifier) {
        return identifier.isTextual() ? identifier.textValue().strip().toLowerCase(Locale.ROOT) : "";
    }

    static String text(JsonNode element, String field) {
        JsonNode value = element.path(field);
        return value.isValueNode() && !value.isNull() ? value.asText() : "";
    }
}
