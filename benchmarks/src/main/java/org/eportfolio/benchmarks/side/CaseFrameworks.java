package org.eportfolio.benchmarks.side;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eportfolio.core.Desk;
import org.eportfolio.core.InMemoryStore;
import org.eportfolio.core.Portfolio;
import org.eportfolio.exchange.Exchange;
import org.eportfolio.exchange.ImportOptions;
import org.eportfolio.spi.PortfolioStore;
import org.eportfolio.sqlite.SqliteStore;
import org.jspecify.annotations.Nullable;

/**
 * How long a framework of 10,000 items takes to come in as a CASE package, beside parsing the same file with Jackson. Warm:
 * in one JVM that has done both often, in turn, each time into an empty portfolio. Cold: the first time in a JVM of its
 * own. What opening the portfolio takes is not counted; what a durable commit takes is.
 */
final class CaseFrameworks implements Chapter {
    private static final String JACKSON = "Jackson";
    private static final String MEMORY = "memory";
    private static final String SQLITE = "SQLite";
    private static final List<String> VARIANTS = List.of(JACKSON, MEMORY, SQLITE);

    private static final String PACKAGE = "case.json";
    private static final String DATABASE = "case.db";
    private static final Bound MUST = Bound.ofJdbc(5);

    @Override
    public void measure(Course course, Table table) throws Exception {
        int items = course.sized(30, 10_000, 10_000);
        Files.writeString(course.fresh(PACKAGE), CasePackage.of(items));
        Race warm = new Race();
        Race cold = new Race();
        for (String each : VARIANTS) {
            warm.with(each, variant(each, course));
            cold.with(each, new Child(each, course));
        }
        tell(items + " items, warm", course.race(warm, 1), table);
        tell(items + " items, cold", cold.run(course.sized(0, 1, 1), course.sized(1, 5, 5), 1), table);
        course.clear(PACKAGE);
    }

    private static void tell(String how, Map<String, Double> nanos, Table table) {
        for (String each : List.of(MEMORY, SQLITE)) {
            table.add(Row.millis("CASE import, " + each + ", " + how, nanos, each, JACKSON)
                    .beside(JACKSON)
                    .must(MUST)
                    .note("beside parsing with Jackson"));
        }
    }

    private static Race.Variant variant(String name, Course course) throws IOException {
        Path file = course.folder().resolve(PACKAGE);
        return name.equals(JACKSON) ? times -> parse(file) : new Import(name.equals(MEMORY), course, file);
    }

    private static void parse(Path file) throws IOException {
        JsonNode tree = new ObjectMapper().readTree(Files.readString(file));
        if (tree.path("CFItems").isEmpty()) throw new IllegalStateException("nothing was parsed");
    }

    private static final class Import implements Race.Variant {
        private final boolean inMemory;
        private final Course course;
        private final Path file;
        private final Exchange exchange = Exchange.ofDefaults();
        private @Nullable Portfolio portfolio;
        private @Nullable Desk head;

        Import(boolean inMemory, Course course, Path file) {
            this.inMemory = inMemory;
            this.course = course;
            this.file = file;
        }

        @Override
        public void prepare() throws IOException {
            PortfolioStore store = inMemory ? new InMemoryStore() : SqliteStore.open(course.fresh(DATABASE));
            portfolio = Portfolio.with(store).build();
            head = portfolio.setUp("head");
        }

        @Override
        public void run(int times) throws IOException {
            exchange.importFrom(Objects.requireNonNull(head), file, ImportOptions.ofDefaults());
        }

        @Override
        public void finish() throws IOException {
            Objects.requireNonNull(portfolio).close();
            course.clear(DATABASE);
        }
    }

    /** The same as the first work of a JVM, which reports how long it took. */
    private record Child(String variant, Course course) implements Race.Variant {
        @Override
        public void run(int times) throws Exception {
            nanos(times);
        }

        @Override
        public double nanos(int times) throws Exception {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            CaseFrameworks.class.getName(),
                            variant,
                            course.folder().toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) throw new IllegalStateException(variant + " failed");
            return Double.parseDouble(output.strip());
        }
    }

    /** @param arguments the variant, and the folder with the package */
    public static void main(String... arguments) throws Exception {
        Course course = new Course(Path.of(arguments[1]), false, false);
        Race once = new Race().with(arguments[0], variant(arguments[0], course));
        System.out.println(once.run(0, 1, 1).get(arguments[0]));
    }
}
