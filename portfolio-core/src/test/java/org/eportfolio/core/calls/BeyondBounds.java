package org.eportfolio.core.calls;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.eportfolio.InputBounds;
import org.eportfolio.InvalidInputException;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.LevelId;
import org.eportfolio.id.PersonId;
import org.jspecify.annotations.Nullable;

/** What is beyond every bound, or odd, for a value of any type that a call takes. */
public final class BeyondBounds {
    private static final String LONG = "x".repeat(1_000_001);
    private static final String UNSEEN = "\u00A0\u200B\uFEFF";
    private static final int TOO_MANY = InputBounds.MOST_IN_A_LIST + 1;

    private BeyondBounds() {}

    /**
     * One such value.
     *
     * @param what for the message of a test
     * @param refused whether no call may take it
     */
    public record Odd(String what, @Nullable Object value, boolean refused) {
        Odd in(String place, @Nullable Object whole) {
            return new Odd(place + "." + what, whole, refused);
        }
    }

    /**
     * @param type of the argument or part
     * @param usual what it is otherwise
     */
    public static List<Odd> of(Class<?> type, Type generic, @Nullable Object usual) {
        if (type == String.class) {
            return List.of(new Odd("long", LONG, true), new Odd("unseen", UNSEEN, false), new Odd("nul", "a\0b", true));
        }
        if (type == LocalDate.class) {
            return List.of(new Odd("max", LocalDate.MAX, true), new Odd("min", LocalDate.MIN, true));
        }
        if (type == Instant.class) return List.of(new Odd("max", Instant.MAX, true), new Odd("min", Instant.MIN, true));
        if (type == Duration.class)
            return List.of(
                    new Odd("max", Duration.ofSeconds(Long.MAX_VALUE), true),
                    new Odd("min", Duration.ofSeconds(Long.MIN_VALUE), true));
        if (type == int.class) {
            return List.of(
                    new Odd("max", Integer.MAX_VALUE, true),
                    new Odd("min", Integer.MIN_VALUE, true),
                    new Odd("minus", -1, true));
        }
        if (type == URI.class) return List.of(new Odd("long", URI.create("https://example.org/" + LONG), true));
        if (type.isArray()) return array(type.getComponentType(), usual);
        if (Collection.class.isAssignableFrom(type)) return collection(type, generic, usual);
        if (type == Map.class) return map(generic, usual);
        return usual instanceof Record record ? parts(record) : List.of();
    }

    private static List<Odd> array(Class<?> type, @Nullable Object usual) {
        if (usual == null || Array.getLength(usual) == 0 || type == int.class) return List.of();
        Object one = Array.get(usual, 0);
        Object many = Array.newInstance(type, TOO_MANY);
        for (int i = 0; i < TOO_MANY; i++) Array.set(many, i, one);
        List<Odd> odd = new ArrayList<>(
                List.of(new Odd("many", many, true), new Odd("holding null", Array.newInstance(type, 1), true)));
        for (Odd each : of(type, type, one)) {
            Object single = Array.newInstance(type, 1);
            Array.set(single, 0, each.value());
            odd.add(each.in("[0]", single));
        }
        return odd;
    }

    private static List<Odd> collection(Class<?> type, Type generic, @Nullable Object usual) {
        Object one = usual instanceof Collection<?> several && !several.isEmpty()
                ? several.iterator().next()
                : example(argument(generic, 0));
        if (one == null) return List.of();
        List<Odd> odd = new ArrayList<>();
        if (type == Set.class) {
            odd.add(new Odd("holding null", Collections.singleton(null), true));
            if (one instanceof PersonId) {
                Set<PersonId> many = new LinkedHashSet<>();
                IntStream.range(0, TOO_MANY).forEach(i -> many.add(PersonId.of("p" + i)));
                odd.add(new Odd("many", many, true));
            }
            return odd;
        }
        odd.add(new Odd("many", Collections.nCopies(TOO_MANY, one), true));
        odd.add(new Odd("holding null", Collections.singletonList(null), true));
        for (Odd each : of(one.getClass(), one.getClass(), one)) {
            odd.add(each.in("[0]", Collections.singletonList(each.value())));
        }
        return odd;
    }

    private static List<Odd> map(Type generic, @Nullable Object usual) {
        Class<?> value = argument(generic, 1);
        Object one = usual instanceof Map<?, ?> map && !map.isEmpty()
                ? map.values().iterator().next()
                : example(value);
        Class<?> key = argument(generic, 0);
        if (one == null || key == null) return List.of();
        Map<Object, Object> many = new HashMap<>();
        for (int i = 0; i < TOO_MANY; i++)
            many.put(key == PersonId.class ? PersonId.of("p" + i) : Code.of("C" + i), one);
        Object first = key == PersonId.class ? PersonId.of("emma") : Code.of("C1.1");
        List<Odd> odd = new ArrayList<>(List.of(
                new Odd("many", many, true), new Odd("holding null", Collections.singletonMap(first, null), true)));
        for (Odd each : of(one.getClass(), one.getClass(), one)) {
            odd.add(each.in("[first]", Collections.singletonMap(first, each.value())));
        }
        return odd;
    }

    private static @Nullable Object example(@Nullable Class<?> type) {
        if (type == String.class) return "x";
        if (type == PersonId.class) return PersonId.of("emma");
        if (type == Code.class) return Code.of("C1.1");
        return type == LevelId.class ? LevelId.of("acquis") : null;
    }

    private static @Nullable Class<?> argument(Type generic, int index) {
        if (!(generic instanceof ParameterizedType of)) return null;
        return of.getActualTypeArguments()[index] instanceof Class<?> type ? type : null;
    }

    /** The record with one part after the other beyond the bounds, and with one after the other missing. */
    private static List<Odd> parts(Record record) {
        if (record.getClass().getPackageName().equals(PersonId.class.getPackageName())) return List.of();
        List<Odd> odd = new ArrayList<>();
        RecordComponent[] components = record.getClass().getRecordComponents();
        for (int i = 0; i < components.length; i++) {
            RecordComponent part = components[i];
            Object usual = value(part, record);
            for (Odd each : of(part.getType(), part.getGenericType(), usual)) with(record, i, each, odd);
            if (!part.getType().isPrimitive() && !isOptional(part) && !isSeveral(part)) {
                with(record, i, new Odd("null", null, false), odd);
            }
        }
        return odd;
    }

    private static boolean isSeveral(RecordComponent part) {
        return Collection.class.isAssignableFrom(part.getType()) || part.getType() == Map.class;
    }

    public static boolean isOptional(RecordComponent part) {
        return isOptional(part.getAnnotatedType());
    }

    public static boolean isOptional(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    private static void with(Record record, int index, Odd odd, List<Odd> all) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        @Nullable
        Object[] values =
                Arrays.stream(components).map(each -> value(each, record)).toArray();
        values[index] = odd.value();
        String place = record.getClass().getSimpleName() + "." + components[index].getName();
        try {
            Constructor<?> canonical = record.getClass()
                    .getDeclaredConstructor(Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new));
            canonical.setAccessible(true);
            all.add(odd.in(place, canonical.newInstance(values)));
        } catch (InvocationTargetException e) {
            // A record may refuse it by itself.
            boolean input = record.getClass().getSimpleName().startsWith("New");
            boolean documented =
                    e.getCause() instanceof InvalidInputException || e.getCause() instanceof NullPointerException;
            if (input && !documented) throw new AssertionError(place + "." + odd.what(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(place, e);
        }
    }

    private static @Nullable Object value(RecordComponent part, Record record) {
        try {
            part.getAccessor().setAccessible(true);
            return part.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
