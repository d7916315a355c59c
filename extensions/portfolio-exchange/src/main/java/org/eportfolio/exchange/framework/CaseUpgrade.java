package org.eportfolio.exchange.framework;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eportfolio.exchange.LossReport.Loss;
import org.eportfolio.exchange.internal.ExchangeMessages;
import org.jspecify.annotations.Nullable;

/**
 * Brings a package of CASE 1.0, or one with fields of its own, to what the schema of 1.1 allows: a field that is not in
 * it moves, as it is, into the element's {@code extensions}; what it requires and is missing is filled in.
 */
final class CaseUpgrade {
    private static final Set<String> TYPES = Set.of(
            "isChildOf",
            "isPeerOf",
            "isPartOf",
            "exactMatchOf",
            "precedes",
            "isRelatedTo",
            "replacedBy",
            "exemplar",
            "hasSkillLevel",
            "isTranslationOf");

    private final List<Loss> changed = new ArrayList<>();
    private final Map<String, Refitted> refitted = new LinkedHashMap<>();

    private CaseUpgrade() {}

    /**
     * The package as 1.1 has it.
     *
     * @param changed takes what had to be said otherwise
     */
    static ObjectNode of(JsonNode tree, List<Loss> changed) {
        CaseUpgrade upgrade = new CaseUpgrade();
        ObjectNode made = upgrade.element("Package", tree, "", CaseWriting.UNKNOWN_DATE);
        made.withObjectProperty("CFDocument").put("caseVersion", "1.1");
        upgrade.refitted.forEach((field, each) -> changed.add(new Loss(
                "package", each.first, field, ExchangeMessages.of("case.lost-value", each.value, each.count))));
        changed.addAll(upgrade.changed);
        return made;
    }

    private ObjectNode element(String name, JsonNode from, String path, String date) {
        CaseElements element = CaseElements.named(name);
        ObjectNode made = JsonNodeFactory.instance.objectNode();
        ObjectNode others = JsonNodeFactory.instance.objectNode();
        from.fields().forEachRemaining(each -> {
            String field = each.getKey();
            JsonNode value = each.getValue();
            String holds = element.fields().get(field);
            if (value.isNull() || field.equals("extensions")) return;
            JsonNode fitting = holds == null ? null : fit(holds, value, path + field, others, field, date);
            if (fitting == null) {
                if (!(holds != null && value.isArray() && value.isEmpty())) others.set(field, value);
            } else {
                made.set(field, fitting);
            }
        });
        required(element, made, path, date);
        if (name.equals("Association")) type(made, path);
        extensions(name, from.path("extensions"), others, made);
        return made;
    }

    private @Nullable JsonNode fit(
            String holds, JsonNode value, String path, ObjectNode others, String field, String date) {
        switch (holds) {
            case "":
                return value.isTextual() ? value : value.isValueNode() ? TextNode.valueOf(value.asText()) : null;
            case "#":
                return value.isNumber() ? value : null;
            case "%":
                return value.isIntegralNumber() ? value : null;
            case "[]":
                return texts(value);
            case "uuid", "instant", "date":
                return value(holds, value, path, others, field);
            default:
                break;
        }
        if (!holds.endsWith("[]")) {
            if (!value.isObject()) return null;
            return links(holds)
                    ? link(holds, value, path, others, field, date)
                    : element(holds, value, path + ".", date);
        }
        if (!value.isArray()) return null;
        String each = holds.substring(0, holds.length() - 2);
        ArrayNode made = JsonNodeFactory.instance.arrayNode();
        ArrayNode strange = JsonNodeFactory.instance.arrayNode();
        int i = 0;
        for (JsonNode one : value) {
            String place = path + "[" + i++ + "]";
            if (!one.isObject()) strange.add(one);
            else if (links(each)) made.add(link(each, one, place, others, field, date));
            else made.add(element(each, one, place + ".", date));
        }
        if (!strange.isEmpty()) others.set(field, strange);
        return made;
    }

