package org.eportfolio.benchmarks.side;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eportfolio.benchmarks.side.postgresql.PostgresCommits;
import org.eportfolio.benchmarks.side.postgresql.PostgresCompaction;
import org.eportfolio.benchmarks.side.postgresql.PostgresFiles;
import org.eportfolio.benchmarks.side.postgresql.PostgresFollowers;
import org.eportfolio.benchmarks.side.postgresql.PostgresGrowth;
import org.eportfolio.benchmarks.side.postgresql.PostgresIndex;
import org.eportfolio.benchmarks.side.postgresql.PostgresLoad;

/**
 * Runs the comparisons and writes them as a Markdown table and as JSON: what the library takes through its front door,
 * what hand-written JDBC and Hibernate take for the same facts, or another plain thing that a host would use, and the
 * ratios. The system property {@code console.launcher} says where the packaged console's launcher is.
 */
public final class SideBySide {
    /** Kept here, or its level would go with it. */
    private static final Logger HIBERNATE = Logger.getLogger("org.hibernate");

    /** To measure something else, add a chapter here, and its rows join the same table. */
    private static List<Chapter> chapters() {
        return List.of(
                new Everyday(),
                new BulkLoad(),
                new BesideWriter(),
                new Archives(),
                new Leap2aTravel(),
                new CaseFrameworks(),
                new BadgeProofs(),
                new ClassBadgesOut(),
                new ColdStart(Path.of(System.getProperty("console.launcher", "portfolio"))),
                new LargeClass(),
                new LoggedReads(),
                new ManySchools(),
                new FileRanges(),
                new WholeSchool(),
                new Erasures(),
                new BesideLongWork(),
                new Searching(),
                new Growth(),
                new PostgresCommits(),
                new PostgresCompaction(),
                new PostgresFiles(),
                new PostgresFollowers(),
                new PostgresLoad(),
                new PostgresIndex(),
                new PostgresGrowth());
    }

    private SideBySide() {}

    /**
     * @param arguments the folder to write to; then {@code quick} for a run of a few seconds, {@code ordinary}, or
     *     {@code million} for one of hours; and, after commas, the chapters to run, by their classes' names
     */
    public static void main(String... arguments) throws Exception {
        HIBERNATE.setLevel(Level.OFF);
        List<String> words = List.of(String.join(",", arguments).split(","));
        Path folder = Path.of(words.get(0));
        Files.createDirectories(folder);
        Course course = new Course(
                Files.createTempDirectory(folder, "side-by-side"), words.contains("quick"), words.contains("million"));
        List<Chapter> all = chapters();
        List<Chapter> named =
                all.stream().filter(each -> words.contains(name(each))).toList();
        Table table = new Table();
        try {
            for (Chapter each : named.isEmpty() ? all : named) each.measure(course, table);
        } finally {
            course.clear();
        }
        table.write(folder);
    }

    private static String name(Chapter chapter) {
        return chapter.getClass().getSimpleName();
    }
}
