package org.eportfolio.benchmarks.side;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.eportfolio.ProgressListener;
import org.eportfolio.benchmarks.side.school.Facts;
import org.eportfolio.benchmarks.side.school.LibrarySchool;
import org.eportfolio.core.PrivacyDesk;
import org.eportfolio.id.PersonId;
import org.eportfolio.privacy.ErasedPeople;
import org.eportfolio.privacy.ErasuresPlan;
import org.eportfolio.privacy.NewErasures;

/**
 * Leavers who are erased: many in one plan beside one, and one in a large file beside one in a small one, by the clock and by
 * what this process wrote. Planning and erasing are both counted.
 */
final class Erasures implements Chapter {
    private static final String SMALL = "erasures-small.db";
    private static final String LARGE = "erasures-large.db";
    /** What Linux counts that a process had written, which is empty elsewhere. */
    private static final Path WRITTEN = Path.of("/proc/self/io");

    /** What one erasure took. */
    private record Taken(double seconds, double megabytes) {}

    @Override
    public void measure(Course course, Table table) throws Exception {
        int few = course.sized(4, 500, 500);
        int learners = course.sized(40, 5_000, 20_000);
        int leavers = course.sized(4, 500, 500);
        int rounds = course.sized(1, 3, 3);
        try (LibrarySchool small = new LibrarySchool(course.fresh(SMALL));
                LibrarySchool large = new LibrarySchool(course.fresh(LARGE))) {
            small.load(few, BulkLoad.EACH);
            large.load(learners, BulkLoad.EACH);
            double[] seconds = new double[rounds];
            double[] smallSeconds = new double[rounds];
            double[] megabytes = new double[rounds];
            double[] smallMegabytes = new double[rounds];
            for (int i = -1; i < rounds; i++) {
                Taken inSmall = erased(small, i + 1, i + 2);
                Taken inLarge = erased(large, i + 1, i + 2);
                if (i < 0) continue;
                seconds[i] = inLarge.seconds();
                smallSeconds[i] = inSmall.seconds();
                megabytes[i] = inLarge.megabytes();
                smallMegabytes[i] = inSmall.megabytes();
            }
            String growth = String.format(Locale.ROOT, "one of %d learners erased, beside one of %d", learners, few);
            String note = "planning and erasing; everything is read, and the file is written anew";
            table.add(beside(growth, "s", Race.median(seconds), Race.median(smallSeconds), few + " learners")
                    .must(Bound.ofJdbc(1.5))
                    .aim(Bound.ofJdbc(1.1))
                    .note(note));
            if (Files.exists(WRITTEN)) {
                table.add(beside(
                                growth + ", what is written",
                                "MB",
                                Race.median(megabytes),
                                Race.median(smallMegabytes),
                                few + " learners")
                        .note("of the disk cache, file and log together"));
            }
            Taken many = erased(large, rounds + 1, rounds + 1 + leavers);
            table.add(beside(
                            leavers + " of " + learners + " learners erased by one plan, beside one",
                            "s",
                            many.seconds(),
                            Race.median(seconds),
                            "one leaver")
                    .must(Bound.ofJdbc(5))
                    .aim(Bound.ofJdbc(3))
                    .note(String.format(
                            Locale.ROOT,
                            "written: %.0f MB, one leaver %.0f",
                            many.megabytes(),
                            Race.median(megabytes))));
        }
        course.clear(SMALL);
        course.clear(LARGE);
    }

    private static Row beside(String work, String unit, double library, double plain, String other) {
        return Row.of(work, unit, library, plain, Double.NaN).beside(other);
    }

    /** Erases the learners of these numbers. */
    private static Taken erased(LibrarySchool school, int from, int to) throws IOException {
        PrivacyDesk privacy = school.head().privacy();
        List<PersonId> leavers = IntStream.range(from, to)
                .mapToObj(each -> PersonId.of(Facts.learner(each)))
                .toList();
        double written = written();
        long start = System.nanoTime();
        ErasuresPlan plan = privacy.planErasures(NewErasures.of(leavers));
        ErasedPeople done = privacy.eraseAll(plan, ProgressListener.NONE);
        double seconds = (System.nanoTime() - start) / 1e9;
        if (done.receipts().size() != leavers.size()) throw new IllegalStateException("not all were erased");
        return new Taken(seconds, written() - written);
    }

    /** In MB; 0 where it is not known. */
    private static double written() throws IOException {
        if (!Files.exists(WRITTEN)) return 0;
        return Files.readAllLines(WRITTEN).stream()
                .filter(each -> each.startsWith("wchar: "))
                .mapToDouble(each -> Long.parseLong(each.substring(7)) / 1e6)
                .sum();
    }
}
