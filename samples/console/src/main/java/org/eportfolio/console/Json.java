package org.eportfolio.console;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.eportfolio.framework.Item;
import org.eportfolio.framework.Level;
import org.eportfolio.id.PersonId;

/** What several documents have in common. */
final class Json {
    private Json() {}

    static void level(Level level, JsonGenerator to) throws IOException {
        to.writeStartObject();
        to.writeStringField("id", level.id().value());
        to.writeStringField("label", level.label());
        to.writeStringField("symbol", level.symbol());
        to.writeStringField("colour", level.colour());
        to.writeEndObject();
    }

    static void item(Item item, JsonGenerator to) throws IOException {
        to.writeStartObject();
        to.writeStringField("code", item.code().value());
        to.writeStringField("label", item.label());
        to.writeEndObject();
    }

    /** Into the object that is open. */
    static void person(PersonId id, String name, JsonGenerator to) throws IOException {
        to.writeStringField("learner", id.value());
        to.writeStringField("name", name);
    }
}
