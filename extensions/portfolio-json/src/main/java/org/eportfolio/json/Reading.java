package org.eportfolio.json;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eportfolio.InvalidInputException;
import org.eportfolio.InvalidInputException.Violation;
import org.eportfolio.Message;
import org.eportfolio.dossier.NewAttachment;
import org.eportfolio.framework.LevelId;
import org.jspecify.annotations.Nullable;

/** Makes values of what came as JSON, and says of all that is wrong where it stands. For one value, on one thread. */
final class Reading {
    /** More help no one. */
    private static final int MOST_TOLD = 100;

    private static final String MISSING = "jakarta.validation.constraints.NotNull.message";

    private final @Nullable Uploads uploads;
    private final List<Violation> wrong = new ArrayList<>();
    private int found;

    private Reading(@Nullable Uploads uploads) {
        this.uploads = uploads;
    }

    /**
     * The value of this type.
     *
     * @throws InvalidInputException with all that is wrong with it
     */
    static @Nullable Object read(Class<?> type, @Nullable Object tree, @Nullable Uploads uploads) {
        Reading reading = new Reading(uploads);
        Object value = reading.value(type, Map.of(), tree, "");
        if (reading.found == 0) return value;
        reading.wrong.sort(Comparator.comparing(Violation::path));
        throw new InvalidInputException(reading.wrong);
    }

    private @Nullable Object wrong(String path, Message rule) {
        found++;
        if (wrong.size() < MOST_TOLD) wrong.add(new Violation(path, rule));
        return null;
    }

    private @Nullable Object value(Type type, Map<TypeVariable<?>, Type> bound, @Nullable Object tree, String path) {
        if (type instanceof TypeVariable<?> variable && bound.containsKey(variable)) {
            return value(Objects.requireNonNull(bound.get(variable)), Map.of(), tree, path);
        }
        if (tree == null) return wrong(path, Message.of(MISSING, "", ""));
        Class<?> raw = RecordParts.raw(type);
        if (raw == int.class || raw == Integer.class) {
            Long number = number(tree, Integer.MIN_VALUE, Integer.MAX_VALUE, path);
            return number == null ? null : number.intValue();
        }
        if (raw == long.class || raw == Long.class) return number(tree, Long.MIN_VALUE, Long.MAX_VALUE, path);
        if (raw == boolean.class || raw == Boolean.class) {
            return tree instanceof Boolean ? tree : wrong(path, JsonTexts.of("json.truth"));
        }
        if (raw == NewAttachment.Source.class) return upload(tree, path);
        Optional<TextForm> form = TextForm.of(raw);
        if (form.isPresent()) return text(raw, form.get(), tree, path);
        if (type instanceof ParameterizedType generic) return generic(generic, bound, tree, path);
        if (raw == Message.class) throw new IllegalArgumentException("a sentence is only ever written");
        if (raw.isSealed() && raw.isInterface()) return member(raw, tree, path);
        if (raw.isRecord()) return record(raw, Map.of(), tree, path);
        throw new IllegalArgumentException("it is never read from JSON: " + type);
    }

    private @Nullable Long number(Object tree, long least, long most, String path) {
        if (tree instanceof JsonTree.Digits digits && digits.text().matches("-?[0-9]{1,19}")) {
            BigInteger number = new BigInteger(digits.text());
            boolean within =
                    number.compareTo(BigInteger.valueOf(least)) >= 0 && number.compareTo(BigInteger.valueOf(most)) <= 0;
            if (within) return number.longValue();
        }
        wrong(path, JsonTexts.of("json.number", least, most));
        return null;
    }

    private @Nullable Object upload(Object tree, String path) {
        if (!(tree instanceof String name)) return wrong(path, JsonTexts.of("json.upload-name"));
        if (uploads == null) return wrong(path, JsonTexts.of("json.no-uploads"));
        NewAttachment.Source source = uploads.named(name);
        return source != null ? source : wrong(path, JsonTexts.of("json.no-upload", name));
    }

    private @Nullable Object text(Class<?> type, TextForm form, Object tree, String path) {
        // A level that was written with its label comes back as it was.
        Object given = type == LevelId.class && tree instanceof Map<?, ?> level ? level.get("id") : tree;
        if (!(given instanceof String text)) return wrong(path, JsonTexts.of("json.must-be", form.expected()));
        var value = form.value();
        if (value == null) throw new IllegalArgumentException("it is never read from JSON: " + type);
        try {
            return value.apply(text);
        } catch (InvalidInputException e) {
            e.violations().forEach(each -> wrong(path, each.rule()));
            return null;
        } catch (IllegalArgumentException | DateTimeException e) {
            return wrong(path, JsonTexts.of("json.must-be", form.expected()));
        }
    }

