package org.eportfolio.benchmarks.side;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.eportfolio.benchmarks.side.school.School;

/** Two threads that read one school's dossiers, and a third beside them; none ever waits for work. */
final class Crowd {
    private static final int READERS = 2;

    /** What the third thread does. */
    enum Third {
        NOTHING,
        WRITES,
        BURNS
    }

    /** By all readers or by the writer, for each second. */
    record Pace(double reads, double commits) {}

    private final School school;
    private final int learners;
    private final File log;
    /** Goes on through all dossiers from run to run, so that core has forgotten each when its turn comes again. */
    private final AtomicInteger next = new AtomicInteger();

    private long longestLog;

    Crowd(School school, int learners, Path file) {
        this.school = school;
        this.learners = learners;
        this.log = file.resolveSibling(file.getFileName() + "-wal").toFile();
    }

    /** The largest that the write-ahead log ever was beside a writer. */
    double longestLogMiB() {
        return longestLog / (double) (1 << 20);
    }

    private interface Turn {
        void take(int number) throws Exception;
    }

    Pace run(Third third, long nanos) throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService crew = Executors.newFixedThreadPool(READERS + 1);
        List<Future<Integer>> readers = new ArrayList<>();
        try {
            for (int i = 0; i < READERS; i++) {
                readers.add(crew.submit(() -> {
                    try (School.Reader reader = school.reader()) {
                        return again(over, number -> reader.readDossier(next.getAndIncrement() % learners));
                    }
                }));
            }
            long from = System.nanoTime();
            int commits = again(over, turn(third, from + nanos, over));
            double seconds = (System.nanoTime() - from) / 1e9;
            int reads = 0;
            for (Future<Integer> each : readers) reads += each.get();
            return new Pace(reads / seconds, third == Third.WRITES ? commits / seconds : 0);
        } finally {
            over.set(true);
            crew.shutdown();
        }
    }

    /** The third thread also keeps the time. */
    private Turn turn(Third third, long end, AtomicBoolean over) {
        return number -> {
            switch (third) {
                case NOTHING -> Thread.sleep(Math.max(0, (end - System.nanoTime()) / 1_000_000));
                case WRITES -> {
                    school.position(number * 7 % learners, number);
                    longestLog = Math.max(longestLog, log.length());
                }
                case BURNS -> Thread.onSpinWait();
            }
            if (System.nanoTime() - end >= 0) over.set(true);
        };
    }

    private static int again(AtomicBoolean over, Turn turn) throws Exception {
        int number = 0;
        while (!over.get()) turn.take(number++);
        return number;
    }
}
