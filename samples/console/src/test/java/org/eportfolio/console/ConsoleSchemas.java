package org.eportfolio.console;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eportfolio.Message;
import org.eportfolio.console.terminal.JsonWriter;
import org.eportfolio.framework.Level;
import org.jspecify.annotations.Nullable;

/**
 * The JSON Schemas of the documents, made from the types of the records: one for each command, and one that defines the
 * records they share.
 */
final class ConsoleSchemas {
    static final String RECORDS = "records.schema.json";
    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    private final ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private final Map<String, ObjectNode> definitions = new TreeMap<>();
    private final Map<String, Type> named = new HashMap<>();
    private final Deque<Runnable> open = new ArrayDeque<>();

    private ConsoleSchemas() {}

    /** Each file by its name. */
    static Map<String, String> all() {
        return new ConsoleSchemas().files();
    }

    static String file(String command) {
        return command.replace(' ', '-') + ".schema.json";
    }

    private Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        CommandDocuments.all()
                .forEach((command, documents) -> files.put(file(command), text(command(command, documents))));
        while (!open.isEmpty()) open.pop().run();
        ObjectNode records =
                mapper.createObjectNode().put("$schema", DIALECT).put("title", "The records of the console");
        ObjectNode defs = records.putObject("$defs");
        definitions.forEach(defs::set);
        files.put(RECORDS, text(records));
        return files;
    }

    private ObjectNode command(String command, List<CommandDocuments.Document> documents) {
        ObjectNode schema =
                mapper.createObjectNode().put("$schema", DIALECT).put("title", "portfolio " + command + " --json");
        if (documents.size() == 1) return schema.setAll(document(documents.get(0)));
        ArrayNode several = schema.putArray("anyOf");
        documents.forEach(each -> several.add(document(each)));
        return schema;
    }

    private ObjectNode document(CommandDocuments.Document document) {
        ObjectNode one = of(document.type(), Map.of());
        if (document.form() == CommandDocuments.Form.LIST) {
            ObjectNode list = mapper.createObjectNode().put("type", "array");
            list.set("items", one);
            return list;
        }
        return document.form() == CommandDocuments.Form.OPTIONAL ? nullable(one) : one;
    }

    private ObjectNode of(Type type, Map<TypeVariable<?>, Type> bound) {
        if (type instanceof TypeVariable<?> variable) return of(bound.getOrDefault(variable, Object.class), Map.of());
        if (type instanceof ParameterizedType generic) return generic(generic, bound);
        if (!(type instanceof Class<?> plain)) return mapper.createObjectNode();
        if (plain == boolean.class || plain == Boolean.class) return simple("boolean");
        if (plain == int.class || plain == long.class || plain == Integer.class || plain == Long.class) {
            return simple("integer");
        }
        if (plain == Instant.class) return simple("string").put("format", "date-time");
        if (plain == LocalDate.class) return simple("string").put("format", "date");
        boolean shaped = plain.isEnum() || plain.isRecord() || plain.isSealed();
        if (plain == Object.class || plain.isInterface() && !shaped) return mapper.createObjectNode();
        return shaped && !JsonWriter.isText(plain) ? reference(plain, plain, Map.of()) : simple("string");
    }

    private ObjectNode generic(ParameterizedType type, Map<TypeVariable<?>, Type> bound) {
        Class<?> raw = (Class<?>) type.getRawType();
        Type[] arguments = type.getActualTypeArguments();
        if (Collection.class.isAssignableFrom(raw)) {
            ObjectNode list = simple("array");
            list.set("items", arguments[0] == Level.class ? described() : of(arguments[0], bound));
            return list;
        }
        if (Map.class.isAssignableFrom(raw)) {
            ObjectNode map = simple("object");
            map.set("additionalProperties", of(arguments[1], bound));
            return map;
        }
        if (raw == Optional.class) return nullable(of(arguments[0], bound));
        Map<TypeVariable<?>, Type> own = new HashMap<>();
        for (int i = 0; i < arguments.length; i++) own.put(raw.getTypeParameters()[i], arguments[i]);
        return reference(type, raw, own);
    }

    private ObjectNode reference(Type type, Class<?> raw, Map<TypeVariable<?>, Type> bound) {
        String name = name(type, raw, bound);
        if (named.putIfAbsent(name, type) == null) {
            open.push(() -> definitions.put(name, definition(raw, bound)));
        }
        return mapper.createObjectNode().put("$ref", RECORDS + "#/$defs/" + name);
    }

    /** The simple name, after that of the type around it; where two packages have it, after the package's. */
    private String name(Type type, Class<?> raw, Map<TypeVariable<?>, Type> bound) {
        String name = raw.getName().substring(raw.getPackageName().length() + 1).replace('$', '.');
        for (Type each : bound.values()) name += "." + ((Class<?>) each).getSimpleName();
        Type before = named.get(name);
        if (before == null || before.equals(type)) return name;
        return raw.getPackageName().substring(raw.getPackageName().lastIndexOf('.') + 1) + "." + name;
    }

    private ObjectNode definition(Class<?> type, Map<TypeVariable<?>, Type> bound) {
        if (type.isEnum()) {
            ObjectNode constants = mapper.createObjectNode();
            ArrayNode names = constants.putArray("enum");
            for (Object each : type.getEnumConstants()) names.add(((Enum<?>) each).name());
            return constants;
        }
        if (type == Message.class) return message();
        if (type == Level.class) return level();
        if (type.isSealed()) {
            ObjectNode shapes = mapper.createObjectNode();
            ArrayNode several = shapes.putArray("oneOf");
            // Compilers write them down in different orders.
            Arrays.stream(type.getPermittedSubclasses())
                    .sorted(Comparator.comparing(Class::getSimpleName))
                    .forEach(each -> several.add(of(each, Map.of())));
            return shapes;
        }
        ObjectNode object = simple("object");
        ObjectNode properties = object.putObject("properties");
        if (JsonWriter.isOneOfSeveral(type)) {
            properties.putObject("is").put("const", type.getSimpleName());
        }
        for (RecordComponent each : type.getRecordComponents()) {
            ObjectNode value = of(each.getGenericType(), bound);
            properties.set(each.getName(), mayBeMissing(each.getAnnotatedType()) ? nullable(value) : value);
        }
        return closed(object, properties);
    }

    private static boolean mayBeMissing(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    private ObjectNode message() {
        ObjectNode object = simple("object");
        ObjectNode properties = object.putObject("properties");
        properties.putObject("key").put("type", "string");
        properties
                .putObject("arguments")
                .put("type", "array")
                .putObject("items")
                .put("type", "string");
        properties
                .putObject("texts")
                .put("type", "object")
                .putObject("additionalProperties")
                .put("type", "string");
        return closed(object, properties);
    }

    private ObjectNode level() {
        ObjectNode object = simple("object");
        ObjectNode properties = object.putObject("properties");
        for (String each : List.of("id", "label", "symbol", "colour"))
            properties.putObject(each).put("type", "string");
        return closed(object, properties);
    }

    /** A level in a list, which has its description too. */
    private ObjectNode described() {
        if (named.putIfAbsent("Level.described", Level.class) == null) {
            ObjectNode object = level();
            ((ObjectNode) object.get("properties")).putObject("description").put("type", "string");
            ((ArrayNode) object.get("required")).add("description");
            definitions.put("Level.described", object);
        }
        return mapper.createObjectNode().put("$ref", RECORDS + "#/$defs/Level.described");
    }

    private ObjectNode closed(ObjectNode object, ObjectNode properties) {
        ArrayNode required = object.putArray("required");
        properties.fieldNames().forEachRemaining(required::add);
        return object.put("additionalProperties", false);
    }

    private ObjectNode nullable(ObjectNode value) {
        ObjectNode either = mapper.createObjectNode();
        either.putArray("anyOf").add(value).add(simple("null"));
        return either;
    }

    private ObjectNode simple(String type) {
        return mapper.createObjectNode().put("type", type);
    }

    private String text(ObjectNode schema) {
        try {
            return mapper.writeValueAsString(schema).replace("\r\n", "\n") + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
