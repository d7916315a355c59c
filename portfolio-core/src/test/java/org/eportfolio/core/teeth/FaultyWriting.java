package org.eportfolio.core.teeth;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eportfolio.ProgressListener;
import org.eportfolio.spi.Change;
import org.eportfolio.spi.Entry;
import org.eportfolio.spi.Head;
import org.eportfolio.spi.Kind;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.RowName;
import org.eportfolio.spi.Scope;
import org.eportfolio.spi.StaleException;
import org.eportfolio.spi.View;

/** Stores that acknowledge what they did not do, or do what they refuse. */
final class FaultyWriting {
    private FaultyWriting() {}

    static final class LosesOneWriteInHundred extends OtherStore {
        private final AtomicInteger writes = new AtomicInteger();

        @Override
        public void commit(Change change) {
            boolean loses = writes.incrementAndGet() % 100 == 0;
            super.commit(loses ? new Change(change.basis(), change.removes(), List.of(), change.entries()) : change);
        }
    }

    /** The head is checked, but not in the transaction that writes. */
    static final class ChecksBeforeItLocks extends OtherStore {
        private final Gap gap = new Gap();

        @Override
        public void commit(Change change) {
            gap.somebodyComes();
            change.basis().forEach((scope, head) -> {
                Head actual = sound.read(view -> view.head(scope));
                if (!actual.equals(head)) throw new StaleException(scope, head, actual);
            });
            gap.letSomebodyIn();
            sound.load(List.of(new Change(Map.of(), change.removes(), change.puts(), List.of()))
                    .iterator());
            sound.commit(new Change(change.basis(), List.of(), List.of(), change.entries()));
        }
    }

    static final class IgnoresTheBasis extends OtherStore {
        @Override
        public void commit(Change change) {
            super.commit(new Change(
                    sound.<Map<Scope, Head>>read(view ->
                            change.basis().keySet().stream().collect(Collectors.toMap(scope -> scope, view::head))),
                    change.removes(),
                    change.puts(),
                    change.entries()));
        }
    }

    /** What a change was decided upon, but does not go on with, is left out. */
    static final class ChecksOnlyWhereItWrites extends OtherStore {
        @Override
        public void commit(Change change) {
            Map<Scope, Head> basis = new HashMap<>(change.basis());
            if (!change.entries().isEmpty()) {
                basis.keySet()
                        .retainAll(change.entries().stream().map(Entry::scope).collect(Collectors.toSet()));
            }
            super.commit(new Change(basis, change.removes(), change.puts(), change.entries()));
        }
    }

    /** Compares revisions and not hashes. */
    static final class ComparesLengthsOnly extends OtherStore {
        @Override
        public void commit(Change change) {
            super.commit(new Change(
                    sound.<Map<Scope, Head>>read(view -> change.basis().entrySet().stream()
                            .collect(Collectors.toMap(Map.Entry::getKey, basis -> {
                                Head actual = view.head(basis.getKey());
                                return actual.length() == basis.getValue().length() ? actual : basis.getValue();
                            }))),
                    change.removes(),
                    change.puts(),
                    change.entries()));
        }
    }

    static final class CommitsInTwoHalves extends OtherStore {
        private final Gap gap = new Gap();

        @Override
        public <T> T read(Function<? super View, ? extends T> work) {
            gap.somebodyComes();
            return super.<T>read(work);
        }

        @Override
        public void commit(Change change) {
            super.commit(new Change(change.basis(), change.removes(), change.puts(), List.of()));
            gap.letSomebodyIn();
            super.commit(new Change(change.basis(), List.of(), List.of(), change.entries()));
        }
    }

    static final class NamesTheWrongHead extends OtherStore {
        @Override
        public void commit(Change change) {
            try {
                super.commit(change);
            } catch (StaleException stale) {
                throw new StaleException(stale.scope(), /* expected= */ stale.actual(), /* actual= */ stale.expected());
            }
        }
    }

    static final class KeepsTheHalfOfABrokenLoad extends OtherStore {
        @Override
        public void load(Iterator<Change> changes) {
            while (changes.hasNext()) commit(changes.next());
        }
    }

    /** One lock for everything, so that readers wait for a load. */
    static final class BlocksReadersDuringALoad extends OtherStore {
        @Override
        public synchronized void load(Iterator<Change> changes) {
            super.load(changes);
        }

        @Override
        public synchronized <T> T read(Function<? super View, ? extends T> work) {
            return super.<T>read(work);
        }
    }

    static final class NeverCloses extends OtherStore {
        @Override
        public void close() {}
    }

    /** Takes everything out and puts it back, and is cancelled in between. */
    static final class LosesTheRestOfACancelledCompaction extends OtherStore {
        @Override
        public void compact(ProgressListener progress) {
            List<Row> rows = sound.read(view -> view.scopes(null, 10).stream()
                    .flatMap(scope -> view.list(scope, new Kind("assessment"), null, 1_000).stream())
                    .toList());
            sound.commit(new Change(Map.of(), rows.stream().map(RowName::of).toList(), List.of(), List.of()));
            progress.at(0, 1);
            sound.commit(new Change(Map.of(), List.of(), rows, List.of()));
        }
    }

    static final class CompactsWhateverIsAsked extends OtherStore {
        @Override
        public void compact(ProgressListener progress) {
            compact();
        }
    }

    static final class CountsBackwards extends OtherStore {
        @Override
        public void compact(ProgressListener progress) {
            progress.at(2, 2);
            progress.at(1, 2);
            progress.at(2, 2);
        }
    }
}
