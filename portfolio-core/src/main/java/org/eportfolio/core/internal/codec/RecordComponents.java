package org.eportfolio.core.internal.codec;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The components of a type of record, by their places, and which of them can hold values of some type however deep, by what
 * they declare: most hold none, and are not looked into. Worked out once for each type, since Java takes longer to tell the
 * components of a type than to read a record. Thread-safe.
 */
public final class RecordComponents {
    private static final ClassValue<RecordComponents> KNOWN = new ClassValue<>() {
        @Override
        protected RecordComponents computeValue(Class<?> type) {
            return new RecordComponents(type);
        }
    };

    private final Class<?> type;
    private final Method[] accessors;
    private final Type[] types;
    private final Constructor<?> canonical;
    private final int id;
    private final Map<Wanted, int[]> holding = new ConcurrentHashMap<>();

    /** What is looked for. One object for each, kept for good. */
    public interface Wanted {
        /** Whether a value that is declared to be of this type can be one of them; of a value's own class, whether it is one. */
        boolean mayBe(Class<?> type);
    }

    private RecordComponents(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        this.type = type;
        this.accessors =
                Arrays.stream(components).map(RecordComponent::getAccessor).toArray(Method[]::new);
        this.types =
                Arrays.stream(components).map(RecordComponent::getGenericType).toArray(Type[]::new);
        this.id =
                Arrays.stream(components).map(RecordComponent::getName).toList().indexOf("id");
        for (Method each : accessors) each.setAccessible(true);
        try {
            this.canonical = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            canonical.setAccessible(true);
        } catch (NoSuchMethodException e) {
            throw unusual(e);
        }
    }

    public static RecordComponents of(Record record) {
        return KNOWN.get(record.getClass());
    }

    public int size() {
        return accessors.length;
    }

    public String name(int place) {
        return accessors[place].getName();
    }

    public Class<?> type(int place) {
        return accessors[place].getReturnType();
    }

    /** The places of the components in which such a value can stand, however deep. */
    public int[] holding(Wanted wanted) {
        return holding.computeIfAbsent(
                wanted,
                each -> IntStream.range(0, types.length)
                        .filter(i -> mayHold(types[i], each, new HashSet<>()))
                        .toArray());
    }

    /** The record's own id; {@code null} if it has no component of that name. */
    public @Nullable Object id(Record record) {
        return id < 0 ? null : get(record, id);
    }

    public @Nullable Object get(Record record, int place) {
        try {
            return accessors[place].invoke(record);
        } catch (ReflectiveOperationException e) {
            throw unusual(e);
        }
    }

    /** The same record with one value or more in the place of others. */
    public Record with(Record record, Map<Integer, @Nullable Object> others) {
        @Nullable Object[] values = new @Nullable Object[accessors.length];
        for (int i = 0; i < values.length; i++) values[i] = others.containsKey(i) ? others.get(i) : get(record, i);
        return made(values);
    }

    /** A record of these values; throws what its constructor throws. */
    public Record made(@Nullable Object[] values) {
        try {
            return (Record) canonical.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException refusal) throw refusal;
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw unusual(e);
        }
    }

    private IllegalStateException unusual(ReflectiveOperationException e) {
        return new IllegalStateException(type + " is not a record that gives its components", e);
    }

    /** Where the declaration leaves it open, it may. */
    private static boolean mayHold(Type declared, Wanted wanted, Set<Type> looked) {
        if (!looked.add(declared)) return false;
        if (declared instanceof ParameterizedType several
                && several.getRawType() instanceof Class<?> raw
                && (Collection.class.isAssignableFrom(raw) || Map.class.isAssignableFrom(raw))) {
            return List.of(several.getActualTypeArguments()).stream().anyMatch(each -> mayHold(each, wanted, looked));
        }
        if (!(declared instanceof Class<?> type)) return true;
        if (wanted.mayBe(type)) return true;
        if (type.isRecord()) {
            return Arrays.stream(type.getRecordComponents())
                    .anyMatch(each -> mayHold(each.getGenericType(), wanted, looked));
        }
        if (type.isSealed()) {
            return Arrays.stream(type.getPermittedSubclasses()).anyMatch(each -> mayHold(each, wanted, looked));
        }
        return !type.isPrimitive() && !type.isEnum() && !Modifier.isFinal(type.getModifiers());
    }
}
