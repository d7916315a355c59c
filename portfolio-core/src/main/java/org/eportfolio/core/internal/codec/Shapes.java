package org.eportfolio.core.internal.codec;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.eportfolio.spi.Hash;

/** The shape of each type, made once from its components. Thread-safe. */
final class Shapes {
    private static final Map<Class<?>, Shape> PLAIN = Map.ofEntries(
            Map.entry(String.class, Scalars.STRING),
            Map.entry(UUID.class, Scalars.UUID_TEXT),
            Map.entry(LocalDate.class, Scalars.DATE),
            Map.entry(Instant.class, Scalars.INSTANT),
            Map.entry(URI.class, Scalars.URI_TEXT),
            Map.entry(Hash.class, Scalars.HASH),
            Map.entry(int.class, Scalars.INT),
            Map.entry(long.class, Scalars.LONG),
            Map.entry(boolean.class, Scalars.BOOLEAN));

    private final Map<Type, Shape> known = new ConcurrentHashMap<>();
    private final Map<Class<?>, RecordShape> records = new ConcurrentHashMap<>();
    private final boolean strict;

    Shapes(boolean strict) {
        this.strict = strict;
    }

    Shape of(Type type) {
        Shape shape = known.get(type);
        if (shape == null) {
            shape = make(type);
            known.put(type, shape);
        }
        return shape;
    }

    /** The record as an object, even if it has one component only. */
    RecordShape fields(Class<?> record) {
        RecordShape shape = records.get(record);
        if (shape == null) {
            shape = new RecordShape(record, this, strict);
            records.put(record, shape);
        }
        return shape;
    }

    private Shape make(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            if (generic.getRawType() == List.class) return Shape.many(of(arguments[0]), false);
            if (generic.getRawType() == Set.class) return Shape.many(of(arguments[0]), true);
            if (generic.getRawType() == Map.class && of(arguments[0]) instanceof TextShape key) {
                return Shape.map(key, of(arguments[1]));
            }
        } else if (type instanceof Class<?> plain) {
            if (PLAIN.containsKey(plain)) return PLAIN.get(plain);
            if (plain.isEnum()) return constants(plain);
            if (plain.isRecord()) {
                return plain.getRecordComponents().length == 1 && !inSealedFamily(plain)
                        ? RecordShape.unwrapping(plain, of(plain.getRecordComponents()[0].getGenericType()))
                        : fields(plain);
            }
            if (plain.isSealed()) return new SealedShape(plain, this);
        }
        throw new IllegalStateException("no way to write a " + type);
    }

    private static boolean inSealedFamily(Class<?> record) {
        return Arrays.stream(record.getInterfaces()).anyMatch(Class::isSealed);
    }

    private static Shape constants(Class<?> type) {
        String[] names = StoredNames.byOrdinal(type);
        Map<String, Object> byName = new HashMap<>();
        for (Object constant : type.getEnumConstants()) byName.put(names[((Enum<?>) constant).ordinal()], constant);
        return new TextShape(constant -> names[((Enum<?>) constant).ordinal()], name -> {
            Object constant = byName.get(name);
            if (constant == null) throw new MalformedException(null, "malformed.constant", type.getSimpleName(), name);
            return constant;
        });
    }
}
