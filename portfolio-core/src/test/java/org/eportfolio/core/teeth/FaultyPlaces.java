package org.eportfolio.core.teeth;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.eportfolio.spi.Change;
import org.eportfolio.spi.Entry;
import org.eportfolio.spi.FeedEntry;
import org.eportfolio.spi.Hash;
import org.eportfolio.spi.Head;
import org.eportfolio.spi.PortfolioStore;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.Scope;
import org.eportfolio.spi.StaleException;
import org.eportfolio.spi.View;
import org.eportfolio.tck.StoreFixture;

/** Places that are sound for one store with a good connection, and not for two or with a bad one. */
enum FaultyPlaces {
    A_LOCK_HOLDS_INSIDE_ONE_PROCESS(
            "SeveralProcesses", "writers_in_both_lose_no_update_of_one_scope", LockedWithin::new),
    POSITIONS_COME_FROM_A_SEQUENCE(
            "SeveralProcesses", "a_follower_of_either_sees_each_entry_once_while_both_write", OfASequence::new),
    HEADS_ARE_REMEMBERED_BY_ONE_PROCESS(
            "SeveralProcesses", "each_shows_at_once_what_the_other_committed", Remembering::new),
    WHAT_WAS_LOST_IS_SENT_AGAIN_UPON_WHATEVER_STANDS_THERE(
            "UnknownCommits", "an_act_is_made_once_whether_it_had_arrived_or_not", SentAgain::new),
    WHAT_WAS_LOST_IS_SAID_TO_HAVE_FAILED(
            "UnknownCommits", "rows_without_an_entry_are_there_or_it_is_said_that_they_may_be", SaidToFail::new),
    ONES_OWN_HEAD_IS_TAKEN_FOR_ANOTHERS(
            "UnknownCommits", "what_is_acknowledged_moves_the_head_for_others", NotRecognised::new),
    ANOTHERS_HEAD_IS_TAKEN_FOR_ONES_OWN("UnknownCommits", "a_stale_act_stays_refused", Mistaken::new),
    WHAT_WAS_ERASED_STAYS("Erasures", "nothing_of_what_was_removed_or_replaced_is_left", Hoarding::new);

    private final TestName test;
    private final Supplier<StoreFixture> fixture;

    FaultyPlaces(String concern, String test, Supplier<StoreFixture> fixture) {
        this.test = new TestName(concern, test);
        this.fixture = fixture;
    }

    /** The test that finds it. */
    TestName test() {
        return test;
    }

    StoreFixture fixture() {
        return fixture.get();
    }

    /** Checks and writes under a lock of its own, and not in one transaction. */
    private static final class LockedWithin extends SoundPlace {
        @Override
        public PortfolioStore open() {
            return new Process() {
                @Override
                synchronized void made(Change change) {
                    change.basis().forEach((scope, head) -> {
                        Head actual = sound.read(view -> view.head(scope));
                        if (!actual.equals(head)) throw new StaleException(scope, head, actual);
                    });
                    Thread.yield();
                    sound.commit(new Change(Map.of(), change.removes(), change.puts(), List.of(), change.contents()));
                    sound.commit(new Change(change.basis(), List.of(), List.of(), change.entries()));
                }
            };
        }
    }

    /** Each process has its commits in order, but takes the place of an entry before it is committed. */
    private static final class OfASequence extends SoundPlace {
        private final AtomicLong sequence = new AtomicLong();
        private final Map<Hash, Long> places = new ConcurrentHashMap<>();

