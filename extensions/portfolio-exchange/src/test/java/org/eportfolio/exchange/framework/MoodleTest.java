package org.eportfolio.exchange.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.eportfolio.InvalidInputException;
import org.eportfolio.PageRequest;
import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.core.ExampleScales;
import org.eportfolio.core.Refusals;
import org.eportfolio.core.Story;
import org.eportfolio.exchange.Exchange;
import org.eportfolio.exchange.Extent;
import org.eportfolio.exchange.ImportOptions;
import org.eportfolio.exchange.ImportReport;
import org.eportfolio.exchange.ImportReport.Count;
import org.eportfolio.exchange.LossReport;
import org.eportfolio.framework.Bloc;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.Competency;
import org.eportfolio.framework.Framework;
import org.eportfolio.framework.FrameworkId;
import org.eportfolio.framework.Item;
import org.eportfolio.framework.Level;
import org.junit.jupiter.api.Test;

/** E3: frameworks from and to Moodle. */
class MoodleTest extends Story {
    static final String HEADER = "\"Parent ID number\",\"ID number\",\"Short name\",Description,\"Description format\","
            + "\"Scale values\",\"Scale configuration\",\"Rule type (optional)\",\"Rule outcome (optional)\","
            + "\"Rule config (optional)\",\"Cross-referenced competency ID numbers\",\"Exported ID (optional)\","
            + "\"Is framework\",Taxonomy\n";
    static final String FRAMEWORK = ",ATELIER,Atelier,\"<p>Un référentiel\nimaginaire.</p>\",1,\"Pas encore,Oui\","
            + "\"[{\"\"scaleid\"\":\"\"2\"\"},{\"\"id\"\":2,\"\"scaledefault\"\":1,\"\"proficient\"\":1}]\",,,,,,1,"
            + "\"domain,competency,skill,skill\"\n";
    private static final String LONG = "Tenir à jour l'inventaire du petit atelier imaginaire de la rue des Lilas,"
            + " sans oublier les outils prêtés";

    private final Exchange exchange = Exchange.ofDefaults();
    private int files;

