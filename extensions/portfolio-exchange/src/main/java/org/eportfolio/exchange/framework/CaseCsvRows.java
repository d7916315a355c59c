package org.eportfolio.exchange.framework;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eportfolio.exchange.Place;
import org.eportfolio.exchange.framework.CaseWriting.Link;
import org.eportfolio.exchange.internal.Csv;
import org.eportfolio.exchange.internal.CsvStart;
import org.eportfolio.exchange.internal.Findings;
import org.jspecify.annotations.Nullable;

/** The rows of a CSV with the columns of CASE, on their way to a package. One for each reading. */
final class CaseCsvRows implements Csv.Rows {
    private static final List<String> ITEM = List.of(
            "identifier",
            "fullStatement",
            "humanCodingScheme",
            "sequenceNumber",
            "smartLevel",
            "listEnumeration",
            "abbreviatedStatement",
            "conceptKeywords",
            "notes",
            "language",
            "educationLevel",
            "CFItemType",
            "license",
            "isChildOf");

    /** Columns of associations, which are called as CASE calls their type. */
    private static final List<String> ASSOCIATIONS = List.of(
            "isPartOf",
            "replacedBy",
            "exemplar",
            "hasSkillLevel",
            "precedes",
            "isPeerOf",
            "isRelatedTo",
            CaseReading.EXACT);

    /** By which names each column goes. */
    static final List<List<String>> COLUMNS = columns();

    private static final Pattern IDENTIFIER = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /** What a row takes with all that is made of it, but for its texts. */
    private static final int HELD_PER_ROW = 2_500;

    private static final long HELD_PER_CHARACTER = 4;

    private record Item(Csv.Row row, String identifier) {}

    private final Findings findings;
    private final Map<String, Item> byIdentifier = new LinkedHashMap<>();
    private final Map<String, Item> byCode = new HashMap<>();
    private final Map<String, Item> byLevel = new HashMap<>();
    private final List<Place> associated = new ArrayList<>();
    private final List<Place> placed = new ArrayList<>();

    CaseCsvRows(Findings findings) {
        this.findings = findings;
    }

    private static List<List<String>> columns() {
        List<List<String>> columns = new ArrayList<>();
        for (String each : ITEM) columns.add(names(each));
        for (String each : ASSOCIATIONS) columns.add(names(each));
        return List.copyOf(columns);
    }

    /** As CASE writes it, and in words. */
    private static List<String> names(String column) {
        String words = column.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        List<String> names = new ArrayList<>(List.of(column, words));
        if (column.equals(CaseReading.EXACT)) names.addAll(List.of("isExactMatchOf", "is exact match of"));
        if (column.equals("license")) names.add("licence");
        if (column.equals("CFItemType")) names.addAll(List.of("cf item type", "item type"));
        return names;
    }

    Place header(CsvStart start) {
        return Place.line(start.lines() + 1L);
    }

    boolean isEmpty() {
        return byIdentifier.isEmpty() && findings.items() == 0;
    }

    @Override
    public void row(Csv.Row row) {
        if (row.get("fullStatement").isEmpty()) {
            findings.bad("item", row.place("fullStatement"), "text.blank");
            return;
        }
        findings.hold(HELD_PER_ROW + HELD_PER_CHARACTER * row.length());
        String stated = row.get("identifier");
        String code = row.get("humanCodingScheme");
        String identifier = IDENTIFIER.matcher(stated).matches()
                ? stated.toLowerCase(Locale.ROOT)
                : Naming.uuid("case-csv", stated.isEmpty() ? code + " " + row.get("fullStatement") : stated)
                        .toString();
        Item item = new Item(row, identifier);
        if (byIdentifier.putIfAbsent(identifier, item) != null) {
            findings.bad("item", row.place("identifier"), "case.twice", stated.isEmpty() ? code : stated);
            return;
        }
        if (!stated.isEmpty()) byCode.putIfAbsent(stated, item);
        if (!code.isEmpty()) byCode.put(code, item);
        if (!row.get("smartLevel").isEmpty()) byLevel.putIfAbsent(row.get("smartLevel"), item);
    }

    /** Where an element of the package stands in the file. */
    Place place(String array, int index) {
        return (array.equals("CFItems") ? placed : associated).get(index);
    }

