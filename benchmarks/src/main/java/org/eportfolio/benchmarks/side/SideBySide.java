package org.eportfolio.benchmarks.side;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.eportfolio.id.ProductionId;

/**
 * Runs the comparisons and writes them as a Markdown table and as JSON: what the library takes through its front door,
 * what hand-written JDBC takes for the same facts, and the ratio. {@code quick} only shows that all of it still works.
 */
public final class SideBySide {
    private static final String LIBRARY = "library";
    private static final String JDBC = "jdbc";

    private final boolean quick;
    private final int learners;
    private final Map<String, Map<String, Double>> results = new LinkedHashMap<>();
    private int turn;

    private SideBySide(boolean quick) {
        this.quick = quick;
        // Their records are more than core remembers, so whoever reads one after another finds none of them there.
        this.learners = quick ? LibrarySchool.CLASS : 8 * LibrarySchool.CLASS;
    }

    /** @param arguments the folder to write to, and {@code quick} for a run of a few seconds */
    public static void main(String... arguments) throws Exception {
        Path folder = Path.of(arguments.length > 0 ? arguments[0] : "target");
        Files.createDirectories(folder);
        SideBySide all = new SideBySide(List.of(arguments).contains("quick"));
        all.run(Files.createTempDirectory(folder, "side-by-side"));
        Files.writeString(folder.resolve("side-by-side.md"), all.markdown());
        Files.writeString(folder.resolve("side-by-side.json"), all.json());
        System.out.println(all.markdown());
    }

    private void run(Path folder) throws Exception {
        try (LibrarySchool library = new LibrarySchool(folder.resolve("library.db"));
                JdbcSchool jdbc = new JdbcSchool(folder.resolve("jdbc.db"), true)) {
            library.fill(learners, 40, 60, 5);
            jdbc.fill(learners, 40, 60, 5);
            reading(library, jdbc);
            writing(library, jdbc);
        } finally {
            try (var files = Files.list(folder)) {
                for (Path each : files.toList()) Files.delete(each);
            }
            Files.delete(folder);
        }
    }

    private void reading(LibrarySchool library, JdbcSchool jdbc) throws Exception {
        race(
                "a dossier, one after another, more than are remembered",
                learners,
                times -> {
                    for (int i = 0; i < times; i++) library.readDossier(next());
                },
                times -> {
                    for (int i = 0; i < times; i++) jdbc.readDossier(next());
                });
        race(
                "a dossier, unchanged since the last reading",
                400,
                times -> {
                    for (int i = 0; i < times; i++) library.readDossier(7);
                },
                times -> {
                    for (int i = 0; i < times; i++) jdbc.readDossier(7);
                });
        int cohorts = learners / LibrarySchool.CLASS;
        race(
                "a cohort's matrix, 30 x 9",
                100,
                times -> {
                    for (int i = 0; i < times; i++) library.matrix(next() % cohorts);
                },
                times -> {
                    for (int i = 0; i < times; i++) jdbc.matrix(next() % cohorts);
                });
        List<byte[]> theirs = jdbc.firstProductions();
        List<ProductionId> ours = new ArrayList<>();
        for (int i = 0; i < learners; i++) ours.add(library.firstProduction(i));
        race(
                "one record by id",
                1_000,
                times -> {
                    for (int i = 0; i < times; i++) {
                        int number = next();
                        library.production(number, ours.get(number));
                    }
                },
                times -> {
                    for (int i = 0; i < times; i++) {
                        int number = next();
                        jdbc.production(number, theirs.get(number));
                    }
                });
    }

    private void writing(LibrarySchool library, JdbcSchool jdbc) throws Exception {
        race(
                "one positioning, durable, 1 thread",
                100,
                times -> {
                    for (int i = 0; i < times; i++) library.position(next(), i);
                },
                times -> {
                    for (int i = 0; i < times; i++) jdbc.position(next(), i);
                });
        for (int threads : new int[] {8, 64}) {
            race(
                    "one positioning, durable, " + threads + " threads",
                    128,
                    times -> together(threads, times, library::position),
                    times -> together(threads, times, jdbc::position));
        }
        int cohorts = learners / LibrarySchool.CLASS;
        race(
                "class-wide entry of 30 positionings",
                10,
                times -> {
                    for (int i = 0; i < times; i++) library.positionClass(i % cohorts, i);
                },
                times -> {
                    for (int i = 0; i < times; i++) jdbc.positionClass(i % cohorts, i);
                });
    }

    private interface Positioning {
        void of(int learner, int number) throws Exception;
    }

    /** Each thread has dossiers of its own. */
    private void together(int threads, int times, Positioning positioning) throws Exception {
        ExecutorService crew = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> done = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                int first = thread;
                done.add(crew.submit(() -> {
                    for (int i = first; i < times; i += threads) positioning.of(first % learners, i);
                    return true;
                }));
            }
            for (Future<?> each : done) each.get();
        } finally {
            crew.shutdown();
        }
    }

    private int next() {
        turn++;
        return turn % learners;
    }

    private void race(String work, int times, Race.Variant library, Race.Variant jdbc) throws Exception {
        results.put(
                work,
                new Race()
                        .with(LIBRARY, library)
                        .with(JDBC, jdbc)
                        .run(quick ? 0 : 3, quick ? 1 : 7, quick ? Math.max(1, times / 50) : times));
    }

    private static double ratio(Map<String, Double> medians) {
        return medians.getOrDefault(LIBRARY, Double.NaN) / medians.getOrDefault(JDBC, Double.NaN);
    }

    private String markdown() throws IOException {
        StringBuilder table = new StringBuilder("| Work | Library, µs | JDBC, µs | Ratio |\n|---|--:|--:|--:|\n");
        results.forEach((work, medians) -> table.append(String.format(
                Locale.ROOT,
                "| %s | %.1f | %.1f | %.2f |%n",
                work,
                medians.getOrDefault(LIBRARY, Double.NaN) / 1_000,
                medians.getOrDefault(JDBC, Double.NaN) / 1_000,
                ratio(medians))));
        return table.toString();
    }

    private String json() {
        return results.entrySet().stream()
                .map(each -> String.format(
                        Locale.ROOT,
                        "{\"work\":\"%s\",\"libraryNs\":%.0f,\"jdbcNs\":%.0f,\"ratio\":%.3f}",
                        each.getKey(),
                        each.getValue().getOrDefault(LIBRARY, Double.NaN),
                        each.getValue().getOrDefault(JDBC, Double.NaN),
                        ratio(each.getValue())))
                .collect(Collectors.joining(",\n ", "[", "]\n"));
    }
}
