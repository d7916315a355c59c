package org.eportfolio.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eportfolio.core.Desk;
import org.eportfolio.core.InMemoryStore;
import org.eportfolio.core.Portfolio;
import org.eportfolio.exchange.Exchange;
import org.eportfolio.exchange.ImportOptions;
import org.eportfolio.spi.PortfolioStore;
import org.eportfolio.sqlite.SqliteStore;

/**
 * How long a framework of 10,000 items takes to come in as a CASE package, beside parsing the same file with Jackson. Warm:
 * in one JVM that has done both often, in turn, each time into an empty portfolio. Cold: the first time in a JVM of its
 * own. What opening the portfolio takes is not counted; what a durable commit takes is.
 */
public final class CaseImport {
    private static final int ITEMS = 10_000;
    private static final int WARMING = 6;
    private static final int ROUNDS = 9;
    private static final int PROCESSES = 5;
    private static final List<String> VARIANTS = List.of("jackson", "memory", "sqlite");
    private static final String AIM = "5";

    private CaseImport() {}

    /** @param arguments the folder to write to, and {@code quick} for a run that only shows that it works */
    public static void main(String... arguments) throws Exception {
        if (arguments.length == 3 && VARIANTS.contains(arguments[0])) {
            System.out.println(once(arguments[0], Path.of(arguments[1]), Path.of(arguments[2])));
            return;
        }
        Path folder = Path.of(arguments.length > 0 ? arguments[0] : "target");
        boolean quick = List.of(arguments).contains("quick");
        Files.createDirectories(folder);
        Path place = Files.createTempDirectory(folder, "case-");
        Path file = Files.writeString(place.resolve("framework.json"), framework(quick ? 100 : ITEMS));
        Figures figures = new Figures("time");
        Map<String, Double> warm = medians(quick ? 0 : WARMING, quick ? 1 : ROUNDS, each -> once(each, file, place));
        tell("warm", warm, figures);
        if (!quick) tell("cold", medians(0, PROCESSES, each -> child(each, file, place)), figures);
        Figures.clear(place);
        figures.tell(folder, "case-import");
    }

    private static void tell(String how, Map<String, Double> medians, Figures figures) {
        double jackson = Objects.requireNonNull(medians.get("jackson"));
        for (String each : List.of("memory", "sqlite")) {
            figures.time(
                    "CASE import, " + each + ", " + how,
                    Objects.requireNonNull(medians.get(each)),
                    "parsing with Jackson, " + how,
                    jackson,
                    AIM);
        }
    }

    private interface Timed {
        double milliseconds(String variant) throws Exception;
    }

    private static Map<String, Double> medians(int warming, int rounds, Timed timed) throws Exception {
        Map<String, double[]> taken = new LinkedHashMap<>();
        for (int round = -warming; round < rounds; round++) {
            for (String each : VARIANTS) {
                double milliseconds = timed.milliseconds(each);
                if (round >= 0) taken.computeIfAbsent(each, name -> new double[rounds])[round] = milliseconds;
            }
        }
        Map<String, Double> medians = new LinkedHashMap<>();
        taken.forEach((name, each) -> medians.put(name, Figures.median(each)));
        return medians;
    }

    private static double once(String variant, Path file, Path place) throws IOException {
        if (variant.equals("jackson")) {
            long began = System.nanoTime();
            JsonNode tree = new ObjectMapper().readTree(Files.readString(file));
            double taken = since(began);
            if (tree.path("CFItems").isEmpty()) throw new IllegalStateException("nothing was parsed");
            return taken;
        }
        Path database = place.resolve(UUID.randomUUID() + ".db");
        PortfolioStore store = variant.equals("memory") ? new InMemoryStore() : SqliteStore.open(database);
        try (Portfolio portfolio = Portfolio.with(store).build()) {
            Desk head = portfolio.setUp("head");
            Exchange exchange = Exchange.ofDefaults();
            long began = System.nanoTime();
            exchange.bring(head, file, ImportOptions.ofDefaults());
            return since(began);
        } finally {
            Files.deleteIfExists(database);
        }
    }

    private static double since(long began) {
        return (System.nanoTime() - began) / 1e6;
    }

    private static double child(String variant, Path file, Path place) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        CaseImport.class.getName(),
                        variant,
                        file.toString(),
                        place.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String last = out.lines().reduce("", (before, line) -> line);
            if (process.waitFor() != 0) throw new IllegalStateException(variant + " failed");
            return Double.parseDouble(last);
        }
    }

    /** Ten blocs, a tenth of the items competencies, the rest below them. */
    private static String framework(int items) throws IOException {
        ObjectMapper json = new ObjectMapper();
        ObjectNode tree = json.createObjectNode();
        identified(tree.putObject("CFDocument"), 0)
                .put("creator", "nobody")
                .put("title", "Grand référentiel")
                .put("version", "1")
                .put("language", "fr");
        tree.putArray("CFItems");
        tree.putArray("CFAssociations");
        for (int i = 1; i <= items; i++) {
            identified(tree.withArray("CFItems").addObject(), i)
                    .put("fullStatement", "Énoncé de la compétence numéro " + i + ", tel que le référentiel le donne")
                    .put("humanCodingScheme", "C" + i)
                    .put("CFItemType", "Competency")
                    .put("language", "fr");
            int competencies = 10 + items / 10;
            int above = i <= 10 ? 0 : i <= competencies ? 1 + i % 10 : 11 + i % (competencies - 10);
            ObjectNode association = identified(tree.withArray("CFAssociations").addObject(), items + i);
            association.put("associationType", "isChildOf").put("sequenceNumber", i);
            end(association.putObject("originNodeURI"), i);
            end(association.putObject("destinationNodeURI"), above);
        }
        return json.writerWithDefaultPrettyPrinter().writeValueAsString(tree);
    }

    private static ObjectNode identified(ObjectNode element, int number) {
        return end(element, number).put("lastChangeDateTime", "2026-01-01T00:00:00Z");
    }

    private static ObjectNode end(ObjectNode link, int number) {
        UUID id = new UUID(0x4000, 0x8000000000000000L | number);
        return link.put("title", "n° " + number)
                .put("identifier", id.toString())
                .put("uri", "urn:uuid:" + id);
    }
}
