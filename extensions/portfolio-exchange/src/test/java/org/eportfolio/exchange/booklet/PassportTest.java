package org.eportfolio.exchange.booklet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipFile;
import org.eportfolio.ProgressListener;
import org.eportfolio.core.Story;
import org.eportfolio.core.VosReves;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Production;
import org.eportfolio.dossier.Setting;
import org.eportfolio.exchange.Exchange;
import org.eportfolio.exchange.Extent;
import org.eportfolio.exchange.LossReport;
import org.eportfolio.guidance.NewWorkplacePeriod;
import org.eportfolio.reflection.NewReflection;
import org.junit.jupiter.api.Test;

/** Passeport professionnel: situations lived at school and at work, by competency. */
class PassportTest extends Story {
    private LossReport lost = LossReport.none("");

    private Path written(String format, String name) throws IOException {
        Path to = folder.resolve(name);
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

    private void lived() {
        Production shop = school.emma
                .productions()
                .add(
                        school.dossier,
                        NewProduction.titled("Vitrine de la boutique")
                                .showing("C3.1")
                                .livedIn(new Setting.Workplace("Boutique L'Étoile")));
        school.emma
                .reflections()
                .share(
                        school.dossier,
                        NewReflection.on("Choisir un module", new Setting.Mission("vosreves", "vr-1-m1"))
                                .answering("text", "Privé entre nous")
                                .citing(shop));
        school.emma.productions().add(school.dossier, NewProduction.titled("Photo de classe"));
        school.emma
                .productions()
                .add(school.dossier, NewProduction.titled("Fichier clients").confidentialToTheCompany());
        school.durand
                .tutoring()
                .open(
                        school.dossier,
                        NewWorkplacePeriod.pfmp("Boutique L'Étoile")
                                .lasting(VosReves.TODAY, VosReves.TODAY.plusDays(20)));
        school.positioned(school.durand, "C3.1", "acquis");
    }

    @Test
    void situations_at_school_and_at_work_stand_under_their_competency() throws IOException {
        lived();

        String page = Files.readString(written("passport", "pass").resolve("index.html"));

        assertThat(page)
                .containsSubsequence(
                        "Passeport professionnel",
                        "Périodes en entreprise",
                        "Boutique L&#39;Étoile",
                        "<h3 lang=\"fr\">C3.1",
                        "En classe",
                        "Choisir un module",
                        "En entreprise",
                        "Vitrine de la boutique",
                        "Situations sans compétence",
                        "Photo de classe")
                .doesNotContain("Fichier clients", "Privé entre nous", "Acquis", "Vu en TP", "booklet.");
        assertThat(lost.losses()).extracting(LossReport.Loss::kind).contains("levels", "files", "production");
    }

    @Test
    void it_is_printed_too() throws Exception {
        lived();

        Path pdf = written("passport-pdf", "pass.pdf");

        assertThat(Files.readAllBytes(pdf)).startsWith('%', 'P', 'D', 'F');
        assertThat(PdfUa.failures(pdf)).isEmpty();
    }

    @Test
    void a_spreadsheet_has_a_row_for_each_situation_and_the_periods_in_a_table_of_their_own() throws Exception {
        lived();

        Path file = written("passport-ods", "pass.ods");

        String content;
        try (ZipFile zip = new ZipFile(file.toFile());
                InputStream in = zip.getInputStream(zip.getEntry("content.xml"))) {
            content = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        assertThat(content)
                .containsSubsequence(
                        "table:name=\"Situations vécues par compétence\"",
                        "<text:p>C3.1</text:p>",
                        "<text:p>En classe</text:p>",
                        "<text:p>Choisir un module</text:p>",
                        "<text:p>En entreprise</text:p>",
                        "<text:p>Vitrine de la boutique</text:p>",
                        "<text:p>Photo de classe</text:p>",
                        "table:name=\"Périodes en entreprise\"",
                        "office:date-value=\"2026-09-07\"")
                .doesNotContain("Fichier clients", "Privé entre nous", "Acquis", "formula", "passport.");
        assertThat(lost.losses()).extracting(LossReport.Loss::kind).contains("levels", "files", "production");
    }
}
