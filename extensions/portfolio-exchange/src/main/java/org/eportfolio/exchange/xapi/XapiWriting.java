package org.eportfolio.exchange.xapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.eportfolio.dossier.Piece;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.Framework;
import org.eportfolio.framework.Level;
import org.eportfolio.framework.Scale;
import org.eportfolio.id.PersonId;
import org.eportfolio.journal.JournalEntry;
import org.jspecify.annotations.Nullable;

/**
 * Entries of the journal as statements.
 *
 * @param actors who is named, by the aliases of the entries
 * @param names of those, as far as they are known
 */
record XapiWriting(XapiOptions options, Map<UUID, PersonId> actors, Map<PersonId, String> names) {
    private static final ObjectMapper PLAIN = new ObjectMapper();

    XapiStatement statement(JournalEntry entry, XapiActs act, JournalEntry.Item object, XapiSubject subject) {
        UUID id = XapiIds.of(entry, object);
        ObjectNode statement = JsonNodeFactory.instance.objectNode();
        statement.put("id", id.toString());
        actor(entry, statement.putObject("actor"));
        ObjectNode verb = statement.putObject("verb").put("id", XapiProfile.verb(act.verb()));
        verb.set("display", XapiProfile.words("xapi.verb." + act.verb()));
        activity(object.id(), XapiProfile.type(act.type()), statement.putObject("object"));
        result(subject, statement);
        context(entry, object, subject, statement.putObject("context"));
        statement.put("timestamp", entry.at().toString());
        attachments(subject, statement);
        try {
            return new XapiStatement(id, PLAIN.writeValueAsString(statement));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can be written", e);
        }
    }

    private void actor(JournalEntry entry, ObjectNode actor) {
        PersonId person = entry.alias() == null ? null : actors.get(entry.alias());
        actor.put("objectType", "Agent");
        String name = person == null ? null : names.get(person);
        if (name != null) actor.put("name", name);
        actor.putObject("account")
                .put("homePage", options.homePage().toString())
                .put("name", person == null ? pseudonym(entry) : person.value());
    }

    private static String pseudonym(JournalEntry entry) {
        if (entry.service() != null) return "service:" + entry.service();
        return entry.alias() == null ? "system" : entry.alias().toString();
    }

    private static void activity(UUID id, String type, ObjectNode activity) {
        activity.put("objectType", "Activity").put("id", "urn:uuid:" + id);
        activity.putObject("definition").put("type", type);
    }

    private static void result(XapiSubject subject, ObjectNode statement) {
        Level level = subject.level();
        if (level == null) return;
        statement
                .putObject("result")
                .putObject("extensions")
                .putObject(XapiProfile.LEVEL)
                .put("id", level.id().value())
                .put("label", level.label());
    }

    private static void context(JournalEntry entry, JournalEntry.Item object, XapiSubject subject, ObjectNode context) {
        context.put("platform", "Portfolio");
        ObjectNode activities = context.putObject("contextActivities");
        items(subject, activities);
        activity(
                entry.scope(),
                XapiProfile.DOSSIER,
                activities.putArray("grouping").addObject());
        activities
                .putArray("category")
                .addObject()
                .put("objectType", "Activity")
                .put("id", XapiProfile.VERSION)
                .putObject("definition")
                .put("type", "http://adlnet.gov/expapi/activities/profile");
        others(entry, object, activities);
        ObjectNode extensions = context.putObject("extensions");
        extensions.put(XapiProfile.CHANGE, entry.change().toString());
        if (entry.role() != null) {
            extensions.put(XapiProfile.ROLE, entry.role().name().toLowerCase(Locale.ROOT));
        }
        place(subject.place(), extensions);
    }

    /** What else of the profile's kinds the act changed; of several assessments each has a statement of its own. */
    private static void others(JournalEntry entry, JournalEntry.Item object, ObjectNode activities) {
        ArrayNode others = JsonNodeFactory.instance.arrayNode();
        for (JournalEntry.Item each : entry.objects()) {
            boolean itself = each.equals(object)
                    || each.kind().equals(object.kind()) && each.kind().equals(XapiActs.ASSESSMENT);
            if (itself || !XapiActs.types().contains(each.kind())) continue;
            activity(each.id(), XapiProfile.type(each.kind()), others.addObject());
        }
        if (!others.isEmpty()) activities.set("other", others);
    }

    private static void items(XapiSubject subject, ObjectNode activities) {
        XapiPlace place = subject.place();
        if (place == null || subject.items().isEmpty()) return;
        ArrayNode parents = JsonNodeFactory.instance.arrayNode();
        for (Code code : subject.items()) {
            URI uri = place.items().get(code);
            if (uri == null) continue;
            ObjectNode item = parents.addObject().put("objectType", "Activity").put("id", uri.toString());
            ObjectNode definition = item.putObject("definition").put("type", XapiProfile.ITEM);
            place.framework()
                    .find(code)
                    .ifPresent(found ->
                            definition.putObject("name").put(language(place.framework()), code + " " + found.label()));
        }
        if (!parents.isEmpty()) activities.set("parent", parents);
    }

    private static String language(Framework framework) {
        return Locale.forLanguageTag(framework.language()).toLanguageTag();
    }

    private static void place(@Nullable XapiPlace place, ObjectNode extensions) {
        if (place == null) return;
        Framework framework = place.framework();
        extensions
                .putObject(XapiProfile.FRAMEWORK)
                .put("id", framework.id().toString())
                .put("uri", framework.uri().toString())
                .put("title", framework.title());
        Scale scale = place.adoption().scale();
        ObjectNode steps =
                extensions.putObject(XapiProfile.SCALE).put("id", scale.id()).put("title", scale.title());
        ArrayNode levels = steps.putArray("levels");
        scale.levels().forEach(each -> levels.add(each.id().value()));
    }

    private void attachments(XapiSubject subject, ObjectNode statement) {
        if (subject.files().isEmpty()) return;
        ArrayNode attachments = statement.putArray("attachments");
        for (Piece.File each : subject.files()) {
            String hash = each.content().sha256().toString();
            ObjectNode attachment = attachments.addObject().put("usageType", XapiProfile.FILE);
            attachment.set("display", XapiProfile.words("xapi.attachment"));
            attachment.put("contentType", each.mediaType());
            attachment.put("length", each.content().size()).put("sha2", hash);
            if (options.files() != null) attachment.put("fileUrl", address(options.files(), hash));
        }
    }

    private static String address(URI files, String hash) {
        String base = files.toString();
        return (base.endsWith("/") ? base : base + "/") + hash;
    }
}
