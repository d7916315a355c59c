package org.eportfolio.exchange.framework;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eportfolio.exchange.Place;
import org.eportfolio.exchange.framework.Outline.Node;
import org.eportfolio.exchange.internal.Csv;
import org.eportfolio.exchange.internal.Findings;
import org.eportfolio.framework.FrameworkId;
import org.jspecify.annotations.Nullable;

/** The rows of a Moodle competency CSV, by their positions: the header is in the language of the user who exported it. */
final class MoodleRows implements Csv.Rows {
    static final List<String> HEADER = List.of(
            "Parent ID number",
            "ID number",
            "Short name",
            "Description",
            "Description format",
            "Scale values",
            "Scale configuration",
            "Rule type (optional)",
            "Rule outcome (optional)",
            "Rule config (optional)",
            "Cross-referenced competency ID numbers",
            "Exported ID (optional)",
            "Is framework",
            "Taxonomy");
    /** So much of a short name Moodle keeps. */
    static final int LONGEST_NAME = 100;

    private static final int SHORTEST_CUT = 97;

    /** What a row takes with all that is made of it, but for its texts. */
    private static final int HELD_PER_ROW = 900;

    private static final long HELD_PER_CHARACTER = 4;

    private record Waiting(Node node, String parent, String related) {}

    private final Findings findings;
    private final Map<String, Waiting> rows = new LinkedHashMap<>();
    private Csv.@Nullable Row framework;

    MoodleRows(Findings findings) {
        this.findings = findings;
    }

    @Override
    public void row(Csv.Row row) {
        if (isTrue(row.get(12))) {
            if (framework == null) framework = row;
            else findings.bad("framework", row.place(), "moodle.second-framework");
            return;
        }
        String id = row.get(1);
        String name = row.get(2);
        if (id.isBlank() || name.isBlank()) {
            findings.bad("item", row.place(id.isBlank() ? HEADER.get(1) : HEADER.get(2)), "text.blank");
        } else if (rows.containsKey(id)) {
            findings.bad("item", row.place(HEADER.get(1)), "moodle.twice", id);
        } else {
            findings.hold(HELD_PER_ROW + HELD_PER_CHARACTER * row.length());
            Text text = Text.of(name, row.get(3));
            rows.put(
                    id,
                    new Waiting(
                            new Node(id, row.place(), id, text.label(), text.description()), row.get(0), row.get(10)));
            if (!row.get(7).isBlank()) findings.remark(row.place(HEADER.get(7)), "moodle.rule");
            if (!row.get(5).isBlank()) findings.remark(row.place(HEADER.get(5)), "moodle.own-scale");
        }
    }

    private static boolean isTrue(String field) {
        String text = field.strip();
        return !text.isEmpty() && !text.equals("0") && !text.equalsIgnoreCase("false");
    }

    /** The row of the framework itself; null if there is none. */
    Csv.@Nullable Row framework() {
        return framework;
    }

    /** What stands at the top, everything else below it; rows that hang from nothing are bad. */
    List<Node> roots() {
        List<Node> roots = new ArrayList<>();
        int related = 0;
        for (Waiting each : rows.values()) {
            Waiting parent = rows.get(each.parent());
            if (each.parent().isEmpty()) {
                roots.add(each.node());
            } else if (parent == null) {
                findings.bad("item", at(each, 0), "moodle.no-parent", each.parent());
            } else {
                each.node().parent = parent.node();
                parent.node().children.add(each.node());
            }
            for (String raw :
                    each.related().isBlank() ? new String[0] : each.related().split(",")) {
                related++;
                String id = raw.replace("%2C", ",").strip();
                if (!rows.containsKey(id)) findings.remark(at(each, 10), "moodle.unknown-reference", id);
            }
        }
        if (related > 0) findings.remark(Place.path(HEADER.get(10)), "moodle.references", related);
        Outline.unreached(rows.values().stream().map(Waiting::node).toList(), roots).stream()
                .filter(each -> each.parent != null)
                .forEach(each -> findings.bad("item", each.place, "moodle.circle", each.id));
        return roots;
    }

    private static Place at(Waiting each, int column) {
        return new Place("", each.node().place.line(), HEADER.get(column));
    }

    /** Moodle's files name no version: another content is another version here. */
    FrameworkId id(String idNumber, String content) {
        int at = idNumber.indexOf('@');
        String name = at > 0 ? idNumber.substring(0, at) : idNumber;
        String version = at > 0 ? idNumber.substring(at + 1) + "-" : "";
        return Naming.framework(
                name, version + "moodle-" + Naming.uuid(content).toString().substring(0, 8));
    }

    /** Short name and description, taken apart: a short name that was cut is whole again. */
    record Text(String label, @Nullable String description) {
        static Text of(String name, String html) {
            List<String> paragraphs = Html.paragraphs(html);
            String shown = name.strip();
            String begun = shown.endsWith("...")
                    ? shown.substring(0, shown.length() - 3).strip()
                    : shown;
            boolean cut = begun.length() >= SHORTEST_CUT
                    && !paragraphs.isEmpty()
                    && paragraphs.get(0).startsWith(begun);
            String label = cut ? paragraphs.get(0) : shown;
            List<String> rest = paragraphs.isEmpty() || !paragraphs.get(0).equals(label)
                    ? paragraphs
                    : paragraphs.subList(1, paragraphs.size());
            return new Text(label, rest.isEmpty() ? null : String.join("\n", rest));
        }
    }
}
