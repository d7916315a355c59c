package org.eportfolio.benchmarks.side;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.eportfolio.core.Desk;
import org.eportfolio.core.InMemoryStore;
import org.eportfolio.core.Portfolio;
import org.eportfolio.exchange.Exchange;
import org.eportfolio.exchange.Extent;
import org.eportfolio.exchange.ImportOptions;
import org.eportfolio.school.Actor;

/**
 * How long an archive takes to go out and to come in, beside the JDK's ZIP streams over the same bytes, in time of the
 * processor. All stores are in memory, so that no disk is measured but the ZIP's own.
 */
final class Archives implements Chapter {
    private static final String MADE = "made.zip";
    private static final String GIVEN = "given.zip";
    /** At least 60 % of the speed. */
    private static final Bound MUST = Bound.ofJdbc(1 / 0.60);

    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    private interface Work {
        void run() throws IOException;
    }

    /** Work that may write a file, which is not there before. */
    private record OnProcessor(Course course, Work work) implements Race.Variant {
        @Override
        public void prepare() throws IOException {
            course.clear(MADE);
        }

        @Override
        public void run(int times) throws IOException {
            for (int i = 0; i < times; i++) work.run();
        }

        @Override
        public double nanos(int times) throws IOException {
            long from = CPU.getCurrentThreadCpuTime();
            run(times);
            return CPU.getCurrentThreadCpuTime() - from;
        }
    }

    @Override
    public void measure(Course course, Table table) throws Exception {
        measure(true, course, table);
        measure(false, course, table);
        course.clear(MADE);
        course.clear(GIVEN);
    }

    private static void measure(boolean files, Course course, Table table) throws Exception {
        Path given = course.fresh(GIVEN);
        Path made = course.fresh(MADE);
        try (Portfolio school = ArchivedSchool.of(course.sized(2, 30, 30), course.sized(3, 40, 40), files)) {
            Desk head = school.as(Actor.of("head"));
            export(head, given);
            Map<String, byte[]> entries = ZipStreams.read(given);
            Race race = new Race()
                    .with("write", new OnProcessor(course, () -> ZipStreams.write(entries, made)))
                    .with("export", new OnProcessor(course, () -> export(head, made)))
                    .with("read", new OnProcessor(course, () -> ZipStreams.read(given)))
                    .with("check", new OnProcessor(course, () -> ZipStreams.check(given)))
                    .with("import", new OnProcessor(course, () -> bring(given)));
            tell(course.race(race, 1), files, ZipStreams.megabytes(entries), table);
        }
    }

    private static void tell(Map<String, Double> nanos, boolean files, double megabytes, Table table) {
        String what =
                String.format(Locale.ROOT, ", %s, %.1f MB", files ? "files and records" : "records only", megabytes);
        String note = "beside the JDK's ZIP streams over the same bytes; time of the processor";
        table.add(Row.millis("archive export" + what, nanos, "export", "write")
                .beside("ZIP")
                .must(MUST)
                .note(note));
        table.add(Row.millis("archive import" + what, nanos, "import", "read")
                .beside("ZIP")
                .must(MUST)
                .note(note));
        table.add(Row.millis("archive import" + what, nanos, "import", "check")
                .beside("ZIP and SHA-256")
                .must(MUST)
                .note("the same, and SHA-256 of each entry"));
    }

    private static void export(Desk head, Path to) throws IOException {
        Exchange.ofDefaults().export(head, new Extent.OfOrganisation(), "archive", to);
    }

    private static void bring(Path zip) throws IOException {
        try (Portfolio empty = Portfolio.with(new InMemoryStore()).build()) {
            Exchange.ofDefaults().importFrom(empty.as(Actor.system()), zip, ImportOptions.ofDefaults());
        }
    }
}