    /** What stood there and does not fit is kept in the extensions. */
    private @Nullable JsonNode value(String holds, JsonNode value, String path, ObjectNode others, String field) {
        JsonNode fitting = CaseValues.fitting(holds, value);
        if (value.equals(fitting)) return value;
        if (fitting != null) others.set(field, value);
        refitted.computeIfAbsent(field, each -> new Refitted(path, value.asText())).count++;
        return fitting;
    }

    /** Values of one field that had to be written otherwise. */
    private static final class Refitted {
        final String first;
        final String value;
        int count;

        Refitted(String first, String value) {
            this.first = first;
            this.value = value;
        }
    }

    private static boolean links(String name) {
        return name.equals("Link") || name.equals("Node");
    }

    /** A link has no extensions of its own: what does not fit goes to those of the element around it. */
    private ObjectNode link(String name, JsonNode value, String path, ObjectNode others, String field, String date) {
        ObjectNode link = element(name, value, path + ".", date);
        JsonNode beside = link.remove("extensions");
        if (beside != null) others.set(field, beside);
        return link;
    }

    private static @Nullable JsonNode texts(JsonNode value) {
        if (!value.isArray()) return null;
        for (JsonNode each : value) if (!each.isTextual()) return null;
        return value;
    }

    private void required(CaseElements element, ObjectNode made, String path, String date) {
        for (String field : element.required()) {
            if (made.has(field)) continue;
            String holds = element.fields().getOrDefault(field, "");
            String id =
                    made.path("identifier").asText(Naming.uuid("missing", path).toString());
            switch (field) {
                case "identifier" -> made.put(field, id);
                case "uri" -> made.put(field, "urn:uuid:" + id);
                case "lastChangeDateTime" -> made.put(field, date);
                case "hierarchyCode" -> made.put(field, "1");
                case "associationType" -> made.put(field, "isRelatedTo");
                case "description", "licenseText" ->
                    made.put(field, made.path("title").asText(""));
                default -> {
                    if (holds.isEmpty()) made.put(field, made.path("title").asText("unknown"));
                    else
                        made.set(
                                field, element(holds, JsonNodeFactory.instance.objectNode(), path + field + ".", date));
                }
            }
        }
    }

    /** The vocabulary can be extended, by names that say so. */
    private void type(ObjectNode association, String path) {
        String type = association.path("associationType").asText();
        if (TYPES.contains(type) || type.matches("ext:[a-zA-Z0-9|._-]++")) return;
        String named = "ext:" + type.replaceAll("[^a-zA-Z0-9._-]", "");
        association.put("associationType", named.equals("ext:") ? "isRelatedTo" : named);
        changed.add(new Loss(
                "association",
                association.path("identifier").asText(),
                "associationType",
                ExchangeMessages.of(
                        "case.lost-type",
                        type,
                        association.path("associationType").asText())));
    }

    private static void extensions(String name, JsonNode there, ObjectNode others, ObjectNode made) {
        if (name.equals("Level")) {
            ArrayNode several = JsonNodeFactory.instance.arrayNode();
            if (there.isArray()) there.forEach(each -> several.add(each.isObject() ? each : wrapped(each)));
            else if (there.isObject()) several.add(there);
            else if (!there.isMissingNode() && !there.isNull()) several.add(wrapped(there));
            if (!others.isEmpty()) several.add(others);
            if (!several.isEmpty()) made.set("extensions", several);
            return;
        }
        ObjectNode one = JsonNodeFactory.instance.objectNode();
        if (there.isObject()) one.setAll((ObjectNode) there);
        else if (!there.isMissingNode() && !there.isNull()) one.set("extensions", there);
        others.fields().forEachRemaining(each -> {
            if (one.has(each.getKey())) one.set(each.getKey() + "-beside", each.getValue());
            else one.set(each.getKey(), each.getValue());
        });
        if (!one.isEmpty()) made.set("extensions", one);
    }

    private static ObjectNode wrapped(JsonNode value) {
        return JsonNodeFactory.instance.objectNode().set("value", value);
    }
}
