package org.eportfolio.benchmarks.side.postgresql;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.eportfolio.benchmarks.side.Acts;
import org.eportfolio.benchmarks.side.Chapter;
import org.eportfolio.benchmarks.side.Course;
import org.eportfolio.benchmarks.side.Prose;
import org.eportfolio.benchmarks.side.Row;
import org.eportfolio.benchmarks.side.Table;
import org.eportfolio.spi.Change;
import org.eportfolio.spi.Kind;
import org.eportfolio.spi.PortfolioStore;
import org.eportfolio.spi.Scope;
import org.eportfolio.spi.Stored;

/** For how long a school's {@code compact()} makes another school of the same tables wait, by how much there is to write anew. */
public final class PostgresCompaction implements Chapter {
    private static final Kind KIND = new Kind("production");
    private static final int ROWS_OF_A_CHANGE = 100;
    private static final int LETTERS = 1_200;
    private static final int FILE = 5_000_000;
    private static final double GIGA = 1e9;

    @Override
    public void measure(Course course, Table table) throws Exception {
        if (!OwnDatabase.isPossible()) return;
        int changes = course.sized(5, 3_000, 10_000);
        int files = course.sized(1, 80, 400);
        try (OwnDatabase database = OwnDatabase.create("portfolio_compaction", 8);
                PortfolioStore store = database.schools().create(UUID.randomUUID());
                PortfolioStore other = database.schools().create(UUID.randomUUID())) {
            store.load(IntStream.range(0, changes)
                    .mapToObj(PostgresCompaction::change)
                    .iterator());
            List<Stored> kept = files(store, files);
            store.contents().remove(kept.get(0), Instant.MAX);
            double records = bytes(database, "record", "key");
            double all = records + bytes(database, "piece", "content_key");
            String work =
                    Row.number((all - records) / GIGA) + " GB of files, " + Row.number(records / GIGA) + " of records";
            double[] waited = whileCompacting(store, other);
            table.add(Row.of("`compact()` in " + work, "s", waited[0]));
            table.add(Row.of("the longest that a commit of another school waited for it", "s", waited[1]));
            table.add(Row.of("the same for each GB that was written anew", "s/GB", waited[1] / records * GIGA));
        }
    }

    private static Change change(int number) {
        Scope scope = new Scope(new UUID(7, number));
        List<org.eportfolio.spi.Row> rows = new ArrayList<>();
        for (int i = 0; i < ROWS_OF_A_CHANGE; i++) {
            String text = Prose.text(LETTERS / 9, (long) number * ROWS_OF_A_CHANGE + i);
            rows.add(new org.eportfolio.spi.Row(
                    scope, KIND, new UUID(number, i), "{\"text\":\"" + text + "\"}", Set.of(Acts.AUTHOR)));
        }
        return new Change(Map.of(), List.of(), rows, List.of());
    }

    private static List<Stored> files(PortfolioStore store, int count) throws Exception {
        Random random = new Random(99);
        byte[] bytes = new byte[FILE];
        List<Stored> files = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            random.nextBytes(bytes);
            files.add(store.contents().write(new ByteArrayInputStream(bytes), Instant.EPOCH));
        }
        return files;
    }

    private static double bytes(OwnDatabase database, String... tables) throws Exception {
        double bytes = 0;
        for (String each : tables) {
            bytes += database.number("SELECT pg_total_relation_size('portfolio." + each + "')");
        }
        return bytes;
    }

    /** Seconds that it took, and the longest that one commit of the other school took meanwhile. */
    private static double[] whileCompacting(PortfolioStore store, PortfolioStore other) throws Exception {
        Acts acts = Acts.of(other);
        for (int i = 0; i < 50; i++) acts.next();
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<Double> longest = thread.submit(() -> {
                double most = 0;
                while (!over.get()) {
                    long from = System.nanoTime();
                    acts.next();
                    most = Math.max(most, (System.nanoTime() - from) / GIGA);
                }
                return most;
            });
            long from = System.nanoTime();
            store.compact();
            double took = (System.nanoTime() - from) / GIGA;
            over.set(true);
            return new double[] {took, longest.get()};
        } finally {
            over.set(true);
            thread.shutdown();
        }
    }
}
