package org.eportfolio.json;

import jakarta.validation.constraints.NotNull;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.eportfolio.Prose;
import org.eportfolio.dossier.NewAttachment;
import org.jspecify.annotations.Nullable;

/** The components of a record: how they are got at, and what stands for one that an input leaves out. */
record RecordParts(List<Part> all, Constructor<?> canonical) {
    private static final ClassValue<RecordParts> KNOWN = new ClassValue<>() {
        @Override
        protected RecordParts computeValue(Class<?> type) {
            return made(type);
        }
    };

    /**
     * One component.
     *
     * @param optional whether an input may leave it out
     * @param absent what it then is; {@code null} says that there is none
     */
    record Part(
            String name,
            Type type,
            Method accessor,
            boolean optional,
            @Nullable Object absent) {
        /** Bytes come with an input and are never written. */
        boolean isWritten() {
            return type != NewAttachment.Source.class;
        }

        /** Whether a call that takes it asks for it. */
        boolean isDemanded() {
            return !optional || accessor.isAnnotationPresent(NotNull.class) && isNullable();
        }

        /** Whether it may be {@code null} in what is written. */
        boolean isNullable() {
            return isMarked(accessor.getAnnotatedReturnType().isAnnotationPresent(Nullable.class), type);
        }

        private static boolean isMarked(boolean nullable, Type type) {
            return nullable || raw(type) == Optional.class;
        }

        @Nullable
        Object of(Record record) {
            try {
                return accessor.invoke(record);
            } catch (InvocationTargetException e) {
                throw new IllegalStateException("an accessor only gives its component: " + accessor, e.getCause());
            } catch (IllegalAccessException e) {
                throw new IllegalStateException("the records of the library are public: " + accessor, e);
            }
        }
    }

    static RecordParts of(Class<?> record) {
        return KNOWN.get(record);
    }

    /** The class of a type without its arguments. */
    static Class<?> raw(Type type) {
        if (type instanceof ParameterizedType generic) return (Class<?>) generic.getRawType();
        return type instanceof Class<?> plain ? plain : Object.class;
    }

    private static RecordParts made(Class<?> record) {
        RecordComponent[] components = record.getRecordComponents();
        List<Part> parts = new ArrayList<>();
        for (RecordComponent each : components) parts.add(part(each));
        try {
            Class<?>[] types =
                    Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return new RecordParts(List.copyOf(parts), record.getDeclaredConstructor(types));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("every record has a canonical constructor", e);
        }
    }

    private static Part part(RecordComponent component) {
        Method accessor = component.getAccessor();
        Object absent = absent(component.getType());
        // A description that is left out says nothing; a desk refuses that where it asks for words.
        if (accessor.isAnnotationPresent(Prose.class)) absent = "";
        // Where the desk asks for it all the same, it says so in its own words.
        boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return new Part(
                component.getName(),
                component.getGenericType(),
                accessor,
                nullable || absent != null,
                nullable ? null : absent);
    }

    private static @Nullable Object absent(Class<?> type) {
        if (type == boolean.class) return false;
        if (type == Set.class) return Set.of();
        if (type == Map.class) return Map.of();
        if (type == SortedMap.class) return Collections.emptySortedMap();
        if (type == Optional.class) return Optional.empty();
        return Collection.class.isAssignableFrom(type) ? List.of() : null;
    }
}
