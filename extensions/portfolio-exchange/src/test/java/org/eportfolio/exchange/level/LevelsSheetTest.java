package org.eportfolio.exchange.level;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.eportfolio.InvalidInputException;
import org.eportfolio.PageRequest;
import org.eportfolio.ProgressListener;
import org.eportfolio.assessment.FormerLevel;
import org.eportfolio.core.Refusals;
import org.eportfolio.core.Story;
import org.eportfolio.exchange.Exchange;
import org.eportfolio.exchange.Extent;
import org.eportfolio.exchange.ImportOptions;
import org.eportfolio.exchange.ImportReport;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.NamedPerson;
import org.eportfolio.school.PersonName;
import org.junit.jupiter.api.Test;

/** J18: levels that exist already come from a spreadsheet, with its lines in each refusal. */
class LevelsSheetTest extends Story {
    private static final String SOURCE = "Pronote, 2024-2025";
    private static final String FRENCH = "personne;code;compétence;niveau;date;auteur\n"
            + "emma;C3.1;;Acquis;20/06/2025;M. Exemple\n"
            + "Malo Fictif;;Câbler un poste;3/5;2025-06-21;\n";

    private int files;

    private Path file(byte[] bytes, String ending) throws IOException {
        return Files.write(folder.resolve("niveaux-" + files++ + ending), bytes);
    }

    private Path csv(String text) throws IOException {
        return file(text.getBytes(StandardCharsets.UTF_8), ".csv");
    }

    private ImportReport taken(Path file, ImportOptions options) throws IOException {
        return LevelsSheet.from(SOURCE).read(school.durand, file, options, ProgressListener.NONE);
    }

    private ImportReport taken(Path file) throws IOException {
        return taken(file, ImportOptions.ofDefaults());
    }

    private List<FormerLevel> emmas() {
        return school.emma
                .formerLevels()
                .of(school.dossier, PageRequest.first(10))
                .items();
    }

    private void malosName() {
        school.head.people().nameInParts(new NamedPerson(PersonId.of("malo"), PersonName.of("Malo", "Fictif")));
    }

    @Test
    void a_sheet_of_a_spreadsheet_comes_in_by_ids_and_names() throws IOException {
        malosName();
        ImportReport dry = taken(csv(FRENCH), ImportOptions.ofDefaults().dry());
        assertThat(dry.counts().get("levels")).isEqualTo(new ImportReport.Count(2, 0, 0, 0));
        assertThat(emmas()).isEmpty();
        taken(file(FRENCH.getBytes(Charset.forName("windows-1252")), ".csv"));
        assertThat(emmas()).singleElement().satisfies(each -> {
            assertThat(each.level()).isEqualTo("Acquis");
            assertThat(each.on()).hasToString("2025-06-20");
            assertThat(each.source()).isEqualTo(SOURCE);
        });
        assertThat(school.malo
                        .formerLevels()
                        .of(school.malos, PageRequest.first(10))
                        .items())
                .extracting(FormerLevel::wording)
                .containsExactly("Câbler un poste");
        assertThat(taken(csv(FRENCH)).counts().get("levels")).isEqualTo(new ImportReport.Count(0, 0, 2, 0));
    }

