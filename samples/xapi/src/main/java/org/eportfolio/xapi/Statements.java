package org.eportfolio.xapi;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.eportfolio.journal.Cursor;
import org.eportfolio.journal.JournalEntry;
import org.jspecify.annotations.Nullable;

/**
 * Journal entries as xAPI 2.0 statements (IEEE 9274.1.1), one line of JSON each. The actor is an account whose name is the
 * journal's alias: it means something in one dossier only and cannot be traced to a person. The same entry always becomes the same
 * statement with the same id, so that a record store drops what comes twice.
 *
 * @param homePage of the accounts: the school's own
 */
record Statements(URI homePage) {
    static final String CURSOR = "urn:eportfolio:extension:cursor";

    private static final JsonFactory JSON = new JsonFactory();

    /** @param upTo the cursor that stands after this entry; {@code null} inside a piece of the feed */
    String line(JournalEntry entry, @Nullable Cursor upTo) {
        StringWriter line = new StringWriter();
        try (JsonGenerator to = JSON.createGenerator(line)) {
            to.writeStartObject();
            to.writeStringField("id", id(entry).toString());
            to.writeStringField("version", "2.0.0");
            to.writeStringField("timestamp", entry.at().toString());
            actor(entry, to);
            to.writeObjectFieldStart("verb");
            to.writeStringField("id", "urn:eportfolio:verb:" + entry.act());
            to.writeObjectFieldStart("display");
            to.writeStringField("en", entry.act().replace('.', ' ').replace('-', ' '));
            to.writeEndObject();
            to.writeEndObject();
            to.writeFieldName("object");
            List<JournalEntry.Item> objects = entry.objects();
            activity(objects.get(0), to);
            context(entry, objects.subList(1, objects.size()), upTo, to);
            to.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return line.toString();
    }

    static UUID id(JournalEntry entry) {
        return UUID.nameUUIDFromBytes(
                ("statement " + entry.scope() + " " + entry.number()).getBytes(StandardCharsets.UTF_8));
    }

    private void actor(JournalEntry entry, JsonGenerator to) throws IOException {
        to.writeObjectFieldStart("actor");
        to.writeStringField("objectType", "Agent");
        to.writeObjectFieldStart("account");
        to.writeStringField("homePage", homePage.toString());
        to.writeStringField("name", name(entry));
        to.writeEndObject();
        to.writeEndObject();
    }

    private static String name(JournalEntry entry) {
        if (entry.service() != null) return "service:" + entry.service();
        return entry.alias() == null ? "system" : entry.alias().toString();
    }

    private static void activity(JournalEntry.Item item, JsonGenerator to) throws IOException {
        to.writeStartObject();
        to.writeStringField("objectType", "Activity");
        to.writeStringField("id", "urn:uuid:" + item.id());
        to.writeObjectFieldStart("definition");
        to.writeStringField("type", "urn:eportfolio:kind:" + item.kind());
        to.writeEndObject();
        to.writeEndObject();
    }

    private static void context(
            JournalEntry entry, List<JournalEntry.Item> others, @Nullable Cursor upTo, JsonGenerator to)
            throws IOException {
        to.writeObjectFieldStart("context");
        to.writeStringField("platform", "Portfolio");
        to.writeObjectFieldStart("contextActivities");
        to.writeArrayFieldStart("grouping");
        to.writeStartObject();
        to.writeStringField("id", "urn:uuid:" + entry.scope());
        to.writeEndObject();
        to.writeEndArray();
        if (!others.isEmpty()) {
            to.writeArrayFieldStart("other");
            for (JournalEntry.Item each : others) activity(each, to);
            to.writeEndArray();
        }
        to.writeEndObject();
        to.writeObjectFieldStart("extensions");
        to.writeStringField("urn:eportfolio:extension:change", entry.change().toString());
        if (entry.role() != null) {
            to.writeStringField("urn:eportfolio:extension:role", entry.role().name());
        }
        if (upTo != null) to.writeStringField(CURSOR, upTo.toString());
        to.writeEndObject();
        to.writeEndObject();
    }
}
