package org.eportfolio.exchange.xapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What xAPI 1.0.3, part two, asks of a statement that ours may have, restated: properties, forms, and what may stand together. */
final class StatementRules {
    private static final Map<String, Set<String>> PROPERTIES = Map.of(
            "statement",
                    Set.of("id", "actor", "verb", "object", "result", "context", "timestamp", "version", "attachments"),
            "actor", Set.of("objectType", "name", "account"),
            "account", Set.of("homePage", "name"),
            "verb", Set.of("id", "display"),
            "activity", Set.of("objectType", "id", "definition"),
            "definition", Set.of("name", "description", "type", "moreInfo", "extensions"),
            "context", Set.of("platform", "language", "contextActivities", "extensions", "registration"),
            "contextActivities", Set.of("parent", "grouping", "category", "other"),
            "attachment", Set.of("usageType", "display", "description", "contentType", "length", "sha2", "fileUrl"));

    private final List<String> faults = new ArrayList<>();

    static List<String> faults(JsonNode statement) {
        StatementRules rules = new StatementRules();
        rules.statement(statement);
        return rules.faults;
    }

    private void statement(JsonNode statement) {
        only("statement", statement);
        noNulls("", statement);
        require(isUuid(statement.path("id").asText()), "id");
        OffsetDateTime.parse(statement.path("timestamp").asText());
        only("actor", statement.path("actor"));
        require(statement.path("actor").path("objectType").asText().equals("Agent"), "actor.objectType");
        only("account", statement.path("actor").path("account"));
        iri("actor.account.homePage", statement.path("actor").path("account").path("homePage"));
        require(!statement.path("actor").path("account").path("name").asText().isBlank(), "actor.account.name");
        only("verb", statement.path("verb"));
        iri("verb.id", statement.path("verb").path("id"));
        languages("verb.display", statement.path("verb").path("display"));
        activity("object", statement.path("object"));
        statement.path("result").path("extensions").fieldNames().forEachRemaining(each -> iri("result", each));
        require(!statement.path("result").has("score"), "no marks");
        JsonNode context = statement.path("context");
        only("context", context);
        only("contextActivities", context.path("contextActivities"));
        context.path("contextActivities").forEach(list -> {
            require(list.isArray() && !list.isEmpty(), "context.contextActivities");
            list.forEach(each -> activity("context.contextActivities", each));
        });
        context.path("extensions").fieldNames().forEachRemaining(each -> iri("context.extensions", each));
        statement.path("attachments").forEach(this::attachment);
    }

    private void attachment(JsonNode attachment) {
        only("attachment", attachment);
        iri("attachment.usageType", attachment.path("usageType"));
        languages("attachment.display", attachment.path("display"));
        require(attachment.path("contentType").asText().matches("[\\w.+-]+/[\\w.+-]+(;.*)?"), "attachment.contentType");
        require(attachment.path("length").isIntegralNumber(), "attachment.length");
        require(attachment.path("sha2").asText().matches("[0-9a-f]{64}"), "attachment.sha2");
        if (attachment.has("fileUrl")) iri("attachment.fileUrl", attachment.path("fileUrl"));
    }

    private void activity(String at, JsonNode activity) {
        only("activity", activity);
        require(activity.path("objectType").asText("Activity").equals("Activity"), at + ".objectType");
        iri(at + ".id", activity.path("id"));
        only("definition", activity.path("definition"));
        iri(at + ".definition.type", activity.path("definition").path("type"));
        languages(at + ".definition.name", activity.path("definition").path("name"));
    }

    private void languages(String at, JsonNode map) {
        map.fieldNames()
                .forEachRemaining(each ->
                        require(Locale.forLanguageTag(each).toLanguageTag().equals(each), at + " " + each));
        map.forEach(each -> require(!each.asText().isBlank(), at));
    }

    private void iri(String at, JsonNode value) {
        iri(at, value.asText());
    }

    private void iri(String at, String value) {
        require(!value.isEmpty() && URI.create(value).isAbsolute(), at + " " + value);
    }

    private void only(String kind, JsonNode object) {
        Set<String> known = PROPERTIES.get(kind);
        object.fieldNames().forEachRemaining(each -> require(known != null && known.contains(each), kind + "." + each));
    }

    private void noNulls(String at, JsonNode node) {
        require(!node.isNull(), at + " is null");
        node.fields().forEachRemaining(each -> noNulls(at + "." + each.getKey(), each.getValue()));
        if (node.isArray()) node.forEach(each -> noNulls(at + "[]", each));
    }

    private static boolean isUuid(String text) {
        return text.length() == 36 && UUID.fromString(text).toString().equals(text);
    }

    private void require(boolean holds, String fault) {
        if (!holds) faults.add(fault);
    }
}
