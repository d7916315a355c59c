package org.eportfolio.core.internal.work;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.eportfolio.core.internal.codec.RecordComponents;
import org.eportfolio.core.internal.codec.RecordComponents.Wanted;
import org.eportfolio.core.internal.kind.Reference;
import org.eportfolio.guidance.Bilan;
import org.eportfolio.guidance.EarlierAnswer;
import org.eportfolio.guidance.TutorAnswer;
import org.eportfolio.guidance.WorkplacePeriod;
import org.eportfolio.id.PersonId;
import org.eportfolio.privacy.Departure;
import org.eportfolio.spi.Stored;
import org.jspecify.annotations.Nullable;

/**
 * What stands inside a record of any kind: the people it names and the contents it refers to, wherever they stand in it.
 * By its types, so that no kind can be forgotten. Thread-safe.
 */
public final class Inside {
    private static final Wanted PEOPLE = type -> type.isAssignableFrom(PersonId.class);
    private static final Wanted CONTENTS = type -> type.isAssignableFrom(Stored.class);
    private static final Wanted IDS = type -> type.isAssignableFrom(UUID.class);
    private static final Wanted NAMES = Reference::isName;
    private static final Wanted RECORDS = Class::isRecord;

    private Inside() {}

    /** The people that a record names. */
    public static Set<PersonId> people(Object record) {
        return all(record, PersonId.class, PEOPLE);
    }

    /** Shows what a record names: records by their ids, and contents, its own id among them; one as often as it stands there. */
    public static void names(Object record, Consumer<Object> visitor) {
        find(record, NAMES, visitor);
    }

    /** The id of a record by its type, as others name it; {@code null} if it has none of its own. */
    public static @Nullable Object id(Record record) {
        return RecordComponents.of(record).id(record);
    }

    /** The contents that a record refers to; a departure only knows the fingerprint of what was taken away. */
    public static Set<Stored> contents(Object record) {
        return record instanceof Departure ? Set.of() : all(record, Stored.class, CONTENTS);
    }

    /** Shows the record itself and every record in it: people, files, adoptions, missions, their parts. */
    public static void each(@Nullable Object value, Consumer<Object> visitor) {
        if (value instanceof Record record) {
            visitor.accept(record);
            RecordComponents components = RecordComponents.of(record);
            for (int each : components.holding(RECORDS)) each(components.get(record, each), visitor);
        } else if (value instanceof Collection<?> several) {
            several.forEach(each -> each(each, visitor));
        } else if (value instanceof Map<?, ?> map) {
            map.keySet().forEach(each -> each(each, visitor));
            map.values().forEach(each -> each(each, visitor));
        }
    }

    private static <T> Set<T> all(Object record, Class<T> type, Wanted wanted) {
        Set<T> found = new LinkedHashSet<>();
        find(record, wanted, value -> found.add(type.cast(value)));
        return found;
    }

    private static void find(@Nullable Object value, Wanted wanted, Consumer<Object> visitor) {
        if (value == null) return;
        if (wanted.mayBe(value.getClass())) {
            visitor.accept(value);
        } else if (value instanceof Record record) {
            RecordComponents components = RecordComponents.of(record);
            for (int each : components.holding(wanted)) find(components.get(record, each), wanted, visitor);
        } else if (value instanceof Collection<?> several) {
            several.forEach(each -> find(each, wanted, visitor));
        } else if (value instanceof Map<?, ?> map) {
            map.keySet().forEach(each -> find(each, wanted, visitor));
            map.values().forEach(each -> find(each, wanted, visitor));
        }
    }

    /** The record with people renamed; the same object when none is. A tutor's name goes with their id. */
    public static <T> T renamed(T record, UnaryOperator<PersonId> names) {
        return made(unnamed(record, names), PersonId.class, PEOPLE, names);
    }

    /** The record with its people called otherwise, and nothing else: the same people by other ids. */
    static <T> T called(T record, UnaryOperator<PersonId> names) {
        return made(record, PersonId.class, PEOPLE, names);
    }

