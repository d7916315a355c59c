package org.eportfolio.core.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eportfolio.school.Members.learners;
import static org.eportfolio.school.Members.teachers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eportfolio.assessment.Divergence;
import org.eportfolio.assessment.NewPositioning;
import org.eportfolio.assessment.NewSelfAssessment;
import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.core.ExampleScales;
import org.eportfolio.core.Portfolio;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.school.Actor;
import org.eportfolio.sqlite.SqliteStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of the README: what stands there is what is compiled here, played twice on one file. */
class ReadmeExampleTest {
    @TempDir
    Path folder;

    @Test
    void the_example_runs_twice_on_one_file() throws IOException {
        Path file = Files.writeString(folder.resolve("carte.txt"), "Mercanet, PayPal, Stripe");
        Path database = folder.resolve("school.db");

        List<Divergence> first = example(database, file);
        List<Divergence> second = example(database, file);

        assertThat(first).hasToString("[C3.1: TEACHER ◔ en-cours < SELF ◕ acquis]");
        assertThat(second).isEqualTo(first);
    }

    @Test
    void the_readme_shows_this_very_code() throws IOException {
        String readme = Files.readString(Path.of("..", "README.md"));
        String shown = between(readme, "```java", "```");
        String here = Files.readString(Path.of("src/test/java/org/eportfolio/core/guide/ReadmeExampleTest.java"));
        String compiled = between(here, "// README" + ": from here", "// README" + ": to here");
        int code = shown.indexOf("try (");
        assertThat(shown.substring(0, code).lines().filter(line -> !line.isBlank()))
                .containsExactlyElementsOf(importsOf(here, shown.substring(code)));
        assertThat(squeezed(shown.substring(code)))
                .isEqualTo(squeezed(compiled)
                        .replace("open(database)", "open(Path.of(\"school.db\"))")
                        .replace("attaching(file)", "attaching(Path.of(\"carte.txt\"))")
                        .replace("printed::add", "System.out::println"));
    }

    /** Those that the example needs. */
    private static List<String> importsOf(String source, String example) {
        return source.lines()
                .filter(line -> line.startsWith("import "))
                .filter(line -> example.matches("(?s).*\\b" + line.replaceAll(".*\\.(\\w+);", "$1") + "\\b.*"))
                .sorted(Comparator.comparing((String line) -> !line.startsWith("import static"))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private static String between(String text, String from, String to) {
        int start = text.indexOf(from) + from.length();
        return text.substring(start, text.indexOf(to, start));
    }

    private static String squeezed(String code) {
        return code.replaceAll("\\s+", "");
    }

    private static List<Divergence> example(Path database, Path file) {
        List<Divergence> printed = new ArrayList<>();
        // README: from here
        try (var portfolio = Portfolio.with(SqliteStore.open(database)).build()) {
            var head = portfolio.setUp("proviseure"); // names the first administrator; harmless the second time
            var sno = head.frameworks().adopt(BundledFrameworks.MC_SNO, ExampleScales.FOUR_STEPS);
            head.cohorts().enrol("CS SNO 2026", learners("emma", "malo"), teachers("m.durand"));

            var emma = portfolio.as(Actor.of("emma"));
            var dossier = emma.dossiers().open(sno);
            var map = emma.productions()
                    .add(
                            dossier,
                            NewProduction.titled("Carte mentale")
                                    .showing("C3.1")
                                    .attaching(file));
            emma.assessments()
                    .publish(
                            dossier,
                            NewSelfAssessment.of("C3.1", "acquis")
                                    .because("J'ai comparé quatre offres.")
                                    .citing(map));

            portfolio
                    .as(Actor.of("m.durand"))
                    .assessments()
                    .position(
                            dossier,
                            NewPositioning.of("C3.1", "en-cours")
                                    .because("Sources non datées.")
                                    .citing(map));
            emma.progress().of(dossier).divergences().forEach(printed::add);
        }
        // README: to here
        return printed;
    }
}
