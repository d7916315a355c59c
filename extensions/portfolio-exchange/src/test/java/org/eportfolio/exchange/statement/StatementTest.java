package org.eportfolio.exchange.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.eportfolio.ProgressListener;
import org.eportfolio.assessment.NewPositioning;
import org.eportfolio.assessment.NewSelfAssessment;
import org.eportfolio.core.Story;
import org.eportfolio.dossier.Production;
import org.eportfolio.exchange.Exchange;
import org.eportfolio.exchange.Extent;
import org.eportfolio.exchange.LossReport;
import org.junit.jupiter.api.Test;

/** Relevé de positionnement: each voice, level, day and evidence, and no mark. */
class StatementTest extends Story {
    private LossReport lost = LossReport.none("");

    private Path written(String format) throws IOException {
        Path to = folder.resolve("statement." + format);
        lost = Exchange.ofDefaults()
                .export(
                        school.emma,
                        new Extent.OfDossier(school.dossier),
                        format,
                        to,
                        Locale.FRENCH,
                        ProgressListener.NONE);
        return to;
    }

    private void assessed() {
        Production map = school.mindMap();
        school.emma
                .assessments()
                .publish(school.dossier, NewSelfAssessment.of("C3.1", "acquis").because("=1+1"));
        school.durand
                .assessments()
                .position(
                        school.dossier,
                        NewPositioning.of("C3.1", "en-cours")
                                .because("Vu en TP.")
                                .citing(map));
    }

    @Test
    void each_voice_has_its_row_with_level_day_and_evidence() throws IOException {
        assessed();

        String csv = Files.readString(written("statement-csv"));

        assertThat(csv)
                .startsWith("\uFEFFRéférentiel;Code;Compétence;Qui évalue;Rôle;Niveau;")
                .contains(";C3.1;", "auto-évaluation;apprenant;Acquis;", ";'=1+1;", ";valable\r\n")
                .contains("enseignant;enseignant;En cours;", ";2026-09-07;Vu en TP.;")
                .contains("Carte mentale des modules de paiement (version 1)", ";rien encore;")
                .doesNotContain("m.durand", "statement.");
        assertThat(lost.losses()).extracting(LossReport.Loss::field).contains("author", "files", "text");
    }

    @Test
    void the_spreadsheet_says_the_same_without_formulas() throws Exception {
        assessed();

        Path file = written("statement-ods");

        byte[] start = Files.readAllBytes(file);
        assertThat(new String(start, 30, 54, StandardCharsets.US_ASCII))
                .isEqualTo("mimetypeapplication/vnd.oasis.opendocument.spreadsheet");
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName))
                    .containsExactly("mimetype", "META-INF/manifest.xml", "content.xml");
            for (String each : java.util.List.of("META-INF/manifest.xml", "content.xml")) {
                try (InputStream in = zip.getInputStream(zip.getEntry(each))) {
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
                }
            }
            try (InputStream in = zip.getInputStream(zip.getEntry("content.xml"))) {
                assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                        .contains("office:date-value=\"2026-09-07\"", "<text:p>=1+1</text:p>", "En cours")
                        .doesNotContain("formula");
            }
        }
    }
}
