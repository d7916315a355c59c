package org.eportfolio.console.terminal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Locale;
import org.eportfolio.Message;
import org.eportfolio.agenda.Excerpt;
import org.eportfolio.framework.Item;
import org.eportfolio.framework.Level;
import org.eportfolio.id.PersonId;

/** What several documents have in common. */
public final class Json {
    private Json() {}

    public static void level(Level level, JsonGenerator to) throws IOException {
        to.writeStartObject();
        to.writeStringField("id", level.id().value());
        to.writeStringField("label", level.label());
        to.writeStringField("symbol", level.symbol());
        to.writeStringField("colour", level.colour());
        to.writeEndObject();
    }

    public static void item(Item item, JsonGenerator to) throws IOException {
        to.writeStartObject();
        to.writeStringField("code", item.code().value());
        to.writeStringField("label", item.label());
        to.writeEndObject();
    }

    /** Into the object that is open. */
    public static void person(PersonId id, String name, JsonGenerator to) throws IOException {
        to.writeStringField("learner", id.value());
        to.writeStringField("name", name);
    }

    /** Writes the fields of one item into the object that is open. */
    public interface Fields<T> {
        void of(T item) throws IOException;
    }

    public static <T> void excerpt(String field, Excerpt<T> excerpt, JsonGenerator to, Fields<T> fields)
            throws IOException {
        to.writeObjectFieldStart(field);
        to.writeArrayFieldStart("items");
        for (T each : excerpt.items()) {
            to.writeStartObject();
            fields.of(each);
            to.writeEndObject();
        }
        to.writeEndArray();
        to.writeNumberField("more", excerpt.more());
        to.writeEndObject();
    }

    /** A sentence of the library's, by its key and in both languages. */
    public static void message(String field, Message message, JsonGenerator to) throws IOException {
        to.writeObjectFieldStart(field);
        to.writeStringField("key", message.key());
        to.writeStringField("fr", message.in(Locale.FRENCH));
        to.writeStringField("en", message.in(Locale.ENGLISH));
        to.writeEndObject();
    }
}
