package org.eportfolio.core.keeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eportfolio.core.Refusals.refused;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.eportfolio.ConflictException;
import org.eportfolio.DeniedException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.core.Desk;
import org.eportfolio.core.Story;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.journal.Cursor;
import org.eportfolio.journal.Feed;
import org.eportfolio.journal.JournalEntry;
import org.eportfolio.school.Members;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** E8: hosts follow what is committed, and miss nothing. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ChangesTest extends Story {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int WRITERS = 64;

    private Cursor end() {
        return school.head.changes().after(Cursor.START, 1_000).next();
    }

    @Test
    void whoever_waits_is_woken_by_the_commit() throws Exception {
        Cursor cursor = end();
        CountDownLatch waiting = new CountDownLatch(1);
        ExecutorService host = Executors.newSingleThreadExecutor();
        try {
            Future<Feed> next = host.submit(() -> {
                waiting.countDown();
                return school.head.changes().await(cursor, LONG);
            });
            waiting.await();
            school.mindMap();
            assertThat(next.get().entries()).extracting(JournalEntry::act).containsExactly("production.added");
            assertThat(school.head
                            .changes()
                            .await(next.get().next(), Duration.ZERO)
                            .entries())
                    .isEmpty();
            assertThat(school.head.changes().await(cursor, Duration.ofDays(1_000_000)))
                    .isEqualTo(next.get());
        } finally {
            host.shutdownNow();
        }
    }

    @Test
    void with_sixty_four_writers_nothing_is_missed_and_nothing_comes_twice_or_out_of_order() throws Exception {
        sixtyFourWrite(Duration.ofMillis(700));
    }

    @Test
    @Tag("long")
    @Timeout(value = 600, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void with_sixty_four_writers_for_a_minute_nothing_is_missed_either() throws Exception {
        sixtyFourWrite(Duration.ofMinutes(1));
    }

    private void sixtyFourWrite(Duration duration) throws Exception {
        List<String> people = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) people.add("w" + i);
        school.head.cohorts().enrol("Soixante-quatre", Members.learners(people.toArray(String[]::new)));
        Cursor before = school.head.changes().after(Cursor.START, 1_000).next();
        long length = school.journalLength();
        AtomicBoolean over = new AtomicBoolean();
        long end = System.nanoTime() + duration.toNanos();

        ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 1);
        try {
            Future<List<JournalEntry>> follower = threads.submit(() -> follow(before, over));
            List<Future<Integer>> writers = new ArrayList<>();
            for (String person : people) writers.add(threads.submit(() -> write(person, end)));
            int written = 0;
            for (Future<Integer> each : writers) written += each.get();
            over.set(true);
            List<JournalEntry> seen = follower.get();

            assertThat(seen).hasSize((int) (school.journalLength() - length));
            assertThat(seen.stream().filter(each -> each.act().equals("production.added")))
                    .hasSize(written);
            assertThat(seen).doesNotHaveDuplicates();
            assertChainsInOrder(seen);
            assertThat(school.head.journal().verify().faults()).isEmpty();
        } finally {
            threads.shutdownNow();
        }
    }

    private int write(String person, long end) {
        Desk desk = school.as(person);
        DossierId dossier = desk.dossiers().open(school.sno);
        int written = 0;
        do {
            desk.productions().add(dossier, NewProduction.titled("P" + written++));
        } while (System.nanoTime() < end);
        return written;
    }

    private List<JournalEntry> follow(Cursor from, AtomicBoolean over) throws InterruptedException {
        List<JournalEntry> seen = new ArrayList<>();
        Cursor cursor = from;
        while (true) {
            boolean last = over.get();
            Feed feed = school.head.changes().await(cursor, Duration.ofMillis(20));
            seen.addAll(feed.entries());
            cursor = Cursor.parse(feed.next().toString());
            if (last && feed.entries().isEmpty()) return seen;
        }
    }

    private static void assertChainsInOrder(List<JournalEntry> seen) {
        java.util.Map<UUID, Long> last = new java.util.HashMap<>();
        for (JournalEntry each : seen) {
            Long before = last.put(each.scope(), each.number());
            if (before != null) assertThat(each.number()).isEqualTo(before + 1);
        }
    }

    @Test
    void a_host_that_begins_again_from_its_cursor_sees_what_it_had_not_noted() {
        Cursor kept = end();
        school.mindMap();
        Set<UUID> seenBefore = new HashSet<>();
        school.head.changes().after(kept, 10).entries().forEach(each -> seenBefore.add(each.change()));
        // It stops here, before it noted the new cursor.
        assertThat(school.head
                        .changes()
                        .after(Cursor.parse(kept.toString()), 10)
                        .entries())
                .extracting(JournalEntry::change)
                .containsAll(seenBefore)
                .hasSize(1);
    }

    @Test
    void a_cursor_of_another_file_or_of_what_an_older_backup_never_saw_is_refused() {
        school.mindMap();
        Cursor last = end();
        Cursor other = new Cursor(last.position(), last.tag() + 1);
        Cursor beyond = new Cursor(last.position() + 7, last.tag());
        for (Cursor each : List.of(other, beyond)) {
            refused(
                    ConflictException.class,
                    "another file, or an older backup",
                    "un autre fichier, ou une sauvegarde plus ancienne",
                    () -> school.head.changes().after(each, 10));
            assertThatThrownBy(() -> school.head.changes().await(each, LONG)).isInstanceOf(ConflictException.class);
        }
        for (String text : List.of("", "7", "0.1", "-1.5", "z.", ".z", "1.!", "é")) {
            refused(InvalidInputException.class, "is not a cursor", "n'est pas un curseur", () -> Cursor.parse(text));
        }
    }

    @Test
    void whoever_loses_the_right_while_waiting_is_refused_with_the_commit_that_takes_it() throws Exception {
        school.head.grants().give(org.eportfolio.school.NewGrant.of("dpo", org.eportfolio.school.Role.DPO));
        Cursor cursor = end();
        var grant = school.head.grants().of(PersonId.of("dpo")).get(0);
        ExecutorService host = Executors.newSingleThreadExecutor();
        try {
            Future<Feed> next = host.submit(() -> school.as("dpo").changes().await(cursor, LONG));
            school.head.grants().revoke(grant.id());
            assertThatThrownBy(next::get).hasCauseInstanceOf(DeniedException.class);
        } finally {
            host.shutdownNow();
        }
    }

    @Test
    void waiting_ends_with_an_interrupt_and_with_the_portfolio_and_is_no_part_of_a_commit() throws Exception {
        Cursor cursor = end();
        AtomicReference<Throwable> met = new AtomicReference<>();
        Thread host = new Thread(() -> {
            try {
                school.head.changes().await(cursor, LONG);
            } catch (InterruptedException | RuntimeException e) {
                met.set(e);
            }
        });
        host.start();
        host.interrupt();
        host.join();
        assertThat(met.get()).isInstanceOf(InterruptedException.class);

        assertThatThrownBy(() -> school.head.together(desk -> {
                    try {
                        return desk.changes().await(cursor, LONG);
                    } catch (InterruptedException e) {
                        throw new AssertionError(e);
                    }
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("commit");

        ExecutorService waiting = Executors.newSingleThreadExecutor();
        try {
            Future<Feed> next = waiting.submit(() -> school.head.changes().await(cursor, LONG));
            school.close();
            assertThatThrownBy(next::get).hasCauseInstanceOf(IllegalStateException.class);
        } finally {
            waiting.shutdownNow();
        }
    }
}
