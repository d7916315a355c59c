package org.eportfolio.exchange.xapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.eportfolio.exchange.internal.ExchangeMessages;

/**
 * The vocabulary of the statements, as an xAPI profile (ADL xAPI Profiles 1.0, JSON-LD): verbs, activity types, extensions and the
 * kind of attachment, each in every language of the formats' texts, and what a statement must have. It grows; what is in it keeps its meaning.
 */
public final class XapiProfile {
    /** The profile; statements name it among their categories by {@link #VERSION}. */
    public static final String ID = "https://eportfolio.org/xapi";

    /** This version of the profile. */
    public static final String VERSION = ID + "/v1.0";

    static final String CHANGE = ID + "/extensions/change";
    static final String ROLE = ID + "/extensions/role";
    static final String FRAMEWORK = ID + "/extensions/framework";
    static final String SCALE = ID + "/extensions/scale";
    static final String LEVEL = ID + "/extensions/level";
    static final String DOSSIER = type("dossier");
    static final String ITEM = type("framework-item");
    static final String FILE = ID + "/attachments/file";

    private static final String PUBLISHED = "2026-11-30T00:00:00Z";
    private static final List<String> BESIDE = List.of("dossier", "framework-item");

    private XapiProfile() {}

    static String verb(String name) {
        return ID + "/verbs/" + name;
    }

    static String type(String name) {
        return ID + "/activity-types/" + name;
    }

    /** A text as a language map, with every language that the formats have a file of texts in. */
    static ObjectNode words(String key) {
        ObjectNode words = JsonNodeFactory.instance.objectNode();
        ExchangeMessages.of(key).inEveryLanguage().forEach(words::put);
        return words;
    }

    /** The document: pretty-printed JSON-LD, always the same. */
    public static String document() {
        ObjectNode profile = JsonNodeFactory.instance.objectNode();
        profile.put("@context", "https://w3id.org/xapi/profiles/context");
        profile.put("id", ID).put("type", "Profile").put("conformsTo", "https://w3id.org/xapi/profiles#1.0");
        profile.set("prefLabel", words("xapi.profile"));
        profile.set("definition", words("xapi.profile.what"));
        profile.putObject("author")
                .put("type", "Organization")
                .put("name", "Portfolio")
                .put("url", "https://eportfolio.org");
        profile.putArray("versions").addObject().put("id", VERSION).put("generatedAtTime", PUBLISHED);
        ArrayNode concepts = profile.putArray("concepts");
        for (String each : XapiActs.verbs()) concept(concepts, verb(each), "Verb", "xapi.verb." + each);
        for (String each : XapiActs.types()) concept(concepts, type(each), "ActivityType", "xapi.type." + each);
        for (String each : BESIDE) concept(concepts, type(each), "ActivityType", "xapi.type." + each);
        extension(concepts, CHANGE, "ContextExtension", "change", "{\"type\": \"string\", \"format\": \"uuid\"}");
        extension(concepts, ROLE, "ContextExtension", "role", "{\"type\": \"string\"}");
        extension(concepts, FRAMEWORK, "ContextExtension", "framework", object("id", "uri"));
        extension(concepts, SCALE, "ContextExtension", "scale", object("id", "title"));
        extension(concepts, LEVEL, "ResultExtension", "level", object("id", "label"));
        concept(concepts, FILE, "AttachmentUsageType", "xapi.attachment");
        template(profile.putArray("templates").addObject());
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(profile) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can be written", e);
        }
    }

    private static String object(String... required) {
        return "{\"type\": \"object\", \"required\": [\"" + String.join("\", \"", required) + "\"]}";
    }

    private static ObjectNode concept(ArrayNode concepts, String id, String type, String key) {
        ObjectNode concept = concepts.addObject();
        concept.put("id", id).put("type", type).put("inScheme", VERSION);
        concept.set("prefLabel", words(key));
        concept.set("definition", words(key + ".what"));
        return concept;
    }

    private static void extension(ArrayNode concepts, String id, String type, String name, String schema) {
        concept(concepts, id, type, "xapi.extension." + name).put("inlineSchema", schema);
    }

    /** What every statement of this profile has. */
    private static void template(ObjectNode template) {
        template.put("id", ID + "/templates/act")
                .put("type", "StatementTemplate")
                .put("inScheme", VERSION);
        template.set("prefLabel", words("xapi.template"));
        template.set("definition", words("xapi.template.what"));
        ArrayNode rules = template.putArray("rules");
        for (String each : List.of(
                "$.id",
                "$.timestamp",
                "$.actor.account",
                "$.context.contextActivities.grouping[*].id",
                "$.context.extensions['" + CHANGE + "']")) {
            rules.addObject().put("location", each).put("presence", "included");
        }
    }
}