    static String sample() {
        return HEADER + FRAMEWORK
                + ",OUTILS,\"Les \"\"outils\"\"\",\"<p>Bloc</p>\",1,,,,0,null,,1,,\n"
                + "OUTILS,\"A,1\",Ranger,\"<p>Ranger &amp; nettoyer.<br>\nChaque soir.</p>\",1,,,,0,null,\"B%2C2,OUTILS\",2,,\n"
                + "OUTILS,\"B,2\",\"" + LONG.substring(0, 100) + "\",\"<p>" + LONG.replace("atelier", "atelier\n")
                + "</p>\",1,,,,0,null,\"A%2C1,NULLE-PART\",3,,\n"
                + "\"A,1\",A1a,Balayer,,1,,,core_competency\\competency_rule_all,1,null,,4,,\n";
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("moodle-" + files++ + ".csv"), text);
    }

    private ImportReport imported(String text) throws IOException {
        return exchange.importFrom(school.head, file(text), ImportOptions.ofDefaults());
    }

    private Framework atelier() {
        return school.head.frameworks().list(PageRequest.first(100)).items().stream()
                .filter(each -> each.title().equals("Atelier"))
                .findFirst()
                .orElseThrow();
    }

    private String export(FrameworkId id) throws IOException {
        Path file = folder.resolve("export-" + files++ + ".csv");
        exchange.export(school.head, new Extent.OfFramework(id), "moodle", file);
        return Files.readString(file);
    }

    @Test
    void line_breaks_quotes_and_commas_in_codes_are_read() throws IOException {
        ImportReport report = imported(sample());

        assertThat(atelier().items().map(each -> each.code() + " " + each.label()))
                .containsExactly("OUTILS Les \"outils\"", "A,1 Ranger", "A1a Balayer", "B,2 " + LONG);
        Competency ranger = atelier().competencies().get(0);
        assertThat(ranger.description())
                .isNotNull()
                .extracting(each -> each.label())
                .isEqualTo("Ranger & nettoyer.\nChaque soir.");
        assertThat(report.counts()).containsEntry("item", new Count(4, 0, 0, 0));
        assertThat(report.remarks())
                .extracting(each -> each.place() + " " + each.what().in(Locale.ENGLISH))
                .anyMatch(each -> each.contains("Rule type") && each.contains("completion rule"))
                .anyMatch(each -> each.contains("no row has the ID number NULLE-PART"))
                .anyMatch(each -> each.contains("4 cross-references"));
    }

    @Test
    void what_came_from_moodle_goes_back_as_it_came() throws IOException {
        imported(sample());

        assertThat(export(atelier().id())).isEqualTo(sample());
        assertThat(imported(sample()).counts()).containsEntry("framework", new Count(0, 0, 1, 0));
    }

    @Test
    void its_scale_can_be_adopted() throws IOException {
        imported(sample());

        var scale = new MoodleCsv().scale(school.head, atelier().id()).orElseThrow();

        assertThat(scale.levels()).extracting(Level::label).containsExactly("Pas encore", "Oui");
        school.head.frameworks().adopt(atelier().id(), scale);
    }

    @Test
    void a_changed_file_is_another_version() throws IOException {
        imported(sample());
        imported(sample().replace("Ranger", "Trier"));

        assertThat(school.head.frameworks().list(PageRequest.first(100)).items())
                .filteredOn(each -> each.id().name().equals("ATELIER"))
                .hasSize(2);
    }

    @Test
    void a_framework_that_ships_is_written_for_moodle_and_comes_back_by_its_texts() throws IOException {
        Framework sno = BundledFrameworks.MC_SNO.framework();
        String text = export(sno.id());

        assertThat(text).startsWith(HEADER.replace("\"", ""));
        assertThat(text)
                .contains("\"Découverte,En cours,Acquis,Maîtrise\"")
                .contains("[{\"\"scaleid\"\":\"\"1\"\"},{\"\"id\"\":1,\"\"scaledefault\"\":1,\"\"proficient\"\":0},"
                        + "{\"\"id\"\":4,\"\"scaledefault\"\":0,\"\"proficient\"\":1}]");
        imported(text);
        Framework back = school.head.frameworks().list(PageRequest.first(100)).items().stream()
                .filter(each -> each.id().version().startsWith("2020-moodle-"))
                .findFirst()
                .orElseThrow();
        assertThat(back.items()
                        .filter(each -> each instanceof Competency)
                        .map(Item::label)
                        .toList())
                .containsAll(sno.competencies().stream().map(Item::label).toList());
        assertThat(back.items().map(Item::code))
                .containsExactlyElementsOf(sno.items().map(Item::code).toList());
    }

    @Test
    void what_moodle_cannot_carry_is_reported_item_by_item() throws IOException {
        LossReport lost = exchange.export(
                school.head,
                new Extent.OfFramework(BundledFrameworks.MC_SNO.framework().id()),
                "moodle",
                folder.resolve("lost.csv"));

        assertThat(lost.losses())
                .extracting(LossReport.Loss::kind, LossReport.Loss::field)
                .contains(
                        tuple("framework", "sources"),
                        tuple("framework", "uri"),
                        tuple("adoption", "policy"),
                        tuple("adoption", "scale.colours"),
                        tuple("item", "nature"));
        assertThat(lost.losses())
                .filteredOn(each -> each.field().equals("nature"))
                .hasSize(39);
        school.head.frameworks().adopt(BundledFrameworks.CRCN, ExampleScales.THREE_DEGREES_OF_AUTONOMY);
    }

    @Test
    void without_an_adoption_there_is_no_scale_and_moodle_would_not_read_it() {
        FrameworkId crcn = school.head.frameworks().publish(BundledFrameworks.CRCN);

        Refusals.refused(InvalidInputException.class, "adopt it first", "adoptez-le", () -> export(crcn));
    }

    @Test
    void bad_rows_are_named_by_their_lines_and_nothing_is_imported() throws IOException {
        String bad = HEADER + FRAMEWORK
                + ",A,Bon,,1,,,,0,null,,1,,\n"
                + ",A,Encore A,,1,,,,0,null,,1,,\n"
                + "NULLE-PART,B,Perdu,,1,,,,0,null,,1,,\n"
                + "D,C,En rond,,1,,,,0,null,,1,,\n"
                + "C,D,En rond,,1,,,,0,null,,1,,\n"
                + ",,,,1,,,,0,null,,1,,\n";
        List<Framework> before =
                school.head.frameworks().list(PageRequest.first(100)).items();

        for (String expected : List.of(
                "moodle-%d.csv:5 ID number: another competency",
                "moodle-%d.csv:6 Parent ID number: no row",
                "moodle-%d.csv:7: C is above itself",
                "moodle-%d.csv:9 ID number: must not be blank")) {
            Refusals.refused(InvalidInputException.class, expected.formatted(files), "", () -> imported(bad));
        }
        assertThat(school.head.frameworks().list(PageRequest.first(100)).items())
                .isEqualTo(before);
        exchange.importFrom(school.head, file(bad), ImportOptions.ofDefaults().leavingOutBadOnes());
        assertThat(atelier().items().map(Item::label)).containsExactly("Atelier", "Bon");
    }

    @Test
    void what_is_no_such_file_is_refused() {
        refused(HEADER + ",A,Bon,,1,,,,0,null,,1,,\n", "no row says that it is the framework", "aucune ligne");
        refused(HEADER + FRAMEWORK + FRAMEWORK, "holds one framework", "un seul référentiel");
        refused("a,b\n[{\"\"scaleid\"\"\n", "2 columns", "2 colonnes");
        refused(HEADER + FRAMEWORK + "\"x" + "y".repeat(5_000_000), "cannot be separated", "ne se distinguent plus");
    }

    private void refused(String text, String english, String french) {
        Refusals.refused(InvalidInputException.class, english, french, () -> imported(text));
    }

    /** Moodle's importer compares parents and ID numbers with PHP's ==, and takes "0" for nothing. */
    @Test
    void no_two_codes_are_one_number_for_moodle_and_none_is_empty() throws IOException {
        List<Competency> flat = IntStream.rangeClosed(1, 11)
                .mapToObj(each -> competency("1." + each, each != 3))
                .toList();
        Framework framework = new Framework(
                new FrameworkId("n".repeat(60), "1".repeat(60)),
                "Plat",
                "fr",
                null,
                URI.create("urn:uuid:00000000-0000-4000-8000-000000000001"),
                List.of(),
                Map.of(),
                List.of(new Bloc(Code.of("0"), "Plat", List.of(), List.of(), flat, List.of())));
        school.head.frameworks().publish(framework);
        school.head.frameworks().adopt(framework.id(), ExampleScales.THREE_DEGREES_OF_AUTONOMY);

        Path file = folder.resolve("flat.csv");
        LossReport lost = exchange.export(school.head, new Extent.OfFramework(framework.id()), "moodle", file);

        List<String[]> rows = Files.readAllLines(file).stream()
                .skip(2)
                .map(each -> each.split(",", 3))
                .toList();
        assertThat(rows)
                .extracting(each -> each[1])
                .containsExactly(
                        "code-0",
                        "code-1.1",
                        "1.2",
                        "code-1.3",
                        "1.4",
                        "1.5",
                        "1.6",
                        "1.7",
                        "1.8",
                        "1.9",
                        "code-1.10",
                        "1.11");
        assertThat(rows).extracting(each -> each[0]).containsOnly("", "code-0");
        assertThat(lost.losses())
                .filteredOn(each -> each.field().equals("code"))
                .extracting(LossReport.Loss::item)
                .containsExactly("0", "1.1", "1.3", "1.10");
        assertThat(Files.readAllLines(file).get(1).split(",")[1]).hasSize(100);
        imported(Files.readString(file));
    }

    private static Competency competency(String code, boolean official) {
        return new Competency(
                Code.of(code), "Compétence " + code, official, List.of(), List.of(), null, null, List.of());
    }
}
