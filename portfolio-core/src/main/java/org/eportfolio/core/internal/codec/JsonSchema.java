package org.eportfolio.core.internal.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.eportfolio.spi.Hash;
import org.jspecify.annotations.Nullable;

/** The JSON Schema (2020-12) of what {@link RecordJson} writes, made from the records as the shapes are. */
public final class JsonSchema {
    private static final Map<Class<?>, Map<String, Object>> PLAIN = Map.of(
            String.class, Map.of("type", "string"),
            UUID.class, text("format", "uuid"),
            LocalDate.class, text("format", "date"),
            URI.class, text("format", "uri-reference"),
            Hash.class, text("pattern", "^[0-9a-f]{64}$"),
            Instant.class, described("integer", "microseconds since 1970-01-01T00:00:00Z"),
            int.class, Map.of("type", "integer"),
            long.class, Map.of("type", "integer"),
            boolean.class, Map.of("const", true));

    private final Map<String, Object> definitions = new TreeMap<>();

    private JsonSchema() {}

    /**
     * The schema of one line of an archive, as indented JSON.
     *
     * @param head the fields before the body, each with its schema
     * @param version of the body; 0 for a body without version and secret
     */
    public static String ofLine(String title, Map<String, Object> head, Class<?> body, int version) {
        JsonSchema made = new JsonSchema();
        Map<String, Object> fields = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        if (version > 0) {
            fields.put("v", Map.of("const", version));
            fields.put("s", described("string", "the secret by which the journal hashes this body"));
            required.addAll(List.of("v", "s"));
        }
        Map<String, Object> properties = new LinkedHashMap<>(head);
        properties.put("body", made.object(body, fields, required));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", title);
        schema.putAll(object(properties, List.copyOf(properties.keySet())));
        if (!made.definitions.isEmpty()) schema.put("$defs", made.definitions);
        return text(schema);
    }

    /** A text of this format or pattern. */
    public static Map<String, Object> text(String keyword, String value) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "string");
        schema.put(keyword, value);
        return schema;
    }

    private static Map<String, Object> described(String type, String meaning) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", type);
        schema.put("description", meaning);
        return schema;
    }

    private static Map<String, Object> object(Map<String, Object> properties, List<String> required) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        if (!required.isEmpty()) schema.put("required", required);
        schema.put("additionalProperties", false);
        return schema;
    }

    private Map<String, Object> object(Class<?> record, Map<String, Object> before, List<String> requiredBefore) {
        Map<String, Object> properties = new LinkedHashMap<>(before);
        List<String> required = new ArrayList<>(requiredBefore);
        for (StoredNames.Field each : StoredNames.fields(record)) {
            properties.put(each.name(), of(each.component().getGenericType()));
            if (isAlwaysWritten(each.component())) required.add(each.name());
        }
        return object(properties, required);
    }

    /** What is null, false or empty is left out. */
    private static boolean isAlwaysWritten(RecordComponent component) {
        return component.getType() != boolean.class
                && !(component.getGenericType() instanceof ParameterizedType)
                && !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private Object of(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            boolean many = generic.getRawType() == List.class || generic.getRawType() == Set.class;
            Map<String, Object> schema = new LinkedHashMap<>();
            schema.put("type", many ? "array" : "object");
            schema.put(many ? "items" : "additionalProperties", of(arguments[many ? 0 : 1]));
            return schema;
        }
        Class<?> plain = (Class<?>) type;
        Map<String, Object> known = PLAIN.get(plain);
        if (known != null) return known;
        if (plain.isEnum()) return Map.of("enum", StoredNames.constants(plain));
        if (plain.isRecord()
                && plain.getRecordComponents().length == 1
                && Arrays.stream(plain.getInterfaces()).noneMatch(Class::isSealed)) {
            return of(plain.getRecordComponents()[0].getGenericType());
        }
        return reference(plain);
    }

    private Map<String, Object> reference(Class<?> type) {
        String name = name(type);
        if (!definitions.containsKey(name)) {
            definitions.put(name, Map.of());
            definitions.put(name, type.isSealed() ? family(type) : object(type, Map.of(), List.of()));
        }
        return Map.of("$ref", "#/$defs/" + name);
    }

    private Map<String, Object> family(Class<?> sealed) {
        List<Object> members = new ArrayList<>();
        // Compilers write them down in different orders.
        Class<?>[] family = sealed.getPermittedSubclasses();
        Arrays.sort(family, Comparator.comparing(StoredNames::tag));
        for (Class<?> member : family) {
            Map<String, Object> type = Map.of("type", Map.of("const", StoredNames.tag(member)));
            members.add(object(member, type, List.of("type")));
        }
        return Map.of("oneOf", members);
    }

    /** Such as {@code scenario.Target}: the same simple name stands in several packages. */
    private static String name(Class<?> type) {
        String home = type.getPackageName();
        return home.substring(home.lastIndexOf('.') + 1)
                + type.getName().substring(home.length()).replace('$', '.');
    }

    private static String text(Map<String, Object> schema) {
        StringWriter text = new StringWriter();
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        try (JsonGenerator out = new JsonFactory().createGenerator(text)) {
            out.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(lines));
            out.writeStartObject();
            Tree.writeFields(out, schema);
            out.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory cannot fail", e);
        }
        return text + "\n";
    }
}
