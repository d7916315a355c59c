package org.eportfolio.exchange.framework;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.eportfolio.framework.Bloc;
import org.eportfolio.framework.Competency;
import org.eportfolio.framework.Item;
import org.eportfolio.framework.Knowledge;
import org.eportfolio.framework.SubCompetency;
import org.eportfolio.framework.Variant;
import org.jspecify.annotations.Nullable;

/** What CASE has no field for, under this library's name in the {@code extensions} that CASE 1.1 allows. */
final class Extension {
    static final String NAME = "org.eportfolio";

    private Extension() {}

    /** What stands there; missing when nothing does. */
    static JsonNode of(JsonNode element) {
        JsonNode ours = element.path("extensions").path(NAME);
        return ours.isObject() ? ours : com.fasterxml.jackson.databind.node.MissingNode.getInstance();
    }

    /** Puts a new object there. */
    static ObjectNode in(ObjectNode element) {
        return element.withObjectProperty("extensions").putObject(NAME);
    }

    static void write(Item item, ObjectNode element) {
        ObjectNode ours = in(element);
        strings(item.sources(), "sources", ours);
        if (item instanceof Bloc bloc) variants(bloc.variants(), ours);
        if (item instanceof SubCompetency part) ours.put("official", part.official());
        if (item instanceof Knowledge knowledge) ours.put("group", knowledge.group());
        if (item instanceof Competency competency) {
            ours.put("official", competency.official());
            variants(competency.variants(), ours);
            if (competency.note() != null) ours.put("note", competency.note());
            if (competency.description() != null) variant(competency.description(), ours.putObject("description"));
        }
    }

    static List<String> sources(JsonNode ours) {
        return strings(ours.path("sources"));
    }

    static List<Variant> variants(JsonNode ours) {
        List<Variant> variants = new ArrayList<>();
        ours.path("variants").forEach(each -> variants.add(variant(each)));
        return variants;
    }

    static @Nullable Variant description(JsonNode ours) {
        JsonNode description = ours.path("description");
        return description.isObject() ? variant(description) : null;
    }

    static @Nullable String note(JsonNode ours) {
        return ours.path("note").textValue();
    }

    static List<String> strings(JsonNode array) {
        List<String> strings = new ArrayList<>();
        array.forEach(each -> strings.add(each.asText()));
        return strings;
    }

    static void strings(List<String> texts, String name, ObjectNode into) {
        if (texts.isEmpty()) return;
        ArrayNode array = into.putArray(name);
        texts.forEach(array::add);
    }

    private static Variant variant(JsonNode node) {
        return new Variant(node.path("label").asText(), strings(node.path("sources")));
    }

    private static void variant(Variant variant, ObjectNode into) {
        into.put("label", variant.label());
        strings(variant.sources(), "sources", into);
    }

    private static void variants(List<Variant> variants, ObjectNode into) {
        if (variants.isEmpty()) return;
        ArrayNode array = into.putArray("variants");
        variants.forEach(each -> variant(each, array.addObject()));
    }
}
