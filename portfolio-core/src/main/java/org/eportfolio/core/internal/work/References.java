package org.eportfolio.core.internal.work;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds what a record speaks of, however deep in it: people, files, adoptions, missions … */
public final class References {
    private static final ClassValue<Method[]> ACCESSORS = new ClassValue<>() {
        @Override
        protected Method[] computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .filter(each -> !isPlain(each.getType()))
                    .map(RecordComponent::getAccessor)
                    .toArray(Method[]::new);
        }
    };

    private References() {}

    /** Tells of the record itself and of every record in it. */
    public static void in(@Nullable Object value, Consumer<Object> found) {
        if (value instanceof Iterable<?> several) {
            several.forEach(each -> in(each, found));
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, each) -> {
                in(key, found);
                in(each, found);
            });
        } else if (value instanceof Record) {
            found.accept(value);
            for (Method accessor : ACCESSORS.get(value.getClass())) in(field(accessor, value), found);
        }
    }

    private static boolean isPlain(Class<?> type) {
        return type.isPrimitive() || type.isEnum() || type.getPackageName().startsWith("java.") && !holds(type);
    }

    private static boolean holds(Class<?> type) {
        return Iterable.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type);
    }

    private static @Nullable Object field(Method accessor, Object value) {
        try {
            return accessor.invoke(value);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(accessor + " must be public and plain", e);
        }
    }
}
