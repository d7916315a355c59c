package org.eportfolio.exchange.framework;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eportfolio.exchange.Place;
import org.eportfolio.exchange.internal.ExchangeMessages;
import org.eportfolio.exchange.internal.Findings;
import org.eportfolio.framework.Bloc;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.Competency;
import org.eportfolio.framework.Knowledge;
import org.eportfolio.framework.SubCompetency;
import org.eportfolio.framework.Variant;
import org.jspecify.annotations.Nullable;

/**
 * A tree of items of any depth on its way to blocs, competencies and sub-competencies: the first step under the document
 * is a bloc, the second a competency, the third and everything below it a sub-competency, in the order of the tree. Items
 * of the first step with nothing below them are the competencies of one bloc that is made up.
 */
final class Outline {
    static final int LONGEST_LABEL = 2_000;
    private static final int LONGEST_CODE = 60;
    private static final int LONGEST_MADE = 40;

    private final Findings findings;
    private final Map<String, Code> codes = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final Map<String, Integer> next = new HashMap<>();

    Outline(Findings findings) {
        this.findings = findings;
    }

    /** One item. */
    static final class Node {
        final String id;
        final Place place;
        final String code;
        final String label;
        final @Nullable String description;
        final boolean knowledge;
        final JsonNode ours;
        final List<Node> children = new ArrayList<>();
        final List<Node> serves = new ArrayList<>();

        @Nullable
        Node parent;

        /**
         * @param code as the format gives it; empty for none
         * @param ours what only this library writes; missing for none
         */
        Node(
                String id,
                Place place,
                String code,
                String label,
                @Nullable String description,
                boolean knowledge,
                JsonNode ours) {
            this.id = id;
            this.place = place;
            this.code = code.strip();
            this.label = label;
            this.description = description;
            this.knowledge = knowledge;
            this.ours = ours;
        }

        Node(String id, Place place, String code, String label, @Nullable String description) {
            this(id, place, code, label, description, false, MissingNode.getInstance());
        }
    }

    /** Which code each item got, by its id in the other format. */
    Map<String, Code> codes() {
        return codes;
    }

    /**
     * The blocs of a document.
     *
     * @param title of the bloc that is made up where one is missing
     */
    List<Bloc> blocs(List<Node> roots, String title) {
        roots.forEach(this::reserve);
        number(roots, "");
        List<Bloc> blocs = new ArrayList<>();
        List<Node> homeless = new ArrayList<>();
        for (Node root : roots) {
            if (root.children.isEmpty() && root.ours.isMissingNode()) homeless.add(root);
            else blocs.add(bloc(root));
        }
        if (!homeless.isEmpty()) {
            Place first = homeless.get(0).place;
            findings.remark(first, "exchange.bloc-made-up", homeless.size(), title);
            blocs.add(bloc(code("0"), Naming.line(title, LONGEST_LABEL), homeless, MissingNode.getInstance()));
        }
        return blocs;
    }

    /** What is above itself, however far up, hangs from none of the roots. */
    static List<Node> unreached(Collection<Node> all, List<Node> roots) {
        Set<Node> reached = new HashSet<>();
        List<Node> open = new ArrayList<>(roots);
        while (!open.isEmpty()) {
            Node node = open.remove(open.size() - 1);
            reached.add(node);
            open.addAll(node.children);
        }
        return all.stream().filter(each -> !reached.contains(each)).toList();
    }

    /** Codes that the format gives go before those that are made up. */
    private void reserve(Node root) {
        List<Node> open = new ArrayList<>(List.of(root));
        while (!open.isEmpty()) {
            Node node = open.remove(open.size() - 1);
            if (usable(node.code) && taken.add(node.code)) codes.put(node.id, Code.of(node.code));
            for (int i = node.children.size() - 1; i >= 0; i--) open.add(node.children.get(i));
        }
    }