        @Override
        public PortfolioStore open() {
            return new Process() {
                @Override
                synchronized void made(Change change) {
                    Map<Hash, Long> own = new HashMap<>();
                    for (Entry entry : change.entries()) own.put(entry.hash(), sequence.incrementAndGet());
                    for (int i = 0; i < 2; i++) Thread.yield();
                    own.forEach(places::putIfAbsent);
                    sound.commit(change);
                }

                @Override
                protected View seen(View view) {
                    return new OtherView(view) {
                        @Override
                        public long position() {
                            return -1;
                        }

                        @Override
                        public List<FeedEntry> feed(long after, int limit) {
                            List<FeedEntry> placed = new ArrayList<>();
                            for (FeedEntry each : view.feed(0, 100_000)) {
                                placed.add(new FeedEntry(
                                        places.getOrDefault(each.entry().hash(), each.position()), each.entry()));
                            }
                            placed.removeIf(each -> each.position() <= after);
                            placed.sort(Comparator.comparingLong(FeedEntry::position));
                            return List.copyOf(placed.subList(0, Math.min(limit, placed.size())));
                        }
                    };
                }
            };
        }
    }

    /** Right as long as no other process writes; then its commits stay stale and are soon given up. */
    private static final class Remembering extends SoundPlace {
        @Override
        public Duration patience() {
            return Duration.ofSeconds(1);
        }

        @Override
        public PortfolioStore open() {
            Map<Scope, Head> heads = new ConcurrentHashMap<>();
            return new Process() {
                @Override
                void made(Change change) {
                    sound.commit(change);
                    change.entries().forEach(entry -> heads.put(entry.scope(), entry.head()));
                }

                @Override
                protected View seen(View view) {
                    return new OtherView(view) {
                        @Override
                        public Head head(Scope scope) {
                            return heads.computeIfAbsent(scope, view::head);
                        }
                    };
                }
            };
        }
    }

    private static final class SentAgain extends SoundPlace {
        @Override
        public PortfolioStore open() {
            return new Process() {
                @Override
                void afterLoss(Change change, Loss loss) {
                    if (loss == Loss.AFTER_IT_WAS_MADE) sound.commit(change);
                    Map<Scope, Head> basis = new HashMap<>();
                    List<Entry> entries = new ArrayList<>();
                    for (Entry entry : change.entries()) {
                        Head head = sound.read(view -> view.head(entry.scope()));
                        basis.put(entry.scope(), head);
                        entries.add(new Entry(entry.scope(), head.length() + 1, entry.hash(), entry.body()));
                    }
                    sound.commit(new Change(basis, change.removes(), change.puts(), entries));
                }
            };
        }
    }

    private static final class SaidToFail extends SoundPlace {
        @Override
        public PortfolioStore open() {
            return new Process() {
                @Override
                void afterLoss(Change change, Loss loss) {
                    if (loss == Loss.AFTER_IT_WAS_MADE) sound.commit(change);
                    throw failed();
                }
            };
        }
    }

    private static final class NotRecognised extends SoundPlace {
        @Override
        public PortfolioStore open() {
            return new Process() {
                @Override
                void afterLoss(Change change, Loss loss) {
                    if (loss == Loss.AFTER_IT_WAS_MADE) sound.commit(change);
                    if (change.entries().isEmpty()) throw unknown();
                    sound.commit(change);
                }
            };
        }
    }

    /** Looks at the length of the chain and not at the hash. */
    private static final class Mistaken extends SoundPlace {
        @Override
        public PortfolioStore open() {
            return new Process() {
                @Override
                void afterLoss(Change change, Loss loss) {
                    if (change.entries().isEmpty()) throw unknown();
                    try {
                        sound.commit(change);
                    } catch (StaleException moved) {
                        Entry last = change.entries().get(0);
                        if (moved.actual().length() < last.number()) throw moved;
                    }
                }
            };
        }
    }

    /** Never lets go of a text. */
    private static final class Hoarding extends SoundPlace {
        private final ConcurrentLinkedQueue<String> texts = new ConcurrentLinkedQueue<>();

        @Override
        public PortfolioStore open() {
            return new Process() {
                @Override
                void made(Change change) {
                    super.made(change);
                    for (Row row : change.puts()) texts.add(row.body());
                }
            };
        }

        @Override
        public boolean holds(byte[] bytes) throws Exception {
            String wanted = new String(bytes, StandardCharsets.UTF_8);
            return texts.stream().anyMatch(text -> text.contains(wanted)) || super.holds(bytes);
        }
    }
}
