package org.eportfolio.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.core.Desk;
import org.eportfolio.core.Story;
import org.eportfolio.exchange.roster.Rosters;
import org.eportfolio.framework.FrameworkId;
import org.junit.jupiter.api.Test;

/** The example of the guide to what travels. */
class GuideExampleTest extends Story {
    private final List<String> printed = new ArrayList<>();

    @Test
    void the_example_runs() throws IOException {
        Files.writeString(folder.resolve("ENT-2026.csv"), Rosters.CSV);

        example(school.head, BundledFrameworks.MC_SNO.framework().id());

        assertThat(school.head.cohorts().find("2SNO")).isPresent();
        assertThat(printed).anyMatch(each -> each.contains("policy: CASE n'a rien pour la règle"));
        assertThat(folder.resolve("mc-sno.json")).exists();
    }

    private void example(Desk head, FrameworkId sno) throws IOException {
        // GUIDE: from here
        Exchange exchange = Exchange.ofDefaults();
        Path file = folder.resolve("ENT-2026.csv");
        ImportReport difference =
                exchange.importFrom(head, file, ImportOptions.ofDefaults().dry());
        difference
                .remarks()
                .forEach(each -> printed.add(each.place() + " " + each.what().in(Locale.FRENCH)));
        exchange.importFrom(head, file, ImportOptions.ofDefaults());

        LossReport lost = exchange.export(head, new Extent.OfFramework(sno), "case", folder.resolve("mc-sno.json"));
        lost.losses()
                .forEach(each -> printed.add(
                        each.item() + " " + each.field() + ": " + each.why().in(Locale.FRENCH)));
        // GUIDE: to here
    }

    @Test
    void the_guide_shows_this_very_code() throws IOException {
        String guide = Files.readString(Path.of("..", "..", "docs", "exchange.md"));
        String compiled = Files.readString(Path.of("src/test/java/org/eportfolio/exchange/GuideExampleTest.java"));
        assertThat(squeezed(between(guide, "```java", "```")))
                .isEqualTo(squeezed(between(compiled, "// GUIDE" + ": from here", "// GUIDE" + ": to here"))
                        .replace("folder.resolve(", "Path.of(")
                        .replace("printed.add(", "System.out.println("));
    }

    private static String between(String text, String from, String to) {
        int start = text.indexOf(from) + from.length();
        return text.substring(start, text.indexOf(to, start));
    }

    private static String squeezed(String code) {
        return code.replaceAll("\\s+", "");
    }
}
