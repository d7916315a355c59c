package org.eportfolio.core.teeth;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.eportfolio.spi.Change;
import org.eportfolio.spi.Entry;
import org.eportfolio.spi.FeedEntry;
import org.eportfolio.spi.Head;
import org.eportfolio.spi.Key;
import org.eportfolio.spi.Kind;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.RowName;
import org.eportfolio.spi.Scope;
import org.eportfolio.spi.View;
import org.jspecify.annotations.Nullable;

/** Stores that keep everything and show it wrongly. */
final class FaultyReading {
    private FaultyReading() {}

    static final class ReordersTheSecondPage extends OtherStore {
        @Override
        protected View seen(View view) {
            return new OtherView(view) {
                @Override
                public List<Row> list(Scope scope, Kind kind, @Nullable UUID after, int limit) {
                    List<Row> page = new ArrayList<>(super.list(scope, kind, after, limit));
                    if (after != null && page.size() > 1) Collections.swap(page, 0, 1);
                    return page;
                }
            };
        }
    }

    static final class LeavesOutAKind extends OtherStore {
        @Override
        protected View seen(View view) {
            return new OtherView(view) {
                @Override
                public List<Row> listAll(Scope scope, Set<Kind> kinds, @Nullable RowName after, int limit) {
                    return super.listAll(scope, kinds, after, limit).stream()
                            .filter(each -> !each.kind().name().equals("goal"))
                            .toList();
                }
            };
        }
    }

    static final class GivesAKindThatIsNotAskedFor extends OtherStore {
        @Override
        protected View seen(View view) {
            return new OtherView(view) {
                @Override
                public List<Row> listAll(Scope scope, Set<Kind> kinds, @Nullable RowName after, int limit) {
                    Set<Kind> more = new LinkedHashSet<>(kinds);
                    more.add(new Kind("other"));
                    return super.listAll(scope, more, after, limit);
                }
            };
        }
    }

    /** Core would go on believing what it remembers. */
    static final class StandsStill extends OtherStore {
        @Override
        protected View seen(View view) {
            return new OtherView(view) {
                @Override
                public long position() {
                    return Math.min(1, super.position());
                }
            };
        }
    }

    static final class LeavesOutNewScopes extends OtherStore {
        @Override
        protected View seen(View view) {
            return new OtherView(view) {
                @Override
                public Map<Scope, Head> heads(Collection<Scope> scopes) {
                    Map<Scope, Head> heads = new LinkedHashMap<>(super.heads(scopes));
                    heads.values().removeIf(Head.EMPTY::equals);
                    return heads;
                }
            };
        }
    }

    static final class OrdersIdsAsJavaDoes extends OtherStore {
        @Override
        protected View seen(View view) {
            return new OtherView(view) {
                @Override
                public List<Row> whereAny(Collection<Key> keys) {
                    List<Row> rows = new ArrayList<>(super.whereAny(keys));
                    rows.sort(Comparator.comparing(Row::id));
                    return rows;
                }
            };
        }
    }

    /** A cursor that is not strict repeats a row. */
    static final class BeginsAtTheCursor extends OtherStore {
        @Override
        protected View seen(View view) {
            return new OtherView(view) {
                @Override
                public List<Row> where(Key key, @Nullable UUID after, int limit) {
                    UUID before = after == null
                            ? null
                            : new UUID(after.getMostSignificantBits(), after.getLeastSignificantBits() - 1);
                    return super.where(key, before, limit);
                }
            };
        }
    }

    /** As a database does whose collation ignores case. */
    static final class IgnoresTheCaseOfKeys extends OtherStore {
        @Override
        protected View seen(View view) {
            return new OtherView(view) {
                @Override
                public List<Row> where(Key key, @Nullable UUID after, int limit) {
                    String value = key.value();
                    Collection<Key> alike = List.of(
                            key,
                            new Key(key.name(), value.toLowerCase(Locale.ROOT)),
                            new Key(key.name(), value.toUpperCase(Locale.ROOT)));
                    return after == null ? super.whereAny(alike) : super.where(key, after, limit);
                }
            };
        }
    }

    static final class FindsRowsByTheirOldKeys extends OtherStore {
        private final Map<Key, RowName> once = new ConcurrentHashMap<>();

