package org.eportfolio.core.internal.work;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eportfolio.core.internal.kind.RecordKind;
import org.eportfolio.core.internal.kind.SchoolKinds;
import org.eportfolio.school.IdChange;
import org.eportfolio.spi.Head;
import org.eportfolio.spi.Key;
import org.eportfolio.spi.Kind;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.RowName;
import org.eportfolio.spi.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Records that were decoded before. A scope's head names its state, so what is remembered of a scope is good as long as
 * its head has not moved and people have the ids that they had, and nothing stale is ever served; while the whole store stands where it stood, not even the
 * head need be looked at. Bounded by the number of records; evicts the least recently used scope.
 * Thread-safe.
 */
final class Memory {
    /** A few megabytes of them. */
    private static final int MOST_RECORDS = 20_000;
    /** So that the organisation, of which every call asks something, leaves room for its dossiers. */
    private static final int MOST_OF_ONE = MOST_RECORDS / 2;

    /** What is asked of one scope: all of a kind, one by its name, or those under a key. */
    sealed interface Question {
        Kind kind();

        record Whole(Kind kind) implements Question {}

        record One(RowName name) implements Question {
            @Override
            public Kind kind() {
                return name.kind();
            }
        }

        record Under(Kind kind, Key key) implements Question {}
    }

    /** @param sayMore of which of them, and perhaps of others of the kind, the bodies say more than the records do */
    private record Answer<T>(RecordKind<T> kind, List<T> records, Set<RowName> sayMore) {
        int weight() {
            return records.size() + 1;
        }

        /** The same list once these rows are committed. */
        Answer<T> with(Collection<Map.Entry<RowName, Optional<Row>>> rows, Pending pending, Identities identities) {
            List<T> changed = new ArrayList<>(records);
            for (Map.Entry<RowName, Optional<Row>> each : rows) {
                if (!each.getKey().kind().equals(kind.kind())) continue;
                SortedRecords.lay(
                        kind,
                        changed,
                        each.getKey().id(),
                        each.getValue().map(row -> pending.record(kind, row, identities)));
            }
            return new Answer<>(kind, Collections.unmodifiableList(changed), sayMore);
        }
    }

    private static final class Shelf {
        Head head;
        long position;
        int weight;
        private final Map<Question, Answer<?>> answers = new LinkedHashMap<>(16, 0.75f, true);
        private final Map<Kind, Set<Question>> byKind = new HashMap<>();

        Shelf(Head head, long position) {
            this.head = head;
            this.position = position;
        }

        @Nullable
        Answer<?> get(Question question) {
            return answers.get(question);
        }

        void put(Question question, Answer<?> answer) {
            Answer<?> former = answers.put(question, answer);
            weight += answer.weight() - (former == null ? 0 : former.weight());
            byKind.computeIfAbsent(question.kind(), kind -> new HashSet<>()).add(question);
        }

        /** Of these rows' kinds only what was read whole can go on; what was looked up is looked up again. */
        void change(
                Kind kind, Collection<Map.Entry<RowName, Optional<Row>>> rows, Pending pending, Identities identities) {
            for (Question question : byKind.getOrDefault(kind, Set.of()).toArray(Question[]::new)) {
                Answer<?> answer = answers.get(question);
                if (answer == null) continue;
                if (question instanceof Question.Whole) put(question, answer.with(rows, pending, identities));
                else remove(question);
            }
        }

        /** Takes away what was asked least lately until no more than this is left. */
        void shrink(int most) {
            while (weight > most) remove(answers.keySet().iterator().next());
        }

        private void remove(Question question) {
            Answer<?> former = answers.remove(question);
            if (former == null) return;
            weight -= former.weight();
            Objects.requireNonNull(byKind.get(question.kind())).remove(question);
        }
    }

    private final Map<Scope, Shelf> shelves = new LinkedHashMap<>(16, 0.75f, true);
    private int weight;
    private long recalled;
    private long missed;

    /** By which the people stand in all that is remembered, but for the changes of ids themselves. */
    private Identities identities = Identities.NONE;

    private Identities latest = Identities.NONE;
    private List<IdChange> latestOf = List.of();

    /** What these changes amount to. */
    synchronized Identities identities(List<IdChange> changes) {
        if (changes != latestOf && !latest.madeOf(changes)) latest = Identities.of(changes);
        latestOf = changes;
        return latest;
    }

    private boolean isCalledOtherwise(Identities others, Question question) {
        return others != identities && !question.kind().equals(SchoolKinds.ID_CHANGE.kind());
    }

