package org.eportfolio.benchmarks.side;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eportfolio.ProgressListener;
import org.eportfolio.benchmarks.side.school.Facts;
import org.eportfolio.benchmarks.side.school.LibrarySchool;
import org.eportfolio.core.Desk;
import org.eportfolio.exchange.Exchange;
import org.eportfolio.exchange.Extent;
import org.eportfolio.privacy.NewErasures;

/**
 * How long a teacher waits for the entry of a class while the school is verified, copied, archived, or a person is erased: one
 * entry each twentieth of a second, as a staff room would make them, beside the same entries alone.
 */
final class BesideLongWork implements Chapter {
    private static final String FILE = "long-work.db";
    private static final String COPY = "long-work-copy.db";
    private static final String ARCHIVE = "long-work.zip";
    private static final int CLASSES = 20;
    private static final int PAUSE_MILLIS = 50;

    private static final Work NOTHING = () -> Thread.sleep(PAUSE_MILLIS);

    private interface Work {
        void run() throws Exception;
    }

    @Override
    public void measure(Course course, Table table) throws Exception {
        int learners = course.sized((CLASSES + 1) * LibrarySchool.CLASS, 5_010, 5_010);
        int entries = course.sized(4, 200, 1_000);
        try (LibrarySchool school = new LibrarySchool(course.fresh(FILE))) {
            school.fillWidely(learners, course.sized(2, BulkLoad.EACH, BulkLoad.EACH), CLASSES, 0);
            entered(school, entries, NOTHING);
            Durations alone = entered(school, entries, NOTHING);
            for (Map.Entry<String, Work> each : works(school, course, learners).entrySet()) {
                Durations beside = entered(school, entries, each.getValue());
                table.add(row(each.getKey(), learners, alone, beside, 0.5, "median"));
                table.add(row(each.getKey(), learners, alone, beside, 0.99, "p99"));
            }
        }
        for (String each : List.of(FILE, COPY, ARCHIVE)) course.clear(each);
    }

    private static Map<String, Work> works(LibrarySchool school, Course course, int learners) throws Exception {
        Desk head = school.head();
        Path archive = course.fresh(ARCHIVE);
        Path copy = course.fresh(COPY);
        int[] leaver = {learners};
        Map<String, Work> works = new LinkedHashMap<>();
        works.put("a verification", school::verify);
        works.put("a backup", () -> {
            course.clear(COPY);
            head.safekeeping().backup(copy);
        });
        works.put("an archive of everything", () -> {
            course.clear(ARCHIVE);
            Exchange.ofDefaults().export(head, new Extent.OfOrganisation(), "archive", archive);
        });
        works.put("an erasure", () -> {
            NewErasures one = NewErasures.of(Facts.learner(--leaver[0]));
            head.privacy().eraseAll(head.privacy().planErasures(one), ProgressListener.NONE);
        });
        return works;
    }

    private static Row row(String work, int learners, Durations alone, Durations beside, double share, String name) {
        return Row.of(
                        "class-wide entry of 30 beside " + work + " of " + learners + " learners, " + name,
                        "ms",
                        beside.percentile(share) / 1e6,
                        alone.percentile(share) / 1e6,
                        Double.NaN)
                .beside("alone");
    }

    /** @param beside goes on, again and again, until so many entries were made */
    private static Durations entered(LibrarySchool school, int entries, Work beside) throws Exception {
        Durations durations = new Durations(entries);
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<?> working = other.submit(() -> {
                while (!over.get()) beside.run();
                return true;
            });
            for (int i = 0; i < entries; i++) {
                Thread.sleep(PAUSE_MILLIS);
                long from = System.nanoTime();
                school.positionClass(i % CLASSES, i);
                durations.add(System.nanoTime() - from);
            }
            over.set(true);
            working.get();
        } finally {
            over.set(true);
            other.shutdown();
        }
        return durations;
    }
}
