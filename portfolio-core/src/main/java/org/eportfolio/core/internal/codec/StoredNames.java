package org.eportfolio.core.internal.codec;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names under which fields, type tags and constants are stored, as {@code stored-names.txt} states them: renaming
 * something in Java changes no byte. A type without a line, or whose line is not about all of it, is refused at its first
 * use. Thread-safe.
 */
final class StoredNames {
    private static final String FILE = "stored-names.txt";
    private static final Map<String, Statement> STATED = read();

    /**
     * What a line states.
     *
     * @param tag {@code null} for what belongs to no sealed family
     * @param names the stored names by the Java names, in the order in which they are written
     */
    private record Statement(@Nullable String tag, Map<String, String> names) {}

    /**
     * A component of a record and the field that it is.
     *
     * @param place where it stands among the components in Java
     */
    record Field(RecordComponent component, int place, String name) {}

    private StoredNames() {}

    /** The fields of a record, in the order in which they are written. */
    static List<Field> fields(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < components.length; i++) places.put(components[i].getName(), i);
        List<Field> fields = new ArrayList<>();
        stated(type, places.keySet()).forEach((java, stored) -> {
            int place = Objects.requireNonNull(places.get(java));
            fields.add(new Field(components[place], place, stored));
        });
        return fields;
    }

    /** The names of an enum's constants, in the order in which they are stated. */
    static List<String> constants(Class<?> type) {
        return List.copyOf(byConstant(type).values());
    }

    /** The name of each of an enum's constants, by its ordinal. */
    static String[] byOrdinal(Class<?> type) {
        Map<String, String> names = byConstant(type);
        return Arrays.stream(type.getEnumConstants())
                .map(each -> Objects.requireNonNull(names.get(((Enum<?>) each).name())))
                .toArray(String[]::new);
    }

    private static Map<String, String> byConstant(Class<?> type) {
        Set<String> names = new HashSet<>();
        for (Object each : type.getEnumConstants()) names.add(((Enum<?>) each).name());
        return stated(type, names);
    }

    /** What the field {@code type} of a member of a sealed family holds. */
    static String tag(Class<?> member) {
        String tag = statement(member).tag();
        if (tag == null) throw new IllegalStateException(FILE + " states no tag of " + member.getName());
        return tag;
    }

    /** The names of all types that are stated. */
    static Set<String> types() {
        return STATED.keySet();
    }

    private static Map<String, String> stated(Class<?> type, Set<String> wanted) {
        Map<String, String> names = statement(type).names();
        if (!names.keySet().equals(wanted)) {
            throw new IllegalStateException(
                    FILE + " states " + names.keySet() + " of " + type.getName() + ", which has " + wanted);
        }
        return names;
    }

    private static Statement statement(Class<?> type) {
        Statement statement = STATED.get(type.getName());
        if (statement == null) throw new IllegalStateException(FILE + " does not state the names of " + type.getName());
        return statement;
    }

    /** Reads the file of this library, and what stands under the same name beside it, as tests have for their types. */
    private static Map<String, Statement> read() {
        Map<String, Statement> all = new HashMap<>();
        try {
            String path = StoredNames.class.getPackageName().replace('.', '/') + "/" + FILE;
            ClassLoader loader = Objects.requireNonNull(StoredNames.class.getClassLoader());
            for (URL each : Collections.list(loader.getResources(path))) {
                try (BufferedReader lines =
                        new BufferedReader(new InputStreamReader(each.openStream(), StandardCharsets.UTF_8))) {
                    lines.lines()
                            .filter(line -> !line.startsWith("#") && !line.isBlank())
                            .forEach(line -> add(line, all));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    private static void add(String line, Map<String, Statement> all) {
        int colon = line.indexOf(':');
        if (colon < 0) throw new IllegalStateException(FILE + ": no names in " + line);
        String[] head = line.substring(0, colon).split(" as ", 2);
        Map<String, String> names = new LinkedHashMap<>();
        for (String each : line.substring(colon + 1).split(" ")) {
            if (each.isEmpty()) continue;
            int equals = each.indexOf('=');
            names.put(equals < 0 ? each : each.substring(0, equals), each.substring(equals + 1));
        }
        if (new HashSet<>(names.values()).size() < names.size()) {
            throw new IllegalStateException(FILE + ": the same name twice in " + line);
        }
        if (all.put(head[0], new Statement(head.length > 1 ? head[1] : null, names)) != null) {
            throw new IllegalStateException(FILE + " states " + head[0] + " twice");
        }
    }
}
