package org.eportfolio.core.internal.work;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eportfolio.spi.Head;
import org.eportfolio.spi.Key;
import org.eportfolio.spi.Kind;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.RowName;
import org.eportfolio.spi.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Records that were decoded before. A scope's head names its state, so what is remembered of a scope is good as long as
 * its head has not moved, and nothing stale is ever served; while the whole store stands where it stood, not even the
 * head need be looked at. Bounded by the number of records; whoever was asked for least lately is forgotten first.
 * Thread-safe.
 */
final class Memory {
    /** A few megabytes of them. */
    private static final int MOST_RECORDS = 20_000;

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

    private record Answer<T>(RecordKind<T> kind, List<T> records) {
        int weight() {
            return records.size() + 1;
        }

        /** The same list once these rows are committed. */
        Answer<T> with(Collection<Map.Entry<RowName, Optional<Row>>> rows) {
            List<T> changed = new ArrayList<>(records);
            for (Map.Entry<RowName, Optional<Row>> each : rows) {
                if (!each.getKey().kind().equals(kind.kind())) continue;
                kind.lay(changed, each.getKey().id(), each.getValue().map(row -> Work.decode(kind, row)));
            }
            return new Answer<>(kind, List.copyOf(changed));
        }
    }

    private static final class Shelf {
        final Head head;
        final Map<Question, Answer<?>> answers = new LinkedHashMap<>(16, 0.75f, true);
        long position;

        Shelf(Head head, long position) {
            this.head = head;
            this.position = position;
        }
    }

    private final Map<Scope, Shelf> shelves = new LinkedHashMap<>(16, 0.75f, true);
    private int weight;

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

    /** What is remembered; null for nothing, or for a scope that stands elsewhere. */
    @SuppressWarnings("unchecked") // an answer is of the kind that its question names
    synchronized <T> @Nullable List<T> recall(Scope scope, Head head, Question question) {
        Shelf shelf = shelves.get(scope);
        if (shelf == null || !shelf.head.equals(head)) return null;
        Answer<?> answer = shelf.answers.get(question);
        return answer == null ? null : (List<T>) answer.records();
    }

    synchronized <T> void keep(
            Scope scope, Head head, long position, Question question, RecordKind<T> kind, List<T> records) {
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
        put(shelf, question, new Answer<>(kind, List.copyOf(records)));
        trim();
    }

    /** Carries what is remembered over a commit of one's own. */
    synchronized void committed(Pending pending) {
        Map<Scope, List<Map.Entry<RowName, Optional<Row>>>> rows = pending.rowsByScope();
        for (Map.Entry<Scope, Head> basis : pending.basis().entrySet()) {
            Scope scope = basis.getKey();
            Shelf before = shelves.get(scope);
            if (before == null) continue;
            forget(scope);
            if (!before.head.equals(basis.getValue())) continue;
            Shelf after = new Shelf(pending.head(scope).orElse(before.head), -1);
            shelves.put(scope, after);
            carry(before, after, rows.getOrDefault(scope, List.of()));
        }
        trim();
    }

    private void carry(Shelf before, Shelf after, Collection<Map.Entry<RowName, Optional<Row>>> rows) {
        Set<Kind> touched = new HashSet<>();
        rows.forEach(each -> touched.add(each.getKey().kind()));
        before.answers.forEach((question, answer) -> {
            if (!touched.contains(question.kind())) put(after, question, answer);
            else if (question instanceof Question.Whole) put(after, question, answer.with(rows));
        });
    }

    private void put(Shelf shelf, Question question, Answer<?> answer) {
        Answer<?> former = shelf.answers.put(question, answer);
        weight += answer.weight() - (former == null ? 0 : former.weight());
    }

    private void forget(Scope scope) {
        Shelf shelf = shelves.remove(scope);
        if (shelf != null) shelf.answers.values().forEach(each -> weight -= each.weight());
    }

    /** The scope asked for least lately goes first; of the last one left, the question asked least lately. */
    private void trim() {
        while (weight > MOST_RECORDS && shelves.size() > 1) {
            Map.Entry<Scope, Shelf> eldest = shelves.entrySet().iterator().next();
            forget(eldest.getKey());
        }
        if (weight <= MOST_RECORDS) return;
        Iterator<Answer<?>> answers =
                shelves.values().iterator().next().answers.values().iterator();
        while (weight > MOST_RECORDS && answers.hasNext()) {
            weight -= answers.next().weight();
            answers.remove();
        }
    }
}
