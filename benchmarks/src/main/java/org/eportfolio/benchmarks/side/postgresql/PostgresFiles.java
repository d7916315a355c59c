package org.eportfolio.benchmarks.side.postgresql;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.eportfolio.benchmarks.side.Chapter;
import org.eportfolio.benchmarks.side.Course;
import org.eportfolio.benchmarks.side.Table;
import org.eportfolio.benchmarks.side.Turns;
import org.eportfolio.spi.PortfolioStore;
import org.eportfolio.spi.Stored;

/** Files in PostgreSQL under a key each, beside files of tables of before version 7, which had none. */
public final class PostgresFiles implements Chapter {
    private static final String BESIDE = "files without keys";
    private static final int MEGABYTE = 1_000_000;
    private static final int RANGE = 500_000;

    private final byte[] buffer = new byte[64 << 10];
    private final Random random = new Random(99);

    @Override
    public void measure(Course course, Table table) throws Exception {
        if (!OwnDatabase.isPossible()) return;
        try (OwnDatabase with = OwnDatabase.create("portfolio_keys", 4);
                OwnDatabase without = OwnDatabase.create("portfolio_no_keys", 4);
                PortfolioStore keyed = with.schools().create(UUID.randomUUID());
                PortfolioStore plain = without.schools().create(UUID.randomUUID())) {
            without.run("UPDATE portfolio.writing SET version = 6");
            int megabytes = course.sized(2, 100, 200);
            byte[] film = bytes(megabytes * MEGABYTE);
            Stored file = write(keyed, film);
            write(plain, film);
            long from = (long) (file.size() * 0.99);
            both(
                    "500 kB at 99 % of a file of " + megabytes + " MB",
                    course.sized(6, 300, 300),
                    table,
                    keyed,
                    plain,
                    s -> {
                        try (InputStream in = s.contents().open(file, from).orElseThrow()) {
                            for (int left = RANGE; left > 0; ) {
                                int read = in.read(buffer, 0, Math.min(left, buffer.length));
                                if (read < 0) break;
                                left -= read;
                            }
                        }
                    });
            both("a download of " + megabytes + " MB", course.sized(2, 9, 9), table, keyed, plain, s -> {
                try (InputStream in = s.contents().open(file).orElseThrow()) {
                    while (in.read(buffer) >= 0) Thread.onSpinWait();
                }
            });
            for (int size : new int[] {200_000, 5 * MEGABYTE}) {
                both(
                        "an upload of " + size / 1_000 + " kB",
                        course.sized(3, 60, 120),
                        table,
                        keyed,
                        plain,
                        s -> write(s, bytes(size)));
            }
        }
    }

    private interface Step {
        void in(PortfolioStore store) throws Exception;
    }

    private static void both(String work, int times, Table table, PortfolioStore keyed, PortfolioStore plain, Step step)
            throws Exception {
        Turns turns = Turns.of(times, i -> step.in(keyed), i -> step.in(plain));
        table.add(turns.byClock(work + ", under a key").beside(BESIDE));
        table.add(turns.byProcessor(work + ", processor").beside(BESIDE));
    }

    private byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }

    private static Stored write(PortfolioStore store, byte[] bytes) throws Exception {
        return store.contents().write(new ByteArrayInputStream(bytes), Instant.EPOCH);
    }
}
