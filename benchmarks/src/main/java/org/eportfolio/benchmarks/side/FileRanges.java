package org.eportfolio.benchmarks.side;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Random;
import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.core.Desk;
import org.eportfolio.core.ExampleScales;
import org.eportfolio.core.Portfolio;
import org.eportfolio.dossier.ByteRange;
import org.eportfolio.dossier.Download;
import org.eportfolio.dossier.NewAttachment;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Production;
import org.eportfolio.id.DossierId;
import org.eportfolio.school.Actor;
import org.eportfolio.school.Members;
import org.eportfolio.spi.Stored;
import org.eportfolio.sqlite.SqliteStore;

/**
 * The end of a long film, by a range through the front door, beside {@code seek} and reading in a plain file of the same
 * bytes. Both lie in the system's cache, so that no disk is measured: what is left is what the library adds.
 */
final class FileRanges implements Chapter {
    private static final String SCHOOL = "ranges.db";
    private static final String PLAIN = "ranges.bin";
    private static final int MEGABYTE = 1_000_000;
    private static final double WHERE = 0.99;

    private final byte[] buffer = new byte[64 << 10];

    @Override
    public void measure(Course course, Table table) throws Exception {
        long size = (long) course.sized(2, 200, 200) * MEGABYTE;
        Path plain = course.fresh(PLAIN);
        write(plain, size);
        try (Portfolio portfolio = Portfolio.with(SqliteStore.open(course.fresh(SCHOOL)))
                        .clock(Clock.system(ZoneOffset.UTC))
                        .build();
                RandomAccessFile file = new RandomAccessFile(plain.toFile(), "r")) {
            measure(plain, size, portfolio, file, course, table);
        }
        course.clear(SCHOOL);
        course.clear(PLAIN);
    }

    private void measure(Path plain, long size, Portfolio portfolio, RandomAccessFile file, Course course, Table table)
            throws Exception {
        Desk head = portfolio.setUp("proviseure");
        var sno = head.frameworks().adopt(BundledFrameworks.MC_SNO, ExampleScales.FOUR_STEPS);
        head.cohorts().enrol("Classe", Members.learners("emma"));
        Desk emma = portfolio.as(Actor.of("emma"));
        DossierId dossier = emma.dossiers().open(sno);
        Production film = emma.productions()
                .add(
                        dossier,
                        NewProduction.titled("Film")
                                .attaching(NewAttachment.of(
                                        "film.bin", "application/octet-stream", () -> Files.newInputStream(plain))));
        Stored content = film.contents().findFirst().orElseThrow();
        long from = (long) (size * WHERE);
        for (long most : new long[] {size - from, MEGABYTE / 2, 64 << 10}) {
            long length = Math.min(most, size - from);
            ByteRange range = ByteRange.of(from, from + length - 1);
            Map<String, Double> nanos = course.race(
                    new Race()
                            .with(Row.LIBRARY, times -> {
                                for (int i = 0; i < times; i++) {
                                    try (Download part =
                                            emma.productions().download(dossier, film.id(), content, range)) {
                                        drain(part.bytes());
                                    }
                                }
                            })
                            .with(Row.JDBC, times -> {
                                for (int i = 0; i < times; i++) seekAndRead(file, from, length);
                            }),
                    100);
            table.add(Row.time(length / 1000 + " kB at 99 % of a file of " + size / MEGABYTE + " MB, by range", nanos)
                    .beside("a file's seek")
                    .must(Bound.ofJdbc(1.5)));
        }
    }

    private void drain(InputStream in) throws IOException {
        while (in.read(buffer) >= 0) {
            // What a server would send on.
        }
    }

    private void seekAndRead(RandomAccessFile file, long from, long length) throws IOException {
        file.seek(from);
        long left = length;
        while (left > 0) left -= file.read(buffer, 0, (int) Math.min(left, buffer.length));
    }

    private static void write(Path file, long size) throws IOException {
        Random random = new Random(99);
        byte[] some = new byte[MEGABYTE];
        try (var out = Files.newOutputStream(file)) {
            for (long left = size; left > 0; left -= some.length) {
                random.nextBytes(some);
                out.write(some);
            }
        }
    }
}
