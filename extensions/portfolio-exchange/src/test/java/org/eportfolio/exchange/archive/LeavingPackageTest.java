package org.eportfolio.exchange.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eportfolio.school.Members.learners;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.eportfolio.ProgressListener;
import org.eportfolio.core.Desk;
import org.eportfolio.core.InMemoryStore;
import org.eportfolio.core.Portfolio;
import org.eportfolio.core.Story;
import org.eportfolio.core.VosReves;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.exchange.Exchange;
import org.eportfolio.exchange.ImportOptions;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Actor;
import org.eportfolio.sharing.HandedPackage;
import org.eportfolio.year.NewYearEnd;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** J9 and D9: what a learner takes away can be read by people, and by the portfolio of another school. */
class LeavingPackageTest extends Story {
    @BeforeEach
    void theHostGivesIt() throws IOException {
        school.close();
        school = VosReves.over(
                stores.open(Files.createDirectory(folder.resolve("host"))),
                builder -> builder.takeAway(new LeavingPackage()));
    }

    @Test
    void an_archive_of_each_dossier_stands_beside_the_page_and_another_school_takes_it_as_history() throws IOException {
        school.emma
                .productions()
                .add(
                        school.dossier,
                        NewProduction.titled("Carte mentale").attaching(VosReves.file("carte.txt", "Mercanet")));
        HandedPackage handed = school.head
                .year()
                .end(
                        NewYearEnd.of(school.cohort, VosReves.TODAY.plusDays(30))
                                .leaving("emma")
                                .othersStay(),
                        each -> {},
                        ProgressListener.NONE)
                .packages()
                .get(0);
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        school.portfolio
                .as(Actor.bearing(handed.link().token().text()))
                .shared()
                .writePackage(handed.code().text(), Locale.FRENCH, zip);
        Map<String, byte[]> entries = new LinkedHashMap<>();
        ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip.toByteArray()));
        for (ZipEntry each = in.getNextEntry(); each != null; each = in.getNextEntry()) {
            entries.put(each.getName(), in.readAllBytes());
        }
        String archive = "archives/" + school.dossier + ".zip";
        assertThat(entries).containsKeys("index.html", "records.jsonl", archive);

        Path file = Files.write(folder.resolve("emma.zip"), entries.get(archive));
        try (Portfolio elsewhere = Portfolio.with(new InMemoryStore()).build()) {
            Desk head = elsewhere.setUp("autre");
            head.cohorts().enrol("2SNO", learners("emma"));
            Exchange.ofDefaults().importFrom(head, file, ImportOptions.ofDefaults());
            assertThat(head.dossiers().earlier(PersonId.of("emma"))).hasSize(1);
            assertThat(head.safekeeping().check().sound()).isTrue();
        }
    }
}