    /**
     * The rows as a package.
     *
     * @param content of the file: another one is another version
     */
    ObjectNode tree(String title, String content) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        String version = "csv-" + Naming.uuid(content).toString().substring(0, 8);
        UUID id = Naming.uuid("case-csv", title, version);
        Link document = Link.to(id, title);
        tree.putObject("CFDocument")
                .put("identifier", id.toString())
                .put("uri", document.uri())
                .put("creator", "unknown")
                .put("title", title)
                .put("version", version)
                .put("language", language())
                .put("lastChangeDateTime", CaseWriting.UNKNOWN_DATE);
        ArrayNode items = tree.putArray("CFItems");
        ArrayNode associations = tree.putArray("CFAssociations");
        int number = 0;
        for (Item each : byIdentifier.values()) {
            item(each, items.addObject());
            placed.add(each.row().place());
            child(each, document, ++number, associations);
            ASSOCIATIONS.forEach(column -> associate(each, column, associations));
        }
        return tree;
    }

    private String language() {
        return byIdentifier.values().stream()
                .map(each -> each.row().get("language"))
                .filter(each -> !each.isEmpty())
                .findFirst()
                .orElse("und");
    }

    private static void item(Item item, ObjectNode node) {
        Csv.Row row = item.row();
        node.put("identifier", item.identifier()).put("uri", "urn:uuid:" + item.identifier());
        for (String each : List.of(
                "fullStatement",
                "humanCodingScheme",
                "listEnumeration",
                "abbreviatedStatement",
                "notes",
                "language",
                "CFItemType",
                "license")) {
            if (!row.get(each).isEmpty()) node.put(each, row.get(each));
        }
        for (String each : List.of("conceptKeywords", "educationLevel")) {
            if (row.get(each).isEmpty()) continue;
            ArrayNode words = node.putArray(each);
            for (String word : row.get(each).split("[|,]")) if (!word.isBlank()) words.add(word.strip());
        }
        node.put("lastChangeDateTime", CaseWriting.UNKNOWN_DATE);
    }

    private void child(Item item, Link document, int number, ArrayNode associations) {
        Item parent = parent(item);
        Link above = parent == null ? document : link(parent);
        associations.add(CaseWriting.association(CaseReading.CHILD, link(item), above)
                .put("sequenceNumber", sequence(item.row(), number)));
        associated.add(item.row().place("isChildOf"));
    }

    private @Nullable Item parent(Item item) {
        Csv.Row row = item.row();
        String level = row.get("smartLevel");
        if (!level.isEmpty())
            return level.indexOf('.') < 0 ? null : byLevel.get(level.substring(0, level.lastIndexOf('.')));
        String stated = row.get("isChildOf");
        if (!stated.isEmpty()) {
            Item parent = byCode.get(stated);
            if (parent == null) parent = byIdentifier.get(stated.toLowerCase(Locale.ROOT));
            if (parent == null) findings.remark(row.place("isChildOf"), "case-csv.no-parent", stated);
            return parent;
        }
        String code = row.get("humanCodingScheme");
        int dot = code.lastIndexOf('.');
        return dot < 0 ? null : byCode.get(code.substring(0, dot));
    }

    private static int sequence(Csv.Row row, int number) {
        String level = row.get("smartLevel");
        String text = level.isEmpty() ? row.get("sequenceNumber") : level.substring(level.lastIndexOf('.') + 1);
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return number;
        }
    }

    private void associate(Item item, String column, ArrayNode associations) {
        String targets = item.row().get(column);
        if (targets.isEmpty()) return;
        for (String each : targets.split(",")) {
            String target = each.strip();
            if (target.isEmpty()) continue;
            Item known = byCode.get(target);
            boolean identifier = IDENTIFIER.matcher(target).matches();
            String id = identifier
                    ? target.toLowerCase(Locale.ROOT)
                    : Naming.uuid("target", target).toString();
            Link to = known == null ? new Link(id, isAddress(target) ? target : "urn:uuid:" + id, target) : link(known);
            associations.add(CaseWriting.association(column, link(item), to));
            associated.add(item.row().place(column));
        }
    }

    private static boolean isAddress(String target) {
        return target.matches("https?://\\S{1,2000}") && target.chars().allMatch(c -> c > ' ' && c < 127);
    }

    private static Link link(Item item) {
        return new Link(
                item.identifier(),
                "urn:uuid:" + item.identifier(),
                Objects.requireNonNull(item.row().get("fullStatement")));
    }
}
