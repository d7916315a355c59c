package org.eportfolio.exchange.framework;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eportfolio.InvalidInputException;
import org.eportfolio.exchange.Place;
import org.eportfolio.exchange.internal.ExchangeMessages;
import org.eportfolio.exchange.internal.Findings;
import org.eportfolio.framework.Framework;
import org.eportfolio.framework.Level;
import org.eportfolio.framework.LevelId;
import org.eportfolio.framework.Scale;

/**
 * Rubrics and scales. A rubric is a scale when all its criteria have the same 2 to 8 qualities, in the order of their
 * positions; its points, weights and feedback stay in the package and count nowhere.
 */
final class CaseRubrics {
    private static final List<String> COLOURS =
            List.of("#8c510a", "#bf812d", "#dfc27d", "#c7eae5", "#80cdc1", "#35978f", "#01665e", "#003c30");

    private CaseRubrics() {}

    static List<Scale> read(JsonNode tree, Findings findings) {
        List<Scale> scales = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        int i = 0;
        for (JsonNode rubric : tree.path("CFRubrics")) {
            findings.item();
            Place place = Place.path("CFRubrics[" + i++ + "]");
            try {
                Scale scale = scale(rubric, scales.size() + 1, taken);
                scales.add(scale);
                findings.added("scale", 1);
                if (scored(rubric)) findings.remark(place, "case.points", scale.title());
            } catch (InvalidInputException e) {
                findings.remark(place, "case.no-scale", e.violations().get(0).rule());
                findings.leftOut("scale", 1);
            }
        }
        return scales;
    }

    private static Scale scale(JsonNode rubric, int number, Set<String> taken) {
        List<List<String>> qualities = new ArrayList<>();
        List<JsonNode> first = List.of();
        for (JsonNode criterion : rubric.path("CFRubricCriteria")) {
            List<JsonNode> levels = new ArrayList<>();
            criterion.path("CFRubricCriterionLevels").forEach(levels::add);
            levels.sort(Comparator.comparingInt(each -> each.path("position").asInt(Integer.MAX_VALUE)));
            if (qualities.isEmpty()) first = levels;
            qualities.add(levels.stream()
                    .map(each -> CaseReading.text(each, "quality"))
                    .toList());
        }
        ExchangeMessages.unless(
                new HashSet<>(qualities).size() == 1, "CFRubricCriteria", "case.criteria-differ", qualities.size());
        JsonNode ours = Extension.of(rubric);
        String title = Naming.line(CaseReading.text(rubric, "title"), Outline.LONGEST_LABEL);
        String id = ours.path("id").asText("");
        if (id.isEmpty()) id = Naming.level(title, number, taken).value();
        List<Level> levels = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (JsonNode each : first) levels.add(level(each, levels.size(), ids));
        return new Scale(id, title, ours.path("example").asBoolean(), levels);
    }

    private static Level level(JsonNode level, int rank, Set<String> taken) {
        String quality = CaseReading.text(level, "quality");
        String label = Naming.line(quality, 60);
        String description = CaseReading.text(level, "description");
        for (JsonNode each : level.path("extensions")) {
            JsonNode ours = each.path(Extension.NAME);
            if (!ours.isObject()) continue;
            return new Level(
                    LevelId.of(ours.path("id").asText()),
                    label,
                    description,
                    ours.path("colour").asText(),
                    ours.path("symbol").asText());
        }
        return new Level(
                Naming.level(label, rank + 1, taken),
                label,
                label.equals(quality) || !description.isBlank() ? description : quality,
                colour(rank),
                String.valueOf(rank + 1));
    }

    /** A colour for a step that brings none; the symbol beside it says the same. */
    static String colour(int rank) {
        return COLOURS.get(Math.min(rank, COLOURS.size() - 1));
    }

    private static boolean scored(JsonNode rubric) {
        return rubric.findValue("score") != null || rubric.findValue("weight") != null;
    }

    /** Adds the scale as a rubric of one criterion, unless it is there. */
    static void write(Scale scale, Framework framework, ObjectNode tree) {
        UUID id = CaseWriting.id(framework, "scale", scale.id());
        ArrayNode rubrics = tree.withArrayProperty("CFRubrics");
        for (JsonNode each : rubrics) {
            boolean there = each.path("identifier").asText().equals(id.toString())
                    || Extension.of(each).path("id").asText().equals(scale.id());
            if (there) return;
        }
        ObjectNode rubric = element(rubrics, id);
        rubric.put("title", scale.title());
        Extension.in(rubric).put("id", scale.id()).put("example", scale.example());
        UUID criterionId = CaseWriting.id(framework, "scale", scale.id(), "criterion");
        ObjectNode criterion = element(rubric.putArray("CFRubricCriteria"), criterionId);
        criterion.put("category", scale.title()).put("position", 1).put("rubricId", id.toString());
        ArrayNode levels = criterion.putArray("CFRubricCriterionLevels");
        for (Level each : scale.levels()) {
            ObjectNode level = element(levels, CaseWriting.id(framework, "scale", scale.id(), each.id()));
            level.put("quality", each.label()).put("description", each.description());
            level.put("position", levels.size()).put("rubricCriterionId", criterionId.toString());
            level.putArray("extensions")
                    .addObject()
                    .putObject(Extension.NAME)
                    .put("id", each.id().value())
                    .put("colour", each.colour())
                    .put("symbol", each.symbol());
        }
    }

    private static ObjectNode element(ArrayNode into, UUID id) {
        return into.addObject()
                .put("identifier", id.toString())
                .put("uri", "urn:uuid:" + id)
                .put("lastChangeDateTime", CaseWriting.UNKNOWN_DATE);
    }
}
