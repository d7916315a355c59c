package org.eportfolio.json;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eportfolio.InvalidInputException.Violation;
import org.eportfolio.Message;
import org.eportfolio.dossier.NewAttachment;
import org.eportfolio.framework.Level;
import org.eportfolio.framework.LevelId;

/**
 * The OpenAPI document of all that the modules write and read, made from the records: what any call gives has its schema, and
 * so has each input. A type that inputs hold requires what an input must state; every other requires all that is written.
 */
final class RecordSchemas {
    static final String PLACE = "#/components/schemas/";

    private final Set<Class<?>> sent;
    private final Map<Class<?>, String> names = new HashMap<>();
    private final Map<String, Object> schemas = new TreeMap<>();
    private final Set<String> begun = new HashSet<>();
    private final Deque<Runnable> open = new ArrayDeque<>();

    private RecordSchemas(Collection<? extends Type> given, Collection<? extends Type> inputs) {
        sent = Walked.within(inputs);
        List<Type> all = new ArrayList<>(given);
        all.addAll(inputs);
        all.add(Violation.class);
        Map<String, List<Class<?>>> alike =
                Walked.within(all).stream().collect(Collectors.groupingBy(RecordSchemas::shortName));
        alike.forEach((name, types) ->
                types.forEach(each -> names.put(each, types.size() == 1 ? name : longName(each))));
        for (Type each : all) of(each, Map.of());
        while (!open.isEmpty()) open.pop().run();
    }

    /** Of what calls give and what is handed in. */
    static RecordSchemas of(Collection<? extends Type> given, Collection<? extends Type> inputs) {
        return new RecordSchemas(given, inputs);
    }

    /** Under which name the schema of a record stands. */
    String name(Class<?> type) {
        return Objects.requireNonNull(names.get(type), type::getName);
    }

