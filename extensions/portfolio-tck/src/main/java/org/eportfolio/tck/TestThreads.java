package org.eportfolio.tck;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Threads for one test. What a thread throws fails the test; those still running at the end are interrupted. */
final class TestThreads implements AutoCloseable {
    interface Work<T> {
        T by(int worker) throws Exception;
    }

    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "contract-test");
        thread.setDaemon(true);
        return thread;
    });

    /** The work done by so many threads that set out together, in their order. */
    static <T> List<T> of(int size, Work<T> work) throws Exception {
        CountDownLatch ready = new CountDownLatch(size);
        try (TestThreads started = new TestThreads()) {
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                int worker = i;
                running.add(started.start(() -> {
                    ready.countDown();
                    ready.await();
                    return work.by(worker);
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> one : running) results.add(result(one));
            return results;
        }
    }

    /** Does the work on another thread and waits for it. */
    static <T> T aside(Callable<T> work) {
        try (TestThreads started = new TestThreads()) {
            return result(started.start(work));
        } catch (Exception e) {
            throw new AssertionError("the other thread failed", e);
        }
    }

    <T> Future<T> start(Callable<T> work) {
        return threads.submit(work);
    }

    static <T> T result(Future<T> running) throws Exception {
        try {
            return running.get();
        } catch (ExecutionException e) {
            throw new AssertionError("a test thread failed: " + e.getCause(), e.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