        @Override
        public void commit(Change change) {
            super.commit(change);
            for (Row row : change.puts()) row.keys().forEach(key -> once.put(key, RowName.of(row)));
        }

        @Override
        protected View seen(View view) {
            return new OtherView(view) {
                @Override
                public List<Row> where(Key key, @Nullable UUID after, int limit) {
                    List<Row> rows = super.where(key, after, limit);
                    RowName name = once.get(key);
                    if (!rows.isEmpty() || name == null) return rows;
                    return find(name.scope(), name.kind(), name.id()).stream().toList();
                }
            };
        }
    }

    static final class GivesARowOncePerKey extends OtherStore {
        @Override
        protected View seen(View view) {
            return new OtherView(view) {
                @Override
                public List<Row> whereAny(Collection<Key> keys) {
                    List<Row> rows = new ArrayList<>();
                    for (Key key : keys) rows.addAll(where(key, null, Integer.MAX_VALUE));
                    rows.sort(Comparator.comparing(Row::id));
                    return rows;
                }
            };
        }
    }

    /** One scope after the other, as if each page among them were of one. */
    static final class GivesPagesByScope extends OtherStore {
        @Override
        protected View seen(View view) {
            return new OtherView(view) {
                @Override
                public List<Row> oldestAmong(Collection<Scope> scopes, Kind kind, @Nullable UUID after, int limit) {
                    return super.oldestAmong(scopes, kind, after, Integer.MAX_VALUE).stream()
                            .sorted(Comparator.comparing(row -> row.scope().id()))
                            .limit(limit)
                            .toList();
                }
            };
        }
    }

    /** Every look takes a snapshot of its own. */
    static final class ReadsWithoutASnapshot extends OtherStore {
        @Override
        protected View seen(View view) {
            return new OtherView(view) {
                @Override
                public List<Row> among(Collection<Scope> scopes, Kind kind) {
                    return sound.<List<Row>>read(fresh -> fresh.among(scopes, kind));
                }
            };
        }
    }

    /** Work that may run again sees another moment with each look, and does not run again. */
    static final class GlancesAtTwoMoments extends OtherStore {
        @Override
        public <T> T glance(Function<? super View, ? extends T> work) {
            return sound.<T>read(view -> work.apply(new OtherView(view) {
                @Override
                public List<Row> list(Scope scope, Kind kind, @Nullable UUID after, int limit) {
                    return sound.<List<Row>>read(fresh -> fresh.list(scope, kind, after, limit));
                }
            }));
        }
    }

    /** Hands out a head it remembers, as a careless cache would. */
    static final class CachesHeads extends OtherStore {
        private final Map<Scope, Head> cache = Collections.synchronizedMap(new LinkedHashMap<>());

        @Override
        protected View seen(View view) {
            return new OtherView(view) {
                @Override
                public Head head(Scope scope) {
                    return cache.computeIfAbsent(scope, super::head);
                }
            };
        }
    }

    static final class RunsTheWorkTwice extends OtherStore {
        @Override
        public <T> T read(Function<? super View, ? extends T> work) {
            sound.<Optional<T>>read(view -> Optional.ofNullable(work.apply(view)));
            return super.<T>read(work);
        }
    }

    static final class DropsAnEntryOfAFullFeedPage extends OtherStore {
        @Override
        protected View seen(View view) {
            return new OtherView(view) {
                @Override
                public List<FeedEntry> feed(long afterPosition, int limit) {
                    List<FeedEntry> page = super.feed(afterPosition, limit);
                    if (page.size() < limit || limit < 2) return page;
                    List<FeedEntry> gapped = new ArrayList<>(page.subList(0, limit - 2));
                    gapped.add(page.get(limit - 1));
                    return gapped;
                }
            };
        }
    }

    static final class NormalisesEntries extends OtherStore {
        @Override
        protected View seen(View view) {
            return new OtherView(view) {
                @Override
                public List<Entry> entries(Scope scope, long afterNumber, int limit) {
                    return super.entries(scope, afterNumber, limit).stream()
                            .map(entry -> new Entry(
                                    scope,
                                    entry.number(),
                                    entry.hash(),
                                    entry.body().strip()))
                            .toList();
                }
            };
        }
    }
}
