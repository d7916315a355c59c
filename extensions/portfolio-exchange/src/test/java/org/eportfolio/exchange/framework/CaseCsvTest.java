package org.eportfolio.exchange.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eportfolio.exchange.framework.CaseFiles.faults;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.eportfolio.ConflictException;
import org.eportfolio.DeniedException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.Page;
import org.eportfolio.core.InMemoryStore;
import org.eportfolio.core.Story;
import org.eportfolio.core.VosReves;
import org.eportfolio.exchange.Exchange;
import org.eportfolio.exchange.Extent;
import org.eportfolio.exchange.ImportOptions;
import org.eportfolio.exchange.ImportReport;
import org.eportfolio.exchange.ImportReport.Count;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.Competency;
import org.eportfolio.framework.Framework;
import org.eportfolio.framework.Item;
import org.junit.jupiter.api.Test;

/** E2: frameworks from CSV with the columns of CASE, as OpenSALT reads them and as its spreadsheet has them. */
class CaseCsvTest extends Story {
    private static final ImportOptions REALLY = ImportOptions.ofDefaults();
    private static final String HEADER =
            "Identifier,fullStatement,Human Coding Scheme,sequenceNumber,Abbreviated Statement,ConceptKeywords,Notes,"
                    + "Language,Education Level,CFItemType,License,Is Child Of,Is Related To,Exemplar\n";
    private static final String PARENTS = HEADER
            + "q-1,Vendre en ligne,V,2,,,,fr,,Bloc,,,,\n"
            + "q-2,\"Préparer une vente, la suivre\",V.1,1,,\"vente,suivi\",Avec un tuteur,fr,,Competency,,V,,\n"
            + ",Rédiger une fiche produit,V.1.a,1,,,,fr,,,,,Z.9,https://exemple.test/fiche\n"
            + "q-4,Accueillir,A,1,,,,fr,,Bloc,,,,\n"
            + "q-5,Écouter,A.1,1,,,,fr,,Competency,,q-4,,\n";
    private static final String SHEET =
            "identifier,fullStatement,humanCodingScheme,smartLevel,listEnumeration,abbreviatedStatement,conceptKeywords,"
                    + "notes,language,educationLevel,CFItemType,license\n"
                    + "00000000-0000-4000-8000-000000000002,Deuxième,,2,,,,,fr,,,\n"
                    + "00000000-0000-4000-8000-000000000021,Sous la deuxième,,2.1,,,,,fr,,,\n"
                    + "00000000-0000-4000-8000-000000000001,Premier,,1,,,,,fr,,,\n"
                    + "00000000-0000-4000-8000-000000000011,Sous le premier,,1.1,,,,,fr,,,\n";

