package org.eportfolio.benchmarks.side;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
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
 * bytes and beside the same rows read through JDBC alone; in memory, and as a film is mostly read, from the disk.
 */
final class FileRanges implements Chapter {
    private static final String SCHOOL = "ranges.db";
    private static final String PLAIN = "ranges.bin";
    private static final int MEGABYTE = 1_000_000;
    private static final double WHERE = 0.99;
    private static final long PIECE = 256 << 10;

    private final byte[] buffer = new byte[64 << 10];

    @Override
    public void measure(Course course, Table table) throws Exception {
        long size = (long) course.sized(2, 200, 200) * MEGABYTE;
        Path plain = course.fresh(PLAIN);
        write(plain, size);
        Path school = course.fresh(SCHOOL);
        try (Portfolio portfolio = Portfolio.with(SqliteStore.open(school))
                        .clock(Clock.system(ZoneOffset.UTC))
                        .build();
                RandomAccessFile file = new RandomAccessFile(plain.toFile(), "r")) {
            measure(plain, size, portfolio, file, course, table, school);
        }
        course.clear(SCHOOL);
        course.clear(PLAIN);
    }

    private void measure(
            Path plain, long size, Portfolio portfolio, RandomAccessFile file, Course course, Table table, Path school)
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
        try (Connection bare = DriverManager.getConnection("jdbc:sqlite:" + school)) {
            for (long most : new long[] {size - from, MEGABYTE / 2}) {
                long length = Math.min(most, size - from);
                ByteRange range = ByteRange.of(from, from + length - 1);
                Turns.Step library = i -> {
                    try (Download part = emma.productions().download(dossier, film.id(), content, range)) {
                        drain(part.bytes());
                    }
                };
                String work = length / 1000 + " kB at 99 % of a file of " + size / MEGABYTE + " MB, by range";
                int times = course.sized(10, 400, 1_000);
                Turns.Step seek = i -> seekAndRead(file, from, length);
                table.add(Turns.of(times, library, seek)
                        .byClock(work)
                        .beside("a file's seek")
                        .must(Bound.ofJdbc(1.5)));
                table.add(Turns.of(times, library, i -> drain(bare, from, length))
                        .byClock(work)
                        .beside("SQLite's own rows")
                        .must(Bound.ofJdbc(1.5)));
                if (!canEvict(school)) continue;
                Turns.Step evict = i -> {
                    evict(school);
                    evict(plain);
                };
                table.add(Turns.of(course.sized(3, 30, 60), evict, library, seek)
                        .byClock(work + ", from the disk")
                        .beside("a file's seek")
                        .must(Bound.ofJdbc(1.5)));
            }
        }
    }

    /** The same pieces, as a program would read them that knows their rows and asks no one. */
    private void drain(Connection bare, long from, long length) throws SQLException, IOException {
        try (PreparedStatement pieces =
                bare.prepareStatement("SELECT bytes FROM piece WHERE place BETWEEN ?1 AND ?2 ORDER BY place")) {
            long first = from / PIECE;
            long file = 1L << 24;
            pieces.setLong(1, file + first);
            pieces.setLong(2, file + (from + length - 1) / PIECE);
            int skipped = (int) (from % PIECE);
            long left = length;
            try (ResultSet rows = pieces.executeQuery()) {
                while (rows.next()) {
                    byte[] bytes = rows.getBytes(1);
                    int some = (int) Math.min(left, bytes.length - skipped);
                    drain(new ByteArrayInputStream(bytes, skipped, some));
                    left -= some;
                    skipped = 0;
                }
            }
            if (left != 0) throw new IllegalStateException(left + " bytes are missing");
        }
    }

    /** Only Linux with dd has a plain way to take a file's pages out of memory. */
    private static boolean canEvict(Path file) {
        try {
            evict(file);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static void evict(Path file) throws IOException {
        Process dd = new ProcessBuilder(
                        "dd", "of=" + file, "oflag=nocache", "conv=notrunc,fdatasync", "count=0", "status=none")
                .inheritIO()
                .start();
        if (dd.onExit().join().exitValue() != 0) throw new IOException("dd could not take " + file + " out of memory");
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
