package org.eportfolio.benchmarks.side;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.eportfolio.benchmarks.side.Crowd.Third;
import org.eportfolio.benchmarks.side.school.JdbcSchool;
import org.eportfolio.benchmarks.side.school.LibrarySchool;
import org.eportfolio.benchmarks.side.school.School;

/**
 * What two readers keep of their pace while one writer commits without pause. Where there are fewer processors than
 * threads, a third thread takes time from the readers whatever the store does: how much is told by one that only keeps a
 * processor busy.
 */
final class BesideWriter implements Chapter {
    private static final double LEAST = 0.7;

    @Override
    public void measure(Course course, Table table) throws Exception {
        int learners = course.sized(1, 12, 12) * School.CLASS;
        Path ours = course.fresh("beside-library.db");
        Path theirs = course.fresh("beside-jdbc.db");
        try (School library = new LibrarySchool(ours);
                School jdbc = new JdbcSchool(theirs)) {
            course.fill(library, learners);
            course.fill(jdbc, learners);
            Crowd libraryCrowd = new Crowd(library, learners, ours);
            Crowd jdbcCrowd = new Crowd(jdbc, learners, theirs);
            Kept libraryKept = new Kept(libraryCrowd, course.rounds());
            Kept jdbcKept = new Kept(jdbcCrowd, course.rounds());
            long slice = TimeUnit.MILLISECONDS.toNanos(course.sized(20, 400, 400));
            for (int round = course.sized(0, -1, -1); round < course.rounds(); round++) {
                libraryKept.round(round, slice);
                jdbcKept.round(round, slice);
            }
            tell(libraryKept, jdbcKept, table);
            long longRun = TimeUnit.SECONDS.toNanos(course.sized(0, 5, 600));
            if (longRun > 0) {
                libraryCrowd.run(Third.WRITES, longRun);
                jdbcCrowd.run(Third.WRITES, Math.min(longRun, TimeUnit.MINUTES.toNanos(1)));
            }
            table.add(Row.of(
                            "the write-ahead log at its longest, read and written for " + longRun / 1_000_000_000
                                    + " s",
                            "MiB",
                            libraryCrowd.longestLogMiB(),
                            jdbcCrowd.longestLogMiB(),
                            Double.NaN)
                    .must(Bound.atMost(64))
                    .aim(Bound.atMost(16)));
        }
        course.clear("beside-library.db");
        course.clear("beside-jdbc.db");
    }

    private static void tell(Kept library, Kept jdbc, Table table) {
        String work = "what two readers keep of their pace ";
        table.add(Row.of(work + "beside a writer", "share", library.besideWriter(), jdbc.besideWriter(), Double.NaN)
                .must(Bound.atLeast(LEAST))
                .note(String.format(
                        Locale.ROOT,
                        "on %d processors; library: %.0f dossiers a second alone, %.0f beside %.0f commits a second;"
                                + " JDBC: %.0f, %.0f, %.0f",
                        Runtime.getRuntime().availableProcessors(),
                        Race.median(library.alone),
                        Race.median(library.writing),
                        Race.median(library.commits),
                        Race.median(jdbc.alone),
                        Race.median(jdbc.writing),
                        Race.median(jdbc.commits))));
        table.add(Row.of(
                work + "beside a loop that only burns", "share", library.besideLoop(), jdbc.besideLoop(), Double.NaN));
        table.add(Row.of(
                        "the two above, one by the other",
                        "share",
                        library.besideWriter() / library.besideLoop(),
                        jdbc.besideWriter() / jdbc.besideLoop(),
                        Double.NaN)
                .must(Bound.atLeast(LEAST)));
    }

    /** The paces of one variant, round by round. */
    private static final class Kept {
        private final Crowd crowd;
        private final double[] alone;
        private final double[] writing;
        private final double[] burning;
        private final double[] commits;

        Kept(Crowd crowd, int rounds) {
            this.crowd = crowd;
            alone = new double[rounds];
            writing = new double[rounds];
            burning = new double[rounds];
            commits = new double[rounds];
        }

        void round(int round, long slice) throws Exception {
            double reads = crowd.run(Third.NOTHING, slice).reads();
            Crowd.Pace beside = crowd.run(Third.WRITES, slice);
            double besideLoop = crowd.run(Third.BURNS, slice).reads();
            if (round < 0) return;
            alone[round] = reads;
            writing[round] = beside.reads();
            commits[round] = beside.commits();
            burning[round] = besideLoop;
        }

        double besideWriter() {
            return Race.median(writing) / Race.median(alone);
        }

        double besideLoop() {
            return Race.median(burning) / Race.median(alone);
        }
    }
}
