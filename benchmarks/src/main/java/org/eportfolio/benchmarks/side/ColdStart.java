package org.eportfolio.benchmarks.side;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eportfolio.assessment.NewPositioning;
import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.core.Desk;
import org.eportfolio.core.ExampleScales;
import org.eportfolio.core.Portfolio;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.DossierId;
import org.eportfolio.school.Actor;
import org.eportfolio.school.Members;
import org.eportfolio.sqlite.SqliteStore;
import org.slf4j.Logger;
import org.sqlite.JDBC;

/**
 * How long the console's launcher takes for {@code matrix --json}, beside the least that a program on SQLite does, and
 * what that is made of: whole processes that take turns, by the clock.
 */
final class ColdStart implements Chapter {
    private static final String BARE = "bare program";
    private static final String LAUNCHER = "`matrix --json` by the launcher";
    private static final String JAR = "portfolio.jar";
    private static final String START = "start";
    private static final int LEARNERS = 12;

    private final Path launcher;
    private final Path built;

    /** @param launcher the console's, beside the folder in which Maven packaged the console; or nothing of the kind */
    ColdStart(Path launcher) {
        this.launcher = launcher.toAbsolutePath().normalize();
        built = this.launcher.resolveSibling("target");
    }

    private record Command(Path said, List<String> words) implements Race.Variant {
        @Override
        public void run(int times) throws IOException, InterruptedException {
            int code = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .redirectInput(Path.of("/dev/null").toFile())
                    .start()
                    .waitFor();
            if (code != 0) throw new IllegalStateException(words + ": " + Files.readString(said));
        }
    }

    @Override
    public void measure(Course course, Table table) throws Exception {
        if (!Files.exists(built.resolve(JAR))) {
            System.out.println("No cold start: the console is not packaged.");
            return;
        }
        Race race = new Race();
        Path said = course.fresh("said");
        commands(course).forEach((name, words) -> race.with(name, new Command(said, words)));
        Map<String, Double> nanos = race.run(1, course.sized(1, 15, 15), 1);
        course.clear("said");
        course.clear("cold.db");
        for (String each : nanos.keySet()) {
            if (each.equals(BARE)) continue;
            Row row = Row.millis("cold start, " + each, nanos, each, BARE).beside(BARE);
            table.add(
                    each.equals(LAUNCHER)
                            ? row.must(Bound.ofJdbc(1.6))
                                    .aim(Bound.ofJdbc(1.3))
                                    .note("beside a program that opens the file with JDBC and asks one thing")
                            : row.note("beside the same"));
        }
    }

    private Map<String, List<String>> commands(Course course) throws IOException {
        Path file = course.fresh("cold.db").toAbsolutePath();
        fill(file);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        // What Maven gives a program that names sqlite-jdbc.
        String path = Stream.of(BareStart.class, JDBC.class, Logger.class)
                .map(ColdStart::origin)
                .collect(Collectors.joining(System.getProperty("path.separator")));
        List<String> bare = List.of("-cp", path, BareStart.class.getName());
        List<String> unpacked = List.of(
                "-Dorg.sqlite.lib.path=" + built.resolve(START),
                "-Dorg.sqlite.lib.name=" + System.mapLibraryName("sqlitejdbc"));
        List<String> asked = List.of(file.toString());
        List<String> matrix = List.of("matrix", "A", "--json", "--as", "teacher", "--db", file.toString());
        Map<String, List<String>> commands = new LinkedHashMap<>();
        commands.put(LAUNCHER, words(List.of(launcher.toString()), matrix));
        commands.put(BARE, words(List.of(java), bare, asked));
        commands.put("a JVM that does nothing", words(List.of(java), bare));
        commands.put(
                "the bare program with SQLite's library already unpacked", words(List.of(java), unpacked, bare, asked));
        commands.put(
                "`matrix --json` by `java -jar`",
                words(List.of(java, "-jar", built.resolve(JAR).toString()), matrix));
        commands.put(
                "`matrix --json` by the launcher without its archive",
                words(List.of(withoutArchive(course.folder()).toString()), matrix));
        return commands;
    }

    @SafeVarargs
    private static List<String> words(List<String>... parts) {
        List<String> words = new ArrayList<>();
        for (List<String> each : parts) words.addAll(each);
        return words;
    }

    private static void fill(Path file) {
        String[] people =
                IntStream.range(0, LEARNERS).mapToObj(i -> "learner" + i).toArray(String[]::new);
        try (Portfolio portfolio = Portfolio.with(SqliteStore.open(file)).build()) {
            Desk head = portfolio.setUp("head");
            AdoptionId adoption = head.frameworks().adopt(BundledFrameworks.MC_SNO, ExampleScales.FOUR_STEPS);
            head.cohorts().enrol("A", Members.learners(people), Members.teachers("teacher"));
            Desk teacher = portfolio.as(Actor.of("teacher"));
            for (String learner : people) {
                DossierId dossier = portfolio.as(Actor.of(learner)).dossiers().open(adoption);
                for (String code : List.of("C1.1", "C2.1", "C3.1")) {
                    teacher.assessments()
                            .position(dossier, NewPositioning.of(code, "acquis").because("observed"));
                }
            }
        }
    }

    /** The same launcher in a place where the build left only SQLite's library. */
    private Path withoutArchive(Path folder) throws IOException {
        Path target = folder.toAbsolutePath().resolve("target");
        Path start = Files.createDirectories(target.resolve(START));
        Files.createSymbolicLink(target.resolve(JAR), built.resolve(JAR));
        Files.createSymbolicLink(target.resolve("lib"), built.resolve("lib"));
        String library = System.mapLibraryName("sqlitejdbc");
        Files.createSymbolicLink(start.resolve(library), built.resolve(START).resolve(library));
        return Files.copy(launcher, target.resolveSibling(launcher.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
    }

    private static String origin(Class<?> type) {
        return Path.of(URI.create(
                        type.getProtectionDomain().getCodeSource().getLocation().toString()))
                .toString();
    }
}