    private @Nullable Object generic(
            ParameterizedType type, Map<TypeVariable<?>, Type> bound, Object tree, String path) {
        Class<?> raw = (Class<?>) type.getRawType();
        Type[] arguments = type.getActualTypeArguments();
        if (raw == Optional.class) return Optional.ofNullable(value(arguments[0], bound, tree, path));
        if (raw == Map.class || raw == SortedMap.class) return map(raw, arguments, bound, tree, path);
        if (raw == List.class || raw == Set.class) {
            List<@Nullable Object> several = several(arguments[0], bound, tree, path);
            return raw == List.class ? several : new LinkedHashSet<>(several);
        }
        if (!raw.isRecord()) throw new IllegalArgumentException("it is never read from JSON: " + type);
        Map<TypeVariable<?>, Type> own = new HashMap<>();
        for (int i = 0; i < arguments.length; i++) own.put(raw.getTypeParameters()[i], arguments[i]);
        return record(raw, own, tree, path);
    }

    private List<@Nullable Object> several(Type type, Map<TypeVariable<?>, Type> bound, Object tree, String path) {
        List<@Nullable Object> several = new ArrayList<>();
        if (!(tree instanceof List<?> items)) {
            wrong(path, JsonTexts.of("json.list"));
            return several;
        }
        for (int i = 0; i < items.size(); i++) several.add(value(type, bound, items.get(i), path + '[' + i + ']'));
        return several;
    }

    private @Nullable Object map(
            Class<?> raw, Type[] types, Map<TypeVariable<?>, Type> bound, Object tree, String path) {
        if (!(tree instanceof Map<?, ?> fields)) return wrong(path, JsonTexts.of("json.object"));
        Class<?> keys = RecordParts.raw(types[0]);
        TextForm form = TextForm.of(keys).orElseThrow();
        Map<@Nullable Object, @Nullable Object> map = raw == Map.class ? new LinkedHashMap<>() : new TreeMap<>();
        for (Map.Entry<?, ?> each : fields.entrySet()) {
            Object key = text(keys, form, each.getKey(), path);
            if (key == null) continue;
            map.put(
                    key,
                    value(
                            types[1],
                            bound,
                            each.getValue(),
                            path + '[' + form.text().apply(key) + ']'));
        }
        return map;
    }

    private @Nullable Object member(Class<?> family, Object tree, String path) {
        if (!(tree instanceof Map<?, ?> fields)) return wrong(path, JsonTexts.of("json.object"));
        Map<String, Class<?>> members = Tags.members(family);
        String at = JsonPath.within(path, Tags.FIELD);
        Object tag = fields.get(Tags.FIELD);
        if (tag == null) return wrong(at, Message.of(MISSING, "", ""));
        Class<?> member = tag instanceof String name ? members.get(name) : null;
        if (member != null) return record(member, Map.of(), tree, path);
        Message expected =
                JsonTexts.of("json.one-of", members.keySet().stream().sorted().toList());
        return wrong(at, JsonTexts.of("json.must-be", expected));
    }

    private @Nullable Object record(Class<?> type, Map<TypeVariable<?>, Type> bound, Object tree, String path) {
        if (!(tree instanceof Map<?, ?> fields)) return wrong(path, JsonTexts.of("json.object"));
        int before = found;
        RecordParts parts = RecordParts.of(type);
        refuseUnknown(type, parts, fields, path);
        @Nullable Object[] values = new @Nullable Object[parts.all().size()];
        for (int i = 0; i < values.length; i++) {
            RecordParts.Part each = parts.all().get(i);
            Object given = fields.get(each.name());
            values[i] = given == null && each.optional()
                    ? each.absent()
                    : value(each.type(), bound, given, JsonPath.within(path, each.name()));
        }
        return found > before ? null : made(parts, values, path);
    }

    private void refuseUnknown(Class<?> type, RecordParts parts, Map<?, ?> fields, String path) {
        List<String> names = parts.all().stream().map(RecordParts.Part::name).toList();
        String tag = Tags.of(type);
        for (Map.Entry<?, ?> each : fields.entrySet()) {
            String name = String.valueOf(each.getKey());
            if (names.contains(name)) continue;
            if (tag == null || !name.equals(Tags.FIELD)) {
                wrong(JsonPath.within(path, name), JsonTexts.of("json.unknown", name, names));
            } else if (!tag.equals(each.getValue())) {
                Message expected = JsonTexts.of("json.one-of", List.of(tag));
                wrong(JsonPath.within(path, name), JsonTexts.of("json.must-be", expected));
            }
        }
    }

    private @Nullable Object made(RecordParts parts, @Nullable Object[] values, String path) {
        try {
            return parts.canonical().newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof InvalidInputException refusal) {
                refusal.violations().forEach(each -> wrong(JsonPath.joined(path, each.path()), each.rule()));
                return null;
            }
            if (e.getCause() instanceof RuntimeException) return wrong(path, JsonTexts.of("json.refused"));
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the records of the library are public: " + parts.canonical(), e);
        }
    }
}
