package org.eportfolio.core.teeth;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eportfolio.spi.Change;
import org.eportfolio.spi.IndexHit;
import org.eportfolio.spi.IndexQuery;
import org.eportfolio.spi.IndexedRow;
import org.eportfolio.spi.Kind;
import org.eportfolio.spi.RowName;
import org.eportfolio.spi.Scope;
import org.eportfolio.spi.SearchIndex;
import org.eportfolio.spi.StaleException;
import org.eportfolio.spi.View;

/** Indexes that do one thing wrong. */
final class FaultyIndexes {
    private FaultyIndexes() {}

    /** A store with an index; sound but for what a fault overrides. */
    abstract static class WithIndex extends OtherStore {
        @Override
        public Optional<SearchIndex> searchIndex() {
            return sound.searchIndex();
        }
    }

    static final class Sound extends WithIndex {}

    private static Change with(List<IndexedRow> indexed, Change change) {
        return new Change(
                change.basis(), change.removes(), change.puts(), change.entries(), change.contents(), indexed);
    }

    /** Sees to it that some rows stay in the index as they are. */
    private abstract static class Keeping extends WithIndex {
        abstract List<IndexedRow> kept(Change change, View before);

        @Override
        public void commit(Change change) {
            List<IndexedRow> kept = sound.<List<IndexedRow>>read(view -> kept(change, view));
            List<IndexedRow> all = new ArrayList<>(change.indexed());
            kept.forEach(row -> all.removeIf(each -> each.name().equals(row.name())));
            all.addAll(kept);
            sound.commit(with(all, change));
        }

        static Optional<IndexedRow> of(RowName name, View view) {
            return view.indexed(name.scope()).stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst();
        }
    }

    static final class KeepsWhatIsRemoved extends Keeping {
        @Override
        List<IndexedRow> kept(Change change, View before) {
            return change.removes().stream()
                    .flatMap(name -> of(name, before).stream())
                    .toList();
        }
    }

    static final class KeepsTheOldTokens extends Keeping {
        @Override
        List<IndexedRow> kept(Change change, View before) {
            return change.indexed().stream()
                    .filter(row -> !row.tokens().isEmpty())
                    .map(row -> of(row.name(), before)
                            .map(old -> {
                                Map<String, Integer> both = new HashMap<>(old.tokens());
                                both.putAll(row.tokens());
                                return new IndexedRow(row.name(), row.at(), both);
                            })
                            .orElse(row))
                    .toList();
        }
    }

    static final class ForgetsWhatIsPutAgain extends Keeping {
        @Override
        List<IndexedRow> kept(Change change, View before) {
            Set<RowName> named = change.indexed().stream().map(IndexedRow::name).collect(Collectors.toSet());
            return change.puts().stream()
                    .map(RowName::of)
                    .filter(each -> !named.contains(each))
                    .map(IndexedRow::none)
                    .toList();
        }
    }

    static final class IndexesWhatIsRefused extends WithIndex {
        @Override
        public void commit(Change change) {
            try {
                sound.commit(change);
            } catch (StaleException e) {
                sound.commit(new Change(Map.of(), List.of(), List.of(), List.of(), Set.of(), change.indexed()));
                throw e;
            }
        }
    }

    static final class LoadsWithoutIndex extends WithIndex {
        @Override
        public void load(Iterator<Change> changes) {
            List<Change> all = new ArrayList<>();
            changes.forEachRemaining(each -> all.add(with(List.of(), each)));
            sound.load(all.iterator());
        }
    }

    static final class IsWholeForEver extends WithIndex {
        @Override
        public Optional<SearchIndex> searchIndex() {
            SearchIndex index = sound.searchIndex().orElseThrow();
            return Optional.of(new SearchIndex() {
                @Override
                public void wholeBy(String rules) {
                    index.wholeBy(rules);
                }

                @Override
                public void clear() {
                    String rules = sound.<String>read(View::indexedBy);
                    index.clear();
                    index.wholeBy(rules);
                }
            });
        }
    }

    /** Asks something else, or answers otherwise. */
    private abstract static class Answering extends WithIndex {
        abstract List<IndexHit> hits(IndexQuery query, View view);

        @Override
        protected View seen(View view) {
            return new OtherView(view) {
                @Override
                public List<IndexHit> hits(IndexQuery query) {
                    return Answering.this.hits(query, view);
                }
            };
        }
    }

    static final class LooksEverywhere extends Answering {
        @Override
        List<IndexHit> hits(IndexQuery query, View view) {
            return view.hits(new IndexQuery(null, query.kinds(), query.tokens(), query.beginnings()));
        }
    }

    static final class IgnoresKinds extends Answering {
        @Override
        List<IndexHit> hits(IndexQuery query, View view) {
            Set<Kind> all = Set.of(Marks.KIND, new Kind("goal"));
            return view.hits(new IndexQuery(query.scopes(), all, query.tokens(), query.beginnings()));
        }
    }

    static final class IgnoresTheCaseOfTokens extends Answering {
        @Override
        List<IndexHit> hits(IndexQuery query, View view) {
            List<IndexHit> hits = new ArrayList<>(view.hits(query));
            Set<String> upper = query.tokens().stream()
                    .map(each -> each.toUpperCase(Locale.ROOT))
                    .collect(Collectors.toSet());
            upper.removeAll(query.tokens());
            hits.addAll(view.hits(new IndexQuery(query.scopes(), query.kinds(), upper, Set.of())));
            return hits;
        }
    }

    static final class TakesTokensForBeginnings extends Answering {
        @Override
        List<IndexHit> hits(IndexQuery query, View view) {
            return view.hits(new IndexQuery(query.scopes(), query.kinds(), Set.of(), query.tokens()));
        }
    }

    static final class GivesAHitForEachBeginning extends Answering {
        @Override
        List<IndexHit> hits(IndexQuery query, View view) {
            List<IndexHit> hits = new ArrayList<>();
            for (String each : query.beginnings()) {
                hits.addAll(view.hits(new IndexQuery(query.scopes(), query.kinds(), Set.of(), Set.of(each))));
            }
            hits.addAll(view.hits(new IndexQuery(query.scopes(), query.kinds(), query.tokens(), Set.of())));
            return hits;
        }
    }

    static final class AsksTheIndexOfNow extends Answering {
        @Override
        List<IndexHit> hits(IndexQuery query, View view) {
            return sound.<List<IndexHit>>read(now -> now.hits(query));
        }
    }

    static final class GivesSomeHitsAtMost extends Answering {
        @Override
        List<IndexHit> hits(IndexQuery query, View view) {
            List<IndexHit> hits = view.hits(query);
            return hits.subList(0, Math.min(hits.size(), 100));
        }
    }

    static final class KnowsNothingOfAScope extends WithIndex {
        @Override
        protected View seen(View view) {
            return new OtherView(view) {
                @Override
                public List<IndexedRow> indexed(Scope scope) {
                    return List.of();
                }
            };
        }
    }
}