    @Test
    void each_line_that_does_not_hold_is_named_in_both_languages_and_nothing_comes_in() throws IOException {
        String bad = "personne;code;compétence;niveau;date\n"
                + "emma;C3.1;;Acquis;20/06/2025\n"
                + "personne-ici;;Souder;Acquis;20/06/2025\n"
                + "emma;;Souder;Acquis;hier\n";
        Refusals.refused(
                InvalidInputException.class,
                ":3 person: “personne-ici” is no learner of your classes",
                ":3 person : « personne-ici » n'est pas un apprenant de vos classes",
                () -> taken(csv(bad)));
        assertThatThrownBy(() -> taken(csv(bad)))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refused -> assertThat(refused.message(Locale.ENGLISH)).contains(":4 date: “hier” is no day"));
        Refusals.refused(
                InvalidInputException.class,
                ":2 code: no framework of the learner's has a competency C9.9",
                ":2 code : aucun référentiel",
                () -> taken(csv("personne;code;niveau;date\nemma;C9.9;Acquis;20/06/2025\n")));
        Refusals.refused(
                InvalidInputException.class,
                "has the columns person, level and date",
                "a les colonnes personne, niveau et date",
                () -> taken(csv("élève;remarque\nemma;bien\n")));
        assertThat(emmas()).isEmpty();
    }

    @Test
    void a_source_is_stated_once_or_on_each_line() throws IOException {
        String lines = "person,competency,level,date,source\nemma,Câbler,Acquis,2025-06-20,Livret du collège\n";
        LevelsSheet.statingItsSource()
                .read(school.durand, csv(lines), ImportOptions.ofDefaults(), ProgressListener.NONE);
        assertThat(emmas()).extracting(FormerLevel::source).containsExactly("Livret du collège");
        Refusals.refused(
                InvalidInputException.class,
                "say where the levels come from",
                "dites d'où viennent les niveaux",
                () -> LevelsSheet.statingItsSource()
                        .read(
                                school.durand,
                                csv(lines.replace("Livret du collège", "")),
                                ImportOptions.ofDefaults(),
                                ProgressListener.NONE));
    }

    @Test
    void namesakes_are_told_apart_by_their_ids() throws IOException {
        school.head
                .people()
                .nameInParts(
                        new NamedPerson(PersonId.of("malo"), PersonName.of("Alex", "Fictif")),
                        new NamedPerson(PersonId.of("emma"), PersonName.of("Alex", "Fictif")));
        Refusals.refused(
                InvalidInputException.class,
                "is the name of several learners",
                "est le nom de plusieurs apprenants",
                () -> taken(csv("nom;compétence;niveau;date\nAlex Fictif;Souder;Acquis;20/06/2025\n")));
    }

    private static String cell(String text) {
        return "<table:table-cell office:value-type=\"string\"><text:p>" + text + "</text:p></table:table-cell>";
    }

    private static final String BLANK_TO_THE_END = "<table:table-cell table:number-columns-repeated=\"16380\"/>";

    private static String ods(String rows) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content"
                + " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
                + " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
                + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:spreadsheet>"
                + "<table:table table:name=\"1\">" + rows + "</table:table>"
                + "<table:table table:name=\"2\"><table:table-row>" + cell("autre")
                + "</table:table-row></table:table>"
                + "</office:spreadsheet></office:body></office:document-content>";
    }

    private Path spreadsheet(String content) throws IOException {
        Path file = folder.resolve("niveaux-" + files++ + ".ods");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            byte[] type = "application/vnd.oasis.opendocument.spreadsheet".getBytes(StandardCharsets.US_ASCII);
            ZipEntry first = new ZipEntry("mimetype");
            java.util.zip.CRC32 crc = new java.util.zip.CRC32();
            crc.update(type);
            first.setMethod(ZipEntry.STORED);
            first.setSize(type.length);
            first.setCrc(crc.getValue());
            zip.putNextEntry(first);
            zip.write(type);
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry("content.xml"));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        return file;
    }

    private static final String HEADER = "<table:table-row>" + cell("Personne") + cell("Compétence") + cell("Niveau")
            + cell("Date") + BLANK_TO_THE_END + "</table:table-row>";

    private static String row(String person) {
        return "<table:table-row>" + cell(person) + cell("Câbler <text:span>un</text:span><text:s/>poste")
                + "<table:table-cell office:value-type=\"float\" office:value=\"3\"><text:p>3</text:p></table:table-cell>"
                + "<table:table-cell office:value-type=\"date\" office:date-value=\"2025-06-20\"><text:p>20 juin</text:p></table:table-cell>"
                + BLANK_TO_THE_END + "</table:table-row>";
    }

    private static final String BLANK_ROWS =
            "<table:table-row table:number-rows-repeated=\"1048570\">" + BLANK_TO_THE_END + "</table:table-row>";

    @Test
    void a_line_break_in_a_cell_joins_no_words_and_blanks_are_as_many_as_it_says() throws IOException {
        String broken = row("emma").replace("<text:s/>", "<text:line-break/>petit<text:s text:c=\"2\"/>");

        taken(spreadsheet(ods(HEADER + broken + BLANK_ROWS)));

        assertThat(emmas()).extracting(each -> each.wording()).containsExactly("Câbler un petit  poste");
    }

    @Test
    void an_opendocument_sheet_is_read_as_it_is_shown_with_its_days() throws IOException {
        taken(spreadsheet(ods(HEADER + row("emma") + BLANK_ROWS)));
        assertThat(emmas()).singleElement().satisfies(each -> {
            assertThat(each.wording()).isEqualTo("Câbler un poste");
            assertThat(each.level()).isEqualTo("3");
            assertThat(each.on()).hasToString("2025-06-20");
        });
        String blank = "<table:table-row table:number-rows-repeated=\"3\">" + BLANK_TO_THE_END + "</table:table-row>";
        Refusals.refused(
                InvalidInputException.class,
                ":5 person: “nul” is no learner",
                ":5 person : « nul » n'est pas un apprenant",
                () -> taken(spreadsheet(ods(HEADER + blank + row("nul")))));
    }

    @Test
    void a_hostile_sheet_is_refused() throws IOException {
        String entity = "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>";
        assertThatThrownBy(() -> taken(spreadsheet(ods(HEADER + row("emma"))
                        .replace("<office:document-content", entity + "<office:document-content"))))
                .isInstanceOf(InvalidInputException.class);
        String many =
                row("emma").replace("<table:table-row>", "<table:table-row table:number-rows-repeated=\"2000000000\">");
        assertThatThrownBy(() -> taken(spreadsheet(ods(HEADER + many)))).isInstanceOf(InvalidInputException.class);
        String wide = "<table:table-row><table:table-cell table:number-columns-repeated=\"100000\"><text:p>x</text:p>"
                + "</table:table-cell></table:table-row>";
        assertThatThrownBy(() -> taken(spreadsheet(ods(HEADER + wide)))).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> taken(spreadsheet("<a><b>"))).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> taken(file(new byte[] {'P', 'K', 3, 4, 0, 0}, ".ods")))
                .isInstanceOf(InvalidInputException.class);
        assertThat(emmas()).isEmpty();
    }

    @Test
    void they_stand_in_the_booklet_and_travel_with_the_dossier() throws IOException {
        taken(csv("personne;compétence;niveau;date\nemma;Câbler un poste;3/5;20/06/2025\n"));
        Path booklet = folder.resolve("livret");
        Exchange.ofDefaults()
                .export(
                        school.emma,
                        new Extent.OfDossier(school.dossier),
                        "html",
                        booklet,
                        Locale.FRENCH,
                        ProgressListener.NONE);
        String page = Files.readString(booklet.resolve("index.html"));
        assertThat(page).contains("Niveaux d", "Câbler un poste", "3/5", SOURCE);
    }
}
