package org.eportfolio.exchange.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.eportfolio.PageRequest;
import org.eportfolio.core.Desk;
import org.eportfolio.core.OverBothStores;
import org.eportfolio.core.Portfolio;
import org.eportfolio.core.Stores;
import org.eportfolio.core.VosReves;
import org.eportfolio.exchange.Exchange;
import org.eportfolio.exchange.Extent;
import org.eportfolio.exchange.ImportOptions;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Cohort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** Archives that were made once are read for ever. Their files are never made anew. */
@OverBothStores
class OlderArchivesTest {
    @Parameter
    @SuppressWarnings("NullAway.Init")
    Stores stores;

    @TempDir
    Path folder = Path.of("");

    /** The VosRêves class as the first schema wrote it. */
    @Test
    void the_first_schema_is_read_and_nothing_of_it_is_lost() throws IOException {
        Path first = folder.resolve("vosreves-schema-1.zip");
        try (InputStream in = Objects.requireNonNull(
                getClass().getResourceAsStream(String.valueOf(first.getFileName())), "the archive")) {
            Files.copy(in, first);
        }
        try (Portfolio there = Portfolio.with(stores.open(folder)).build()) {
            Desk head = there.setUp("directrice");
            Exchange.ofDefaults().importFrom(head, first, ImportOptions.ofDefaults());

            assertThat(head.journal().verify().faults()).isEmpty();
            assertThat(head.people().named(java.util.List.of(PersonId.of("emma"))))
                    .containsValue("Emma Exemplaire");
            CohortId cohort = head.cohorts().find("CS SNO 2026").map(Cohort::id).orElseThrow();
            DossierId earlier =
                    head.dossiers().earlier(PersonId.of("emma")).get(0).dossier();
            Path again = folder.resolve("again.zip");
            Exchange.ofDefaults().export(head, new Extent.OfCohort(cohort), "archive", again);
            assertThat(VosReves.reading(head, earlier)
                            .assessments()
                            .list(earlier, PageRequest.first(100))
                            .items()
                            .toString())
                    .contains("en-cours", "acquis");
            Map<String, byte[]> before = Zips.entries(first);
            Map<String, byte[]> after = Zips.entries(again);
            // What only its author may see stays behind since then.
            before.keySet().removeIf(each -> !after.containsKey(each) && each.contains("draft"));
            assertThat(after.keySet()).containsExactlyElementsOf(before.keySet());
            assertThat(journal(after).stream().filter(each -> !each.contains("\"aliases.covered\"")))
                    .containsExactlyElementsOf(journal(before));
            assertThat(journal(after)).hasSizeGreaterThan(journal(before).size());
            before.keySet().removeAll(java.util.List.of("journal.jsonl", "manifest.json"));
            before.forEach((name, bytes) -> assertThat(after.get(name)).as(name).isEqualTo(bytes));
        }
    }

    private static java.util.List<String> journal(Map<String, byte[]> archive) {
        return new String(archive.get("journal.jsonl"), java.nio.charset.StandardCharsets.UTF_8)
                .lines()
                .toList();
    }
}
