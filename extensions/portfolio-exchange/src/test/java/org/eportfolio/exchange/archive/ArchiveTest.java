package org.eportfolio.exchange.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.eportfolio.PageRequest;
import org.eportfolio.core.Desk;
import org.eportfolio.core.Portfolio;
import org.eportfolio.core.VosReves;
import org.eportfolio.exchange.Extent;
import org.eportfolio.exchange.ImportOptions;
import org.eportfolio.exchange.ImportReport;
import org.eportfolio.exchange.LossReport;
import org.eportfolio.school.Actor;
import org.junit.jupiter.api.Test;

/** Row E1: an archive carries everything, and comes back to the byte. */
class ArchiveTest extends Archives {
    @Test
    void a_dossier_comes_back_to_the_byte_from_an_empty_portfolio_over_the_other_store() throws IOException {
        Extent emmas = new Extent.OfDossier(school.dossier);
        Path first = exported(school.head, emmas);
        try (Portfolio there = elsewhere()) {
            Desk head = there.setUp("directrice");
            ImportReport report = EXCHANGE.importFrom(head, first, ImportOptions.ofDefaults());

            assertThat(report.remarks()).isEmpty();
            assertThat(report.counts().get("dossier")).isEqualTo(new ImportReport.Count(1, 0, 0, 0));
            assertThat(exported(head, emmas)).hasSameBinaryContentAs(first);
            assertThat(head.journal().verify().faults()).isEmpty();
        }
    }

    @Test
    void a_cohort_comes_back_to_the_byte() throws IOException {
        Extent all = new Extent.OfCohort(school.cohort);
        Path first = exported(school.head, all);
        try (Portfolio there = elsewhere()) {
            Desk head = there.setUp("directrice");
            assertThat(EXCHANGE.importFrom(head, first, ImportOptions.ofDefaults())
                            .counts()
                            .get("dossier")
                            .added())
                    .isEqualTo(4);
            assertThat(exported(head, all)).hasSameBinaryContentAs(first);
            assertThat(VosReves.reading(head, school.dossier)
                            .assessments()
                            .list(school.dossier, PageRequest.first(100))
                            .items())
                    .isEqualTo(school.headReading()
                            .assessments()
                            .list(school.dossier, PageRequest.first(100))
                            .items());
            assertThat(head.journal().verify().faults()).isEmpty();
        }
    }

    @Test
    void the_organisation_is_restored_whole_into_an_empty_portfolio_and_comes_back_to_the_byte() throws IOException {
        Extent all = new Extent.OfOrganisation();
        Path first = exported(school.head, all);
        try (Portfolio there = elsewhere()) {
            ImportReport report = EXCHANGE.importFrom(there.as(Actor.system()), first, ImportOptions.ofDefaults());

            assertThat(report.counts().get("grant").added()).isPositive();
            Desk head = there.as(Actor.of("proviseure"));
            assertThat(exported(head, all)).hasSameBinaryContentAs(first);
            assertThat(head.journal().verify().faults()).isEmpty();
            assertThat(there.as(Actor.of("emma")).progress().of(school.dossier).toString())
                    .isEqualTo(school.emma.progress().of(school.dossier).toString());
        }
    }

    @Test
    void what_lies_in_other_dossiers_is_told_as_lost() throws IOException {
        LossReport lost =
                EXCHANGE.export(school.head, new Extent.OfDossier(school.malos), "archive", folder.resolve("malo.zip"));

        assertThat(lost.losses())
                .singleElement()
                .satisfies(each -> assertThat(each.item()).isEqualTo(school.dossier.toString()));
    }
}
