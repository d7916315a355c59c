package org.eportfolio.core.year;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What was made in a school so far, by whom it belongs to and by kind, so that later calls have something to go on. */
final class Made {
    private static final int MOST = 30;
    /** For what belongs to no dossier. */
    static final Object SCHOOL = "school";

    private static final Map<Class<?>, Optional<java.lang.reflect.Method>> IDS = new ConcurrentHashMap<>();

    private final Map<Object, Map<Class<?>, List<Object>>> made = new HashMap<>();

    /** The dice ask for something that there is not yet. */
    static final class NothingYetException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Keeps what a call gave back; of lists, each element. */
    void keep(Object place, @Nullable Object result) {
        if (result instanceof Collection<?> several) {
            several.forEach(each -> keep(place, each));
        } else if (result instanceof Record) {
            List<Object> some = made.computeIfAbsent(place, first -> new HashMap<>())
                    .computeIfAbsent(result.getClass(), kind -> new ArrayList<>());
            some.add(result);
            if (some.size() > MOST) some.remove(0);
        }
    }

    /** Something of this kind, mostly as it is now, sometimes as an earlier call gave it back. */
    <T> T any(Object place, Class<T> kind, Random dice) {
        List<Object> all = made.getOrDefault(place, Map.of()).getOrDefault(kind, List.of());
        if (all.isEmpty()) throw new NothingYetException();
        Object picked = all.get(dice.nextInt(all.size()));
        if (dice.nextInt(8) == 0) return kind.cast(picked);
        for (int i = all.size() - 1; i >= 0; i--) {
            if (id(all.get(i)).equals(id(picked))) return kind.cast(all.get(i));
        }
        return kind.cast(picked);
    }

    void forget(Object place) {
        made.remove(place);
    }

    private static Object id(Object record) {
        return IDS.computeIfAbsent(record.getClass(), Made::accessor)
                .map(accessor -> {
                    try {
                        return accessor.invoke(record);
                    } catch (ReflectiveOperationException e) {
                        throw new AssertionError(e);
                    }
                })
                .orElse(record);
    }

    private static Optional<java.lang.reflect.Method> accessor(Class<?> kind) {
        try {
            return Optional.of(kind.getMethod("id"));
        } catch (NoSuchMethodException none) {
            return Optional.empty();
        }
    }
}