    /** The record with other ids, wherever they stand in it; the same object when none changes. People keep theirs. */
    public static <T> T reidentified(T record, UnaryOperator<UUID> ids) {
        return made(record, UUID.class, IDS, ids);
    }

    private static <T, V> T made(Object record, Class<V> type, Wanted wanted, UnaryOperator<V> others) {
        Object next = Objects.requireNonNull(rewritten(record, type, wanted, others));
        @SuppressWarnings("unchecked") // a record is made anew as what it was
        T same = (T) next;
        return same;
    }

    /** The places where a tutor's name is text: it goes when the tutor is called otherwise. */
    private static Object unnamed(Object record, UnaryOperator<PersonId> names) {
        PersonId tutor = tutor(record);
        if (tutor == null) return record;
        String other = names.apply(tutor).value();
        if (other.equals(tutor.value())) return record;
        if (record instanceof EarlierAnswer earlier) return unnamed(earlier, other);
        return unnamed((WorkplacePeriod) record, other);
    }

    private static @Nullable PersonId tutor(Object record) {
        if (record instanceof EarlierAnswer earlier) return earlier.tutor();
        return record instanceof WorkplacePeriod period ? period.tutor() : null;
    }

    private static EarlierAnswer unnamed(EarlierAnswer earlier, String other) {
        return new EarlierAnswer(
                earlier.id(),
                earlier.dossier(),
                earlier.period(),
                earlier.tutor(),
                unnamed(earlier.answer(), other),
                earlier.recorded(),
                earlier.keptAt());
    }

    private static TutorAnswer unnamed(TutorAnswer answer, String other) {
        return new TutorAnswer(other, answer.alone(), answer.help(), answer.advice(), answer.levels(), answer.at());
    }

    private static WorkplacePeriod unnamed(WorkplacePeriod period, String other) {
        TutorAnswer answer = period.answer();
        Bilan bilan = period.bilan();
        return new WorkplacePeriod(
                period.id(),
                period.dossier(),
                period.adoption(),
                period.nature(),
                period.employer(),
                period.tutor(),
                period.from(),
                period.until(),
                period.readableDays(),
                period.asked(),
                period.openedBy(),
                period.openedAt(),
                answer == null ? null : unnamed(answer, other),
                period.recorded(),
                bilan == null
                        ? null
                        : new Bilan(
                                bilan.heldOn(),
                                other,
                                bilan.teacher(),
                                bilan.learner(),
                                bilan.conclusion(),
                                bilan.recordedAt()),
                period.revision());
    }

    private static <V> @Nullable Object rewritten(
            @Nullable Object value, Class<V> type, Wanted wanted, UnaryOperator<V> others) {
        if (value == null) return null;
        if (type.isInstance(value)) return others.apply(type.cast(value));
        if (value instanceof Record record) return anew(record, type, wanted, others);
        if (value instanceof List<?> list) {
            List<@Nullable Object> next = new ArrayList<>(list.size());
            boolean changed = false;
            for (Object each : list) {
                Object other = rewritten(each, type, wanted, others);
                changed |= other != each;
                next.add(other);
            }
            return changed ? next : value;
        }
        if (value instanceof Set<?> set) {
            Set<@Nullable Object> next = new HashSet<>();
            set.forEach(each -> next.add(rewritten(each, type, wanted, others)));
            return next.equals(set) ? value : next;
        }
        if (value instanceof Map<?, ?> map) {
            Map<@Nullable Object, @Nullable Object> next = new LinkedHashMap<>();
            map.forEach((key, each) ->
                    next.put(rewritten(key, type, wanted, others), rewritten(each, type, wanted, others)));
            return next.equals(map) ? value : next;
        }
        return value;
    }

    private static <V> Record anew(Record record, Class<V> type, Wanted wanted, UnaryOperator<V> others) {
        RecordComponents components = RecordComponents.of(record);
        Map<Integer, @Nullable Object> changed = null;
        for (int each : components.holding(wanted)) {
            Object before = components.get(record, each);
            Object after = rewritten(before, type, wanted, others);
            if (after == before) continue;
            if (changed == null) changed = new HashMap<>();
            changed.put(each, after);
        }
        return changed == null ? record : components.with(record, changed);
    }
}