    /** The document, indented. */
    String document() {
        Map<String, Object> info = map("title", "The records of Portfolio as JSON");
        info.put("version", "1");
        Map<String, Object> document = map("openapi", "3.1.0");
        document.put("info", info);
        document.put("components", map("schemas", schemas));
        try {
            DefaultPrettyPrinter lines = new DefaultPrettyPrinter()
                    .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                    .withArrayIndenter(new DefaultIndenter("  ", "\n"));
            return new ObjectMapper().writer(lines).writeValueAsString(document) + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String shortName(Class<?> type) {
        return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
    }

    private static String longName(Class<?> type) {
        String last = type.getPackageName().substring(type.getPackageName().lastIndexOf('.') + 1);
        return last + "." + shortName(type);
    }

    private Object of(Type type, Map<TypeVariable<?>, Type> bound) {
        if (type instanceof TypeVariable<?> variable) return of(bound.getOrDefault(variable, Object.class), Map.of());
        if (type instanceof ParameterizedType generic) return generic(generic, bound);
        if (!(type instanceof Class<?> plain)) return Map.of();
        if (plain == boolean.class || plain == Boolean.class) return map("type", "boolean");
        if (plain == int.class || plain == Integer.class) return number("int32");
        if (plain == long.class || plain == Long.class) return number("int64");
        if (plain == NewAttachment.Source.class) {
            Map<String, Object> name = map("type", "string");
            name.put("description", "the name under which the file comes with the request");
            return name;
        }
        Optional<TextForm> form = TextForm.of(plain);
        if (form.isPresent() && !names.containsKey(plain)) return text(form.get());
        return names.containsKey(plain) ? reference(name(plain), plain, Map.of()) : Map.of();
    }

    private Object generic(ParameterizedType type, Map<TypeVariable<?>, Type> bound) {
        Class<?> raw = (Class<?>) type.getRawType();
        Type[] arguments = type.getActualTypeArguments();
        if (raw == Optional.class) return nullable(of(arguments[0], bound));
        if (Collection.class.isAssignableFrom(raw)) {
            Map<String, Object> list = map("type", "array");
            list.put("items", of(arguments[0], bound));
            return list;
        }
        if (Map.class.isAssignableFrom(raw)) {
            Map<String, Object> object = map("type", "object");
            object.put("additionalProperties", of(arguments[1], bound));
            return object;
        }
        if (!raw.isRecord()) return Map.of();
        Map<TypeVariable<?>, Type> own = new HashMap<>();
        String name = name(raw);
        for (int i = 0; i < arguments.length; i++) {
            own.put(raw.getTypeParameters()[i], arguments[i]);
            name += "." + names.getOrDefault(arguments[i], "String");
        }
        return reference(name, raw, own);
    }

    private Object reference(String name, Class<?> type, Map<TypeVariable<?>, Type> bound) {
        if (begun.add(name)) open.push(() -> schemas.put(name, definition(type, bound)));
        return map("$ref", PLACE + name);
    }

    private Object definition(Class<?> type, Map<TypeVariable<?>, Type> bound) {
        if (type == Message.class) return message();
        if (type == Violation.class) return violation();
        if (type == LevelId.class) return Map.of("anyOf", List.of(map("type", "string"), of(Level.class, Map.of())));
        Optional<TextForm> form = TextForm.of(type);
        if (form.isPresent()) return text(form.get());
        if (type.isEnum()) throw new IllegalStateException("constants are texts");
        return type.isSealed() ? family(type) : record(type, bound);
    }

    private Object family(Class<?> type) {
        Map<String, Object> mapping = new TreeMap<>();
        List<Object> members = new ArrayList<>();
        new TreeMap<>(Tags.members(type)).forEach((tag, member) -> {
            Object reference = of(member, Map.of());
            members.add(reference);
            mapping.put(tag, PLACE + name(member));
        });
        Map<String, Object> discriminator = map("propertyName", Tags.FIELD);
        discriminator.put("mapping", mapping);
        Map<String, Object> family = map("oneOf", members);
        family.put("discriminator", discriminator);
        return family;
    }

    private Object record(Class<?> type, Map<TypeVariable<?>, Type> bound) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        String tag = Tags.of(type);
        if (tag != null) {
            properties.put(Tags.FIELD, map("const", tag));
            required.add(Tags.FIELD);
        }
        for (RecordParts.Part each : RecordParts.of(type).all()) {
            Object schema = of(each.type(), bound);
            boolean optional = sent.contains(type) && !each.isDemanded();
            properties.put(each.name(), each.isNullable() ? nullable(schema) : schema);
            if (!optional) required.add(each.name());
        }
        return closed(properties, required);
    }

    private Object message() {
        Map<String, Object> properties = map("key", map("type", "string"));
        properties.put("text", map("type", "string"));
        properties.put("arguments", map("type", "array"));
        return closed(properties, List.of("key", "text", "arguments"));
    }

    private Object violation() {
        Map<String, Object> properties = map("path", map("type", "string"));
        properties.put("pointer", text("json-pointer"));
        properties.put("rule", of(Message.class, Map.of()));
        return closed(properties, List.of("path", "pointer", "rule"));
    }

    private static Object text(TextForm form) {
        Map<String, Object> schema = form.format() == null ? map("type", "string") : text(form.format());
        Object constants = form.expected().key().equals("json.one-of")
                ? form.expected().arguments().get(0)
                : null;
        if (constants != null) schema.put("enum", constants);
        return schema;
    }

    private static Map<String, Object> text(String format) {
        Map<String, Object> schema = map("type", "string");
        schema.put("format", format);
        return schema;
    }

    private static Map<String, Object> number(String format) {
        Map<String, Object> schema = map("type", "integer");
        schema.put("format", format);
        return schema;
    }

    private static Object nullable(Object schema) {
        if (schema.equals(Map.of()) || schema instanceof Map<?, ?> either && isNullable(either)) return schema;
        return Map.of("anyOf", List.of(schema, map("type", "null")));
    }

    private static boolean isNullable(Map<?, ?> schema) {
        return schema.get("anyOf") instanceof List<?> either && either.contains(map("type", "null"));
    }

    private static Object closed(Map<String, Object> properties, List<String> required) {
        Map<String, Object> object = map("type", "object");
        object.put("properties", properties);
        if (!required.isEmpty()) object.put("required", List.copyOf(required));
        object.put("additionalProperties", false);
        return object;
    }

    private static Map<String, Object> map(String key, Object value) {
        return Stream.of(key).collect(Collectors.toMap(each -> each, each -> value, (a, b) -> a, LinkedHashMap::new));
    }
}
