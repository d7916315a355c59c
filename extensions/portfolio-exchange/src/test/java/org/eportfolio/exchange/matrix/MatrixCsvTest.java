package org.eportfolio.exchange.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.eportfolio.school.Members.learners;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eportfolio.NotFoundException;
import org.eportfolio.ProgressListener;
import org.eportfolio.assessment.NewPositioning;
import org.eportfolio.core.Refusals;
import org.eportfolio.core.Story;
import org.eportfolio.core.VosReves;
import org.eportfolio.exchange.Exchange;
import org.eportfolio.exchange.Extent;
import org.eportfolio.exchange.LossReport;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.NamedPerson;
import org.eportfolio.school.PersonName;
import org.junit.jupiter.api.Test;

/** E4: the cohort's matrix in a spreadsheet. */
class MatrixCsvTest extends Story {
    private final Exchange exchange = Exchange.ofDefaults();

    private LossReport export(Path to, Locale language) throws IOException {
        return exchange.export(
                school.durand, new Extent.OfCohort(school.cohort), "csv", to, language, ProgressListener.NONE);
    }

    private static List<List<String>> rows(Path file, char separator) throws IOException {
        String text = Files.readString(file);
        assertThat(text).startsWith("\uFEFF").contains("\r\n");
        return CsvReader.builder().fieldSeparator(separator).ofCsvRecord(text.substring(1)).stream()
                .map(CsvRecord::getFields)
                .toList();
    }

    @Test
    void learners_follow_their_family_names_and_namesakes_are_told_apart() throws IOException {
        school.head
                .people()
                .nameInParts(NamedPerson.all(Map.of(
                        PersonId.of("emma"), PersonName.of("Zoé", "Abel"),
                        PersonId.of("lina"), PersonName.of("Alice", "Zola"),
                        PersonId.of("malo"), PersonName.of("Anne", "Martinet"),
                        PersonId.of("yanis"), PersonName.of("Alice", "Zola"))));
        school.positioned(school.durand, "C3.1", "acquis");
        Path csv = folder.resolve("ordre.csv");
        Path page = folder.resolve("ordre.html");

        export(csv, Locale.FRENCH);
        exchange.export(
                school.durand,
                new Extent.OfCohort(school.cohort),
                "matrix-html",
                page,
                Locale.FRENCH,
                ProgressListener.NONE);

        List<String> names = List.of("Zoé Abel", "Anne Martinet", "Alice Zola (lina)", "Alice Zola (yanis)");
        assertThat(rows(csv, ';').stream().skip(1).map(each -> each.get(0))).containsExactlyElementsOf(names);
        assertThat(Files.readString(page)).containsSubsequence(names);
    }

    @Test
    void a_french_spreadsheet_shows_levels_and_where_there_is_nothing_yet() throws IOException {
        school.head.people().name(PersonId.of("emma"), "Emma Exemplaire");
        school.positioned(school.durand, "C3.1", "acquis");
        school.durand
                .assessments()
                .position(school.dossier, NewPositioning.notApplicable("C2.3").because("Pas dans ce parcours."));
        Path file = folder.resolve("matrice.csv");

        LossReport lost = export(file, Locale.FRENCH);

        List<List<String>> rows = rows(file, ';');
        assertThat(rows.get(0)).hasSize(11).startsWith("Apprenant (au 7 septembre 2026)", "Identifiant");
        assertThat(rows.get(0).get(8)).startsWith("C3.1 ");
        assertThat(rows.get(1))
                .containsExactly(
                        "Emma Exemplaire",
                        "emma",
                        "rien encore",
                        "rien encore",
                        "rien encore",
                        "rien encore",
                        "rien encore",
                        "sans objet",
                        "Acquis",
                        "rien encore",
                        "rien encore");
        assertThat(rows.get(2)).startsWith("lina", "lina", "pas de dossier");
        assertThat(lost.losses())
                .extracting(LossReport.Loss::kind, LossReport.Loss::item, LossReport.Loss::field)
                .containsOnlyOnce(tuple("cell", "", "observedOn"))
                .anyMatch(each -> each.toList().contains("policy"))
                .anyMatch(each -> each.toList().contains("scale.colours"));
    }

    @Test
    void an_english_one_has_commas_and_a_host_chooses_otherwise() throws IOException {
        Path file = folder.resolve("matrix.csv");
        export(file, Locale.ENGLISH);
        assertThat(rows(file, ',').get(1)).contains("nothing yet");

        Path tabs = folder.resolve("matrix.tsv");
        MatrixCsv.separatedBy('\t')
                .withoutMark()
                .write(school.durand, new Extent.OfCohort(school.cohort), tabs, Locale.FRENCH, ProgressListener.NONE);
        assertThat(Files.readString(tabs, StandardCharsets.UTF_8))
                .startsWith("Apprenant (au 7 septembre 2026)\tIdentifiant\t");
    }

    @Test
    void no_name_is_a_formula() throws IOException {
        List<String> names = List.of("=HYPERLINK(\"http://x\")", "+1+1", "-Léa", "@SUM(A1)", "＝1");
        for (int i = 0; i < names.size(); i++) {
            school.head.cohorts().enrol(VosReves.CLASS, learners("=cmd" + i));
            school.head.people().name(PersonId.of("=cmd" + i), names.get(i));
        }
        Path file = folder.resolve("formules.csv");

        LossReport lost = export(file, Locale.FRENCH);

        assertThat(rows(file, ';').stream().flatMap(List::stream))
                .contains("'=HYPERLINK(\"http://x\")", "'+1+1", "'-Léa", "'@SUM(A1)", "'＝1", "'=cmd0")
                .noneMatch(each -> each.matches("(?s)[=+\\-@\t\r].*"));
        assertThat(lost.losses())
                .extracting(LossReport.Loss::kind, LossReport.Loss::item, LossReport.Loss::field)
                .contains(tuple("person", "=cmd0", "name"), tuple("person", "=cmd0", "id"));
    }

    @Test
    void who_may_not_read_the_cohort_gets_no_file() {
        school.head.cohorts().enrol("Autre", learners("zoe"), org.eportfolio.school.Members.teachers("m.autre"));
        Path file = folder.resolve("autre.csv");

        Refusals.refused(
                NotFoundException.class,
                "cohort",
                "cohorte",
                () -> exchange.export(school.as("m.autre"), new Extent.OfCohort(school.cohort), "csv", file));
        assertThat(file).doesNotExist();
    }
}
