package org.eportfolio.core.internal.kind;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eportfolio.id.PersonId;
import org.eportfolio.spi.Stored;

/**
 * A place in the records of a kind that names records of other kinds, or a content, and what becomes of the record when
 * those go. Found by the shape of the records: a component whose type is the id of a kind names such a record.
 *
 * @param path the components that lead to it, such as {@code exhibits.production}
 * @param name the type of the name: of an id, or {@link Stored}
 * @param to the kinds whose records it names; empty for a content
 */
public record Reference(RecordKind<?> from, String path, Class<?> name, List<RecordKind<?>> to) {
    private static final Map<Class<?>, List<RecordKind<?>>> NAMED_BY = namedBy();

    private static final Set<RecordKind<?>> NEED_CONTENTS = Kinds.ALL.stream()
            .filter(kind -> of(kind).stream()
                    .anyMatch(each -> each.name() == Stored.class && each.whenGone() == WhenGone.REFUSED))
            .collect(Collectors.toUnmodifiableSet());

    private static final List<RecordKind<?>> HOLD_CONTENTS = Kinds.ALL.stream()
            .filter(kind -> of(kind).stream().anyMatch(each -> each.name() == Stored.class))
            .toList();

    private static Map<Class<?>, List<RecordKind<?>>> namedBy() {
        Map<Class<?>, List<RecordKind<?>>> named = new HashMap<>();
        for (RecordKind<?> kind : Kinds.JOURNALLED) {
            for (RecordComponent each : kind.type().getRecordComponents()) {
                // People are the host's: nothing here vouches for them.
                boolean ours = each.getType() != UUID.class && each.getType() != PersonId.class;
                if (each.getName().equals("id") && ours) {
                    named.computeIfAbsent(each.getType(), type -> new ArrayList<>())
                            .add(kind);
                }
            }
        }
        return named;
    }

    /** The kinds whose records are named by ids of this type; empty for any other type. */
    public static List<RecordKind<?>> kindsNamedBy(Class<?> id) {
        return NAMED_BY.getOrDefault(id, List.of());
    }

    /** Whether values of this type name a record or a content. */
    public static boolean isName(Class<?> type) {
        return type == Stored.class || NAMED_BY.containsKey(type);
    }

    /** All references of a kind, by path. */
    public static List<Reference> of(RecordKind<?> kind) {
        Map<String, Reference> found = new TreeMap<>();
        look(kind, kind.type(), "", new HashSet<>(), found);
        Reference own = found.get("id");
        if (own != null && own.to().contains(kind)) found.remove("id");
        return List.copyOf(found.values());
    }

    /** Whether records of this kind refer to files that must be there; one that only knew a file may outlive it. */
    public static boolean needsContents(RecordKind<?> kind) {
        return NEED_CONTENTS.contains(kind);
    }

    /** The kinds whose records may refer to files. */
    public static List<RecordKind<?>> holdingContents() {
        return HOLD_CONTENTS;
    }

    private static void look(
            RecordKind<?> kind, Type type, String path, Set<Type> above, Map<String, Reference> found) {
        if (type instanceof ParameterizedType generic) {
            for (Type each : generic.getActualTypeArguments()) look(kind, each, path, above, found);
        } else if (type instanceof Class<?> plain && isName(plain)) {
            found.put(path, new Reference(kind, path, plain, kindsNamedBy(plain)));
        } else if (type instanceof Class<?> plain && above.add(plain)) {
            if (plain.isSealed()) {
                for (Class<?> member : plain.getPermittedSubclasses()) look(kind, member, path, above, found);
            } else if (plain.isRecord()) {
                for (RecordComponent each : plain.getRecordComponents()) {
                    String name = path.isEmpty() ? each.getName() : path + "." + each.getName();
                    look(kind, each.getGenericType(), name, above, found);
                }
            }
            above.remove(plain);
        }
    }

    /** What becomes of a record when something goes that it names here. */
    public WhenGone whenGone() {
        return from.whenGone(name);
    }
}
