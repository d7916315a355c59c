package org.eportfolio.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.eportfolio.spi.GroupCommit.Waiting;
import org.junit.jupiter.api.Test;

class GroupCommitTest {
    private static final int THREADS = 8;
    private static final int LARGEST = 5;

    private final List<List<Change>> groups = Collections.synchronizedList(new ArrayList<>());

    @Test
    void each_change_is_committed_once_in_one_group_after_the_other() throws Exception {
        AtomicBoolean leading = new AtomicBoolean();
        Map<Change, Integer> committed = Collections.synchronizedMap(new IdentityHashMap<>());
        GroupCommit commits = new GroupCommit(LARGEST, group -> {
            assertThat(leading.getAndSet(true)).isFalse();
            for (Waiting each : group) {
                committed.merge(each.change(), 1, Integer::sum);
                each.settle();
            }
            leading.set(false);
        });
        List<Future<?>> running = new ArrayList<>();
        for (int t = 0; t < THREADS; t++) {
            running.add(started(() -> {
                for (int i = 0; i < 500; i++) {
                    Change own = change();
                    commits.commit(own);
                    assertThat(committed.get(own)).isEqualTo(1);
                }
            }));
        }
        for (Future<?> each : running) each.get();
        assertThat(committed)
                .hasSize(THREADS * 500)
                .allSatisfy((change, times) -> assertThat(times).isEqualTo(1));
    }

    @Test
    void changes_that_come_meanwhile_go_together_and_no_more_than_the_largest_group() throws Exception {
        GroupCommit commits = new GroupCommit(LARGEST, this::noted);
        List<Future<?>> running = new ArrayList<>();
        commits.alone(() -> {
            for (int t = 0; t < THREADS; t++) running.add(waiting(() -> commits.commit(change())));
            return true;
        });
        for (Future<?> each : running) each.get();
        assertThat(groups).extracting(List::size).containsExactly(LARGEST, THREADS - LARGEST);
    }

    @Test
    void what_a_leader_throws_is_the_answer_to_those_that_it_has_not_settled() throws Exception {
        GroupCommit commits = new GroupCommit(LARGEST, group -> {
            group.get(0).settle();
            throw new IllegalArgumentException("the disk is full");
        });
        List<Future<?>> running = new ArrayList<>();
        commits.alone(() -> {
            for (int t = 0; t < 2; t++) running.add(waiting(() -> commits.commit(change())));
            return true;
        });
        running.get(0).get();
        assertThatThrownBy(() -> running.get(1).get())
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the disk is full");
    }

    @Test
    void a_change_that_the_leader_leaves_without_an_answer_is_refused() {
        GroupCommit commits = new GroupCommit(LARGEST, group -> {});
        assertThatThrownBy(() -> commits.commit(change()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the leader left a change without an answer");
    }

    @Test
    void an_answer_is_given_once() {
        GroupCommit commits = new GroupCommit(1, group -> {
            group.get(0).settle();
            group.get(0).settle(new IllegalArgumentException("too late"));
        });
        commits.commit(change());
    }

    @Test
    void a_refusal_reaches_the_thread_whose_change_it_is() {
        Head head = Head.EMPTY;
        Scope scope = Scope.ORGANISATION;
        GroupCommit commits = new GroupCommit(LARGEST, group -> {
            for (Waiting each : group) each.settle(new StaleException(scope, head, head));
        });
        assertThatThrownBy(() -> commits.commit(change())).isInstanceOf(StaleException.class);
    }

    @Test
    void an_interrupt_is_kept_for_later() {
        GroupCommit commits = new GroupCommit(LARGEST, this::noted);
        Thread.currentThread().interrupt();
        commits.commit(change());
        assertThat(Thread.interrupted()).isTrue();
        assertThat(groups).hasSize(1);
    }

    @Test
    void a_thread_that_needs_the_turn_for_itself_goes_before_changes_that_wait() throws Exception {
        CountDownLatch holding = new CountDownLatch(1);
        CompletableFuture<Boolean> letGo = new CompletableFuture<>();
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        GroupCommit commits = new GroupCommit(LARGEST, group -> {
            order.add("changes");
            group.forEach(Waiting::settle);
        });
        Future<?> holder = started(() -> commits.alone(() -> {
            holding.countDown();
            return letGo.join();
        }));
        holding.await();
        Future<?> change = waiting(() -> commits.commit(change()));
        Future<?> alone = waiting(() -> commits.alone(() -> order.add("alone")));
        letGo.complete(true);
        for (Future<?> each : List.of(holder, change, alone)) each.get();
        assertThat(order).containsExactly("alone", "changes");
    }

    @Test
    void a_thread_that_has_the_turn_is_refused_another_one() {
        AtomicReference<GroupCommit> own = new AtomicReference<>();
        GroupCommit commits = new GroupCommit(LARGEST, group -> own.get().commit(change()));
        own.set(commits);
        assertThatThrownBy(() -> commits.commit(change())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> commits.alone(() -> commits.alone(() -> true)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("must not write to the same store");
        commits.refuseReentry();
    }

    private void noted(List<Waiting> group) {
        groups.add(group.stream().map(Waiting::change).toList());
        group.forEach(Waiting::settle);
    }

    private static Change change() {
        return new Change(Map.of(), List.of(), List.of(), List.of());
    }

    private static Future<?> started(Runnable work) {
        FutureTask<?> task = new FutureTask<>(work, null);
        new Thread(task).start();
        return task;
    }

    /** Starts a thread, and goes on once it waits. */
    private static Future<?> waiting(Runnable work) {
        FutureTask<?> task = new FutureTask<>(work, null);
        Thread thread = new Thread(task);
        thread.start();
        while (thread.getState() != Thread.State.WAITING) Thread.onSpinWait();
        return task;
    }
}