    /** The scope's head when last heard of; null if nothing of the scope is remembered. */
    synchronized @Nullable Head head(Scope scope) {
        Shelf shelf = shelves.get(scope);
        return shelf == null ? null : shelf.head;
    }

    /** Whether nothing of the scope is remembered; counts as asked for in vain if so. */
    synchronized boolean knowsNothingOf(Scope scope) {
        if (shelves.containsKey(scope)) return false;
        missed++;
        return true;
    }

    /** The scope's head when the store stands at this position; null if that is not known. */
    synchronized @Nullable Head head(Scope scope, long position) {
        Shelf shelf = shelves.get(scope);
        return shelf != null && position >= 0 && shelf.position == position ? shelf.head : null;
    }

    /** Notes that the scope's head was this one when the store stood there. */
    synchronized void seen(Scope scope, Head head, long position) {
        Shelf shelf = shelves.get(scope);
        if (shelf != null && shelf.head.equals(head)) shelf.position = position;
    }

    /**
     * What is remembered; null for nothing, or for a scope that stands elsewhere.
     *
     * @param sayMore gets the names of those whose bodies say more than the records do
     */
    @SuppressWarnings("unchecked") // an answer is of the kind that its question names
    synchronized <T> @Nullable List<T> recall(
            Scope scope, Head head, Question question, Identities by, Set<RowName> sayMore) {
        Answer<?> answer = isCalledOtherwise(by, question) ? null : answer(scope, head, question);
        if (answer == null) {
            missed++;
            return null;
        }
        recalled++;
        sayMore.addAll(answer.sayMore());
        return (List<T>) answer.records();
    }

    private @Nullable Answer<?> answer(Scope scope, Head head, Question question) {
        Shelf shelf = shelves.get(scope);
        return shelf == null || !shelf.head.equals(head) ? null : shelf.get(question);
    }

    synchronized MemoryUse use() {
        return new MemoryUse(recalled, missed, weight, shelves.size());
    }

    /** @param sayMore the names of all whose bodies were found to say more than the records do */
    synchronized <T> void keep(
            Scope scope,
            Head head,
            long position,
            Question question,
            RecordKind<T> kind,
            List<T> records,
            Identities by,
            Set<RowName> sayMore) {
        if (isCalledOtherwise(by, question)) {
            forgetAll();
            identities = by;
        }
        Shelf shelf = shelves.get(scope);
        if (shelf != null && !shelf.head.equals(head)) {
            if (shelf.head.length() > head.length()) return;
            forget(scope);
            shelf = null;
        }
        if (shelf == null) {
            shelf = new Shelf(head, position);
            shelves.put(scope, shelf);
        }
        put(shelf, question, new Answer<>(kind, List.copyOf(records), of(scope, kind, sayMore)));
    }

    private static Set<RowName> of(Scope scope, RecordKind<?> kind, Set<RowName> names) {
        if (names.isEmpty()) return Set.of();
        return names.stream()
                .filter(name -> name.scope().equals(scope) && name.kind().equals(kind.kind()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private void put(Shelf shelf, Question question, Answer<?> answer) {
        weight -= shelf.weight;
        shelf.put(question, answer);
        shelf.shrink(MOST_OF_ONE);
        weight += shelf.weight;
        trim();
    }

    /** Carries what is remembered over a commit of one's own. */
    synchronized void committed(Pending pending) {
        if (pending.changesIdentities()) {
            forgetAll();
            return;
        }
        Map<Scope, Map<Kind, List<Map.Entry<RowName, Optional<Row>>>>> rows = pending.rowsByTeller();
        for (Map.Entry<Scope, Head> moved : pending.heads().entrySet()) {
            Scope scope = moved.getKey();
            Shelf shelf = shelves.get(scope);
            if (shelf == null) continue;
            if (!shelf.head.equals(pending.basis().get(scope))) {
                forget(scope);
                continue;
            }
            shelf.head = moved.getValue();
            shelf.position = -1;
            weight -= shelf.weight;
            rows.getOrDefault(scope, Map.of()).forEach((kind, each) -> shelf.change(kind, each, pending, identities));
            weight += shelf.weight;
        }
        trim();
    }

    private void forgetAll() {
        shelves.clear();
        weight = 0;
    }

    private void forget(Scope scope) {
        Shelf shelf = shelves.remove(scope);
        if (shelf != null) weight -= shelf.weight;
    }

    /** The scope asked for least lately goes first. */
    private void trim() {
        while (weight > MOST_RECORDS) forget(shelves.keySet().iterator().next());
    }
}