    private final Exchange exchange = Exchange.ofDefaults();

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Framework only(String title) {
        return Page.all(school.head.frameworks()::list).stream()
                .filter(each -> each.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> codes(Framework framework) {
        return framework.items().map(Item::code).map(Code::value).toList();
    }

    @Test
    void parents_by_code_by_identifier_and_by_the_code_itself_make_the_tree() throws IOException {
        ImportReport report = exchange.importFrom(school.head, file("Vente.csv", PARENTS), REALLY);

        assertThat(report.format()).isEqualTo("case-csv");
        Framework framework = only("Vente");
        assertThat(codes(framework)).containsExactly("A", "A.1", "V", "V.1", "V.1.a");
        Competency selling = framework.competencies().stream()
                .filter(each -> each.code().equals(Code.of("V.1")))
                .findFirst()
                .orElseThrow();
        assertThat(selling.label()).isEqualTo("Préparer une vente, la suivre");
        assertThat(selling.subCompetencies()).hasSize(1);
        assertThat(framework.language()).isEqualTo("fr");
        assertThat(report.remarks())
                .extracting(each -> each.place() + " " + each.what().in(Locale.ENGLISH))
                .anyMatch(each -> each.startsWith("Vente.csv:4 isRelatedTo") && each.contains("Z.9"))
                .anyMatch(each -> each.startsWith("Vente.csv:4 exemplar"));
        assertThat(exchange.importFrom(school.head, file("Vente.csv", PARENTS), REALLY.dry())
                        .counts())
                .containsEntry("framework", new Count(0, 0, 1, 0));
    }

    @Test
    void it_is_written_as_a_valid_package_of_1_1_and_comes_back_the_same() throws IOException {
        exchange.importFrom(school.head, file("Vente.csv", PARENTS), REALLY);
        Framework framework = only("Vente");
        Path written = folder.resolve("vente.json");
        exchange.export(school.head, new Extent.OfFramework(framework.id()), "case", written);

        assertThat(faults(written)).isEmpty();
        assertThat(Files.readString(written))
                .contains("Avec un tuteur", "\"vente\"", "https://exemple.test/fiche", "exemplar");
        try (VosReves other = VosReves.over(new InMemoryStore())) {
            exchange.importFrom(other.head, written, REALLY);
            assertThat(other.head.frameworks().get(framework.id())).isEqualTo(framework);
        }
    }

    @Test
    void the_sheet_of_items_goes_by_its_smart_levels() throws IOException {
        exchange.importFrom(school.head, file("Feuille.csv", SHEET), REALLY);
        Framework framework = only("Feuille");
        assertThat(framework.blocs()).extracting(each -> each.label()).containsExactly("Premier", "Deuxième");
        assertThat(codes(framework)).containsExactly("1", "1.1", "2", "2.1");
    }

    @Test
    void the_host_names_it_and_another_content_is_another_version() throws IOException {
        Path first = file("a.csv", SHEET);
        Path second = file("b.csv", SHEET.replace("Premier", "Tout premier"));
        new CaseCsv().titled("Le même").read(school.head, first, REALLY, (done, total) -> true);
        new CaseCsv().titled("Le même").read(school.head, second, REALLY, (done, total) -> true);
        assertThat(Page.all(school.head.frameworks()::list).stream()
                        .filter(each -> each.title().equals("Le même")))
                .hasSize(2);
    }

    @Test
    void what_does_not_hold_is_named_with_its_line_and_nothing_is_brought_in() throws IOException {
        long before = Page.all(school.head.frameworks()::list).size();
        refused("Vide.csv:3 fullStatement", HEADER + "a,Un,A\nb,,B\n");
        refused("Deux.csv:3 identifier", HEADER + "a,Un,A\na,Deux,B\n");
        refused("no row below its header", HEADER);
        refused("Rond.csv:2", HEADER + "a,Un,A,1,,,,,,,,B\nb,Deux,B,1,,,,,,,,A\n");
        ImportReport lost = exchange.importFrom(
                school.head, file("Perdu.csv", HEADER + "a,Un,A,1,,,,,,,,Q\nb,Deux,A.1\n"), REALLY.dry());
        assertThat(lost.remarks())
                .anySatisfy(each -> assertThat(each.what().in(Locale.ENGLISH)).contains("no row has the code", "Q"));
        assertThatThrownBy(() -> exchange.importFrom(school.emma, file("Vente.csv", PARENTS), REALLY))
                .isInstanceOf(DeniedException.class);
        assertThat(Page.all(school.head.frameworks()::list)).hasSize((int) before);
    }

    private void refused(String what, String text) throws IOException {
        String name = what.contains(".csv") ? what.substring(0, what.indexOf(".csv") + 4) : "Autre.csv";
        Path file = file(name, text);
        assertThatThrownBy(() -> exchange.importFrom(school.head, file, REALLY))
                .isInstanceOfAny(InvalidInputException.class, ConflictException.class)
                .satisfies(refusal -> assertThat(((InvalidInputException) refusal).message(Locale.ENGLISH))
                        .contains(what));
    }

    @Test
    void a_sheet_in_windows_1252_is_read_and_said() throws IOException {
        Path file = Files.write(folder.resolve("Vente.csv"), PARENTS.getBytes(Charset.forName("windows-1252")));

        ImportReport report = exchange.importFrom(school.head, file, REALLY);

        assertThat(only("Vente").competencies())
                .extracting(each -> each.label())
                .contains("Préparer une vente, la suivre");
        assertThat(report.remarks())
                .extracting(each -> each.what().in(Locale.ENGLISH))
                .anyMatch(each -> each.contains("it was read as windows-1252"));
        assertThat(exchange.importFrom(school.head, file("Vente.csv", PARENTS), REALLY)
                        .counts())
                .as("the same framework in UTF-8")
                .containsEntry("framework", new Count(0, 0, 1, 0));
    }
}
