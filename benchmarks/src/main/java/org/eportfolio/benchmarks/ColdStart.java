package org.eportfolio.benchmarks;

import static org.eportfolio.school.Members.learners;
import static org.eportfolio.school.Members.teachers;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eportfolio.assessment.NewPositioning;
import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.core.ExampleScales;
import org.eportfolio.core.Portfolio;
import org.eportfolio.school.Actor;
import org.eportfolio.sqlite.SqliteStore;
import org.slf4j.Logger;
import org.sqlite.JDBC;

/**
 * How long the console's launcher takes for {@code matrix --json}, beside the least that a program on SQLite does: whole
 * processes that take turns, by the clock. Written as a Markdown table and as JSON.
 */
public final class ColdStart {
    private static final String BASE = "+ opens the file and asks one thing";
    private static final int LEARNERS = 12;

    private final Path launcher;
    private final Path folder;
    private final int rounds;
    private final List<Variant> variants = new ArrayList<>();

    private ColdStart(Path launcher, Path folder, int rounds) {
        this.launcher = launcher;
        this.folder = folder;
        this.rounds = rounds;
    }

    /** @param args the launcher, the folder to write to, and how many rounds */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path to = Path.of(args[1]).toAbsolutePath();
        Path folder = Files.createTempDirectory(to, "cold-start");
        try {
            ColdStart starts = new ColdStart(Path.of(args[0]).toRealPath(), folder, Integer.parseInt(args[2]));
            starts.run();
            Files.writeString(to.resolve("cold-start.md"), starts.markdown());
            Files.writeString(to.resolve("cold-start.json"), starts.json());
            System.out.println(starts.markdown());
        } finally {
            clear(folder);
        }
    }

    /** A command, and how long each round of it took. */
    private record Variant(String name, List<String> command, double[] millis) {
        double median() {
            double[] sorted = millis.clone();
            Arrays.sort(sorted);
            return sorted[sorted.length / 2];
        }
    }

    private void run() throws IOException, InterruptedException {
        prepare();
        for (int round = -1; round < rounds; round++) {
            for (Variant variant : variants) {
                double took = once(variant.command());
                if (round >= 0) variant.millis()[round] = took;
            }
        }
    }

    private void prepare() throws IOException {
        String file = smallFile().toString();
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        // What Maven gives a program that names sqlite-jdbc.
        String path = Stream.of(BareStart.class, JDBC.class, Logger.class)
                .map(ColdStart::origin)
                .collect(Collectors.joining(System.getProperty("path.separator")));
        String start = launcher.resolveSibling("target").resolve("start").toString();
        String bare = BareStart.class.getName();
        String[] matrix = {"matrix", "A", "--json", "--db", file};
        variant("a JVM that does nothing", List.of(java, "-cp", path, bare));
        variant(BASE, List.of(java, "-cp", path, bare, file));
        variant(
                "the same with SQLite's library already unpacked",
                List.of(
                        java,
                        "-Dorg.sqlite.lib.path=" + start,
                        "-Dorg.sqlite.lib.name=" + System.mapLibraryName("sqlitejdbc"),
                        "-cp",
                        path,
                        bare,
                        file));
        variant(
                "`matrix --json` by `java -jar`",
                List.of(
                        java,
                        "-jar",
                        launcher.resolveSibling("target/portfolio.jar").toString()),
                matrix);
        variant(
                "`matrix --json` by the launcher without its archive",
                List.of(withoutArchive().toString()),
                matrix);
        variant("`matrix --json` by the launcher", List.of(launcher.toString()), matrix);
    }

    private void variant(String name, List<String> command, String... arguments) {
        List<String> whole = new ArrayList<>(command);
        whole.addAll(List.of(arguments));
        variants.add(new Variant(name, whole, new double[rounds]));
    }

    private Path smallFile() {
        Path file = folder.resolve("small.db");
        String[] people =
                IntStream.range(0, LEARNERS).mapToObj(i -> "learner" + i).toArray(String[]::new);
        try (Portfolio portfolio = Portfolio.with(SqliteStore.open(file)).build()) {
            var head = portfolio.setUp("head");
            var adoption = head.frameworks().adopt(BundledFrameworks.MC_SNO, ExampleScales.FOUR_STEPS);
            head.cohorts().enrol("A", learners(people), teachers("teacher"));
            var teacher = portfolio.as(Actor.of("teacher"));
            for (String learner : people) {
                var dossier = portfolio.as(Actor.of(learner)).dossiers().open(adoption);
                for (String code : List.of("C1.1", "C2.1", "C3.1")) {
                    teacher.assessments()
                            .position(dossier, NewPositioning.of(code, "acquis").because("observed"));
                }
            }
        }
        return file;
    }

    /** The same launcher in a place where the build left only SQLite's library. */
    private Path withoutArchive() throws IOException {
        Path target = launcher.resolveSibling("target");
        Path start = Files.createDirectories(folder.resolve("target/start"));
        Files.createSymbolicLink(folder.resolve("target/portfolio.jar"), target.resolve("portfolio.jar"));
        Files.createSymbolicLink(folder.resolve("target/lib"), target.resolve("lib"));
        String library = System.mapLibraryName("sqlitejdbc");
        Files.createSymbolicLink(start.resolve(library), target.resolve("start").resolve(library));
        return Files.copy(launcher, folder.resolve("portfolio"), StandardCopyOption.COPY_ATTRIBUTES);
    }

    private double once(List<String> command) throws IOException, InterruptedException {
        Path said = folder.resolve("said");
        long begin = System.nanoTime();
        int code = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                .start()
                .waitFor();
        double took = (System.nanoTime() - begin) / 1e6;
        if (code != 0) throw new IllegalStateException(command + ": " + Files.readString(said));
        return took;
    }

    private static String origin(Class<?> type) {
        return Path.of(URI.create(
                        type.getProtectionDomain().getCodeSource().getLocation().toString()))
                .toString();
    }

    private double base() {
        return variants.stream()
                .filter(each -> each.name().equals(BASE))
                .findFirst()
                .orElseThrow()
                .median();
    }

    private String markdown() {
        StringBuilder table = new StringBuilder("| Cold start | ms | Ratio |\n|---|--:|--:|\n");
        for (Variant each : variants) {
            table.append(String.format(
                    Locale.ROOT, "| %s | %.0f | %.2f |%n", each.name(), each.median(), each.median() / base()));
        }
        return table.toString();
    }

    private String json() {
        return variants.stream()
                .map(each -> String.format(
                        Locale.ROOT,
                        "{\"start\": \"%s\", \"ms\": %.1f, \"ratio\": %.3f}",
                        each.name(),
                        each.median(),
                        each.median() / base()))
                .collect(Collectors.joining(",\n  ", "[\n  ", "\n]\n"));
    }

    private static void clear(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> within = Files.walk(folder)) {
            all = within.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : all) Files.delete(each);
    }
}