    private static boolean usable(String code) {
        return !code.isEmpty()
                && code.length() <= LONGEST_CODE
                && Naming.line(code, LONGEST_CODE).equals(code);
    }

    private void number(List<Node> siblings, String above) {
        record Step(Node node, String number) {}
        List<Step> open = new ArrayList<>();
        for (int i = siblings.size(); i > 0; i--) open.add(new Step(siblings.get(i - 1), above + i));
        while (!open.isEmpty()) {
            Step step = open.remove(open.size() - 1);
            Node node = step.node();
            if (!codes.containsKey(node.id)) {
                Code made = code(step.number());
                codes.put(node.id, made);
                String key = node.code.isEmpty()
                        ? "exchange.code-missing"
                        : usable(node.code) ? "exchange.code-twice" : "exchange.code-unusable";
                findings.remark(node.place, key, made, node.code);
            }
            for (int i = node.children.size(); i > 0; i--) {
                String below = step.number().length() > LONGEST_MADE ? step.number() : step.number() + "." + i;
                open.add(new Step(node.children.get(i - 1), below));
            }
        }
    }

    /** This code or, where it is taken or too long, the next that is free. */
    private Code code(String wanted) {
        String base = wanted.length() <= LONGEST_MADE ? wanted : "item";
        String code = base;
        while (!taken.add(code)) code = base + "-" + next.merge(base, 1, Integer::sum);
        return Code.of(code);
    }

    private Code code(Node node) {
        return java.util.Objects.requireNonNull(codes.get(node.id));
    }

    private Bloc bloc(Node root) {
        if (root.description != null && root.ours.isMissingNode())
            findings.remark(root.place, "exchange.description-kept");
        return bloc(code(root), label(root), root.children, root.ours);
    }

    private Bloc bloc(Code code, String label, List<Node> children, JsonNode ours) {
        List<Competency> competencies = new ArrayList<>();
        List<Knowledge> knowledge = new ArrayList<>();
        for (Node child : children) {
            if (child.knowledge) knowledge.add(knowledge(child));
            else competencies.add(competency(child));
        }
        return new Bloc(code, label, Extension.sources(ours), Extension.variants(ours), competencies, knowledge);
    }

    private Knowledge knowledge(Node node) {
        if (!node.children.isEmpty()) findings.remark(node.place, "exchange.below-knowledge", node.children.size());
        return new Knowledge(
                code(node),
                label(node),
                node.ours.path("group").asInt(),
                Extension.sources(node.ours),
                node.serves.stream().map(this::code).toList());
    }

    private Competency competency(Node node) {
        Variant description = Extension.description(node.ours);
        if (description == null && node.description != null) description = new Variant(node.description, List.of());
        List<SubCompetency> parts = new ArrayList<>();
        List<Node> open = new ArrayList<>();
        push(node, open);
        while (!open.isEmpty()) {
            Node part = open.remove(open.size() - 1);
            if (part.parent != node) findings.remark(part.place, "exchange.too-deep", code(part), code(node));
            if (part.description != null) findings.remark(part.place, "exchange.description-kept");
            parts.add(new SubCompetency(code(part), label(part), official(part), Extension.sources(part.ours)));
            push(part, open);
        }
        return new Competency(
                code(node),
                label(node),
                official(node),
                Extension.sources(node.ours),
                Extension.variants(node.ours),
                description,
                Extension.note(node.ours),
                parts);
    }

    private static void push(Node above, List<Node> open) {
        for (int i = above.children.size(); i > 0; i--) open.add(above.children.get(i - 1));
    }

    private boolean official(Node node) {
        return node.ours.isMissingNode()
                ? node.code.equals(code(node).value())
                : node.ours.path("official").asBoolean();
    }

    private String label(Node node) {
        String label = Naming.line(node.label, LONGEST_LABEL);
        ExchangeMessages.unless(!label.isBlank(), node.place.toString(), "text.blank");
        if (!label.equals(node.label)) findings.remark(node.place, "exchange.label-changed", label);
        return label;
    }
}
