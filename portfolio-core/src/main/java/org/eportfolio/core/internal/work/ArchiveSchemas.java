package org.eportfolio.core.internal.work;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.eportfolio.core.internal.codec.JsonSchema;
import org.eportfolio.core.internal.kind.Kinds;
import org.eportfolio.core.internal.kind.RecordKind;
import org.eportfolio.core.internal.kind.Route;

/** The documented shape of every line that an archive can have, made from the records themselves. */
public final class ArchiveSchemas {
    private ArchiveSchemas() {}

    /** The schemas by the name of their file, such as {@code goal.v1.json}. */
    public static Map<String, String> all() {
        Map<String, String> schemas = new TreeMap<>();
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("scope", JsonSchema.text("format", "uuid"));
        head.put("id", JsonSchema.text("format", "uuid"));
        Kinds.leavingBy(Route.ARCHIVE).forEach(kind -> put(kind, head, schemas));
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("scope", JsonSchema.text("format", "uuid"));
        entry.put("number", new TreeMap<>(Map.of("type", "integer", "minimum", 1)));
        entry.put("hash", JsonSchema.text("pattern", "^[0-9a-f]{64}$"));
        schemas.put("journal.v1.json", JsonSchema.ofLine("A line of journal.jsonl", entry, EntryBody.class, 0));
        return schemas;
    }

    private static void put(RecordKind<?> kind, Map<String, Object> head, Map<String, String> to) {
        int version = kind.upgrades().current();
        String name = kind.kind().name();
        to.put(
                name + ".v" + version + ".json",
                JsonSchema.ofLine("A line of records/" + name + ".jsonl", head, kind.type(), version));
    }
}
