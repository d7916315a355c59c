package org.eportfolio.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.eportfolio.console.command.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RosterTest {
    private static final String HEADER = "person,name,role,cohort\n";

    @TempDir
    Path folder;

    Path file = Path.of("");

    @BeforeEach
    void in_a_new_file() {
        file = folder.resolve("lycee.db");
        Ran.console(file, "init", "proviseure");
    }

    private Ran roster(String text, String... options) throws IOException {
        Path csv = Files.writeString(folder.resolve("classe.csv"), text);
        String[] args = new String[options.length + 3];
        args[0] = "roster";
        args[1] = "import";
        args[2] = csv.toString();
        System.arraycopy(options, 0, args, 3, options.length);
        return Ran.console(file, args);
    }

    @Test
    void a_bad_line_is_named_and_nothing_is_imported() throws IOException {
        Ran bad = roster(HEADER + "emma,Emma,learner,A\nmalo,Malo,élève-chef,A\nlina,Lina,learner,A\n");

        assertThat(bad.code()).isEqualTo(1);
        assertThat(bad.complaints())
                .singleElement()
                .asString()
                .startsWith("classe.csv:3 role : « élève-chef » n'est pas un rôle");
        assertThat(Ran.console(file, "matrix", "A").complaints())
                .singleElement()
                .asString()
                .startsWith("Il n'y a pas de cohorte « A »");
    }

    @Test
    void an_issuer_has_people_known_by_the_ids_of_the_file_and_is_for_files_that_have_such() throws IOException {
        Path siecle = Files.writeString(folder.resolve("Eleves.xml"), """
                <?xml version="1.0" encoding="UTF-8"?>
                <BEE_ELEVES><PARAMETRES><ANNEE_SCOLAIRE>2026</ANNEE_SCOLAIRE></PARAMETRES><DONNEES><ELEVES>
                <ELEVE ELEVE_ID="1001"><NOM_DE_FAMILLE>FICTIF</NOM_DE_FAMILLE><PRENOM>Noé</PRENOM></ELEVE>
                </ELEVES><STRUCTURES><STRUCTURES_ELEVE ELEVE_ID="1001"><STRUCTURE><CODE_STRUCTURE>2SNO</CODE_STRUCTURE>
                <TYPE_STRUCTURE>D</TYPE_STRUCTURE></STRUCTURE></STRUCTURES_ELEVE></STRUCTURES></DONNEES></BEE_ELEVES>
                """);
        Ran.console(file, "roster", "import", siecle.toString(), "--issuer", "siecle");
        Ran.console(file, "people", "rename", "1001", "noe");
        Ran again = Ran.console(file, "roster", "import", siecle.toString(), "--issuer", "siecle");
        assertThat(again.code()).isZero();
        assertThat(again.out()).contains("1001", "noe").doesNotContain("rejoint");
        assertThat(roster(HEADER + "emma,Emma,learner,A\n", "--issuer", "x").code())
                .isEqualTo(Session.WRONG_USAGE);
    }

    @Test
    void with_skip_bad_lines_the_rest_is_imported_and_each_one_left_out_is_named() throws IOException {
        Ran rest = roster(
                HEADER + "emma,Emma,learner,A\nmalo,,learner,A\nlina,Lina,learner\nprof,Prof,tuteur,A\n",
                "--skip-bad-lines");

        assertThat(rest.code()).isZero();
        assertThat(rest.complaints())
                .containsExactly("classe.csv:3 name ne doit pas être vide", "classe.csv:4 3 colonnes au lieu de 4");
        assertThat(rest.out().lines())
                .contains(
                        "Nouvelles classes : 1",
                        "  A est une nouvelle classe ; élèves dans le fichier : 1  (classe.csv:2)",
                        "Inscrits : 2. Modifiés : 0. Déjà là : 0.");
    }

    @ParameterizedTest
    @CsvSource({
        "apprenant",
        "Apprenante",
        "learner",
        "enseignant",
        "teacher",
        "référent",
        "referente",
        "lead_teacher",
        "lead teacher",
        "tuteur",
        "tutor",
        "TUTRICE"
    })
    void roles_are_read_in_french_and_english(String role) throws IOException {
        assertThat(roster(HEADER + "p,P," + role + ",A\n").code()).isZero();
    }

    @Test
    void quotes_hold_separators_line_ends_and_quotes() throws IOException {
        Ran quoted = roster("cohort;name;person;role\r\n\"A;1\";\"Emma \"\"Em\"\" X\";emma;learner\r\n\r\n");

        assertThat(quoted.out()).contains("Inscrits : 1.");
        assertThat(Ran.console(file, "matrix", "A;1").complaints()).noneMatch(each -> each.contains("pas de cohorte"));
    }

    @Test
    void an_open_quote_is_a_bad_line() throws IOException {
        Ran open = roster(HEADER + "emma,\"Emma,learner,A\nmalo,Malo,learner,A\n");

        assertThat(open.code()).isEqualTo(1);
        assertThat(open.complaints()).singleElement().asString().contains("classe.csv", ":2");
    }

    @Test
    void one_person_has_one_name() throws IOException {
        Ran two = roster(HEADER + "emma,Emma,learner,A\nemma,Emily,learner,B\n");

        assertThat(two.complaints()).singleElement().asString().contains("classe.csv:3", "« Emma »", "« Emily »");
    }

    @Test
    void a_file_that_is_not_utf_8_is_read_and_what_was_assumed_is_said() throws IOException {
        Path csv = Files.write(
                folder.resolve("ansi.csv"), (HEADER + "zoe,Zoé,learner,A\n").getBytes(StandardCharsets.ISO_8859_1));

        Ran ansi = Ran.console(file, "roster", "import", csv.toString());

        assertThat(ansi.code()).isZero();
        assertThat(ansi.complaints())
                .anyMatch(each -> each.contains("ansi.csv n'est pas en UTF-8 ; il a été lu comme windows-1252"));
        assertThat(Ran.console(file, "cohort", "show", "A").out()).contains("Zoé");
    }

    @Test
    void a_header_without_the_columns_and_a_missing_file_are_refused() throws IOException {
        assertThat(roster("a,b,c,d\n1,2,3,4\n").complaints())
                .singleElement()
                .asString()
                .contains("person, name, role");
        assertThat(roster("").complaints()).singleElement().asString().contains("personne dans le fichier");
        assertThat(Ran.console(file, "roster", "import", "nowhere.csv").complaints())
                .containsExactly("Le fichier nowhere.csv n'existe pas.");
    }

    @Test
    void a_name_that_would_steer_a_terminal_is_a_bad_line() throws IOException {
        Ran steering = roster(HEADER + "emma,Emma\u001b[31m,learner,A\n");

        assertThat(steering.code()).isEqualTo(1);
        assertThat(steering.err()).contains("caractères de contrôle").doesNotContain("\u001b");
    }

    @Test
    void the_same_roster_again_enrols_nobody_twice() throws IOException {
        roster(HEADER + "emma,Emma,learner,A\n");
        assertThat(roster(HEADER + "emma,Emma,learner,A\n").out()).contains("Inscrits : 0. Modifiés : 0. Déjà là : 1.");
        Ran.console(file, "framework", "adopt", "mc-sno", "--scale", "four-steps");

        assertThat(Ran.console(file, "dossier", "open", "--cohort", "A").out()).startsWith("1 dossier est ouvert");
    }

    @Test
    void the_difference_is_shown_first_and_absent_learners_leave_only_when_asked() throws IOException {
        roster(HEADER + "emma,Emma,learner,A\nmalo,Malo,learner,A\n");

        Ran dry = roster(HEADER + "emma,Emma,learner,A\n", "--dry-run", "--end-absent");
        Ran real = roster(HEADER + "emma,Emma,learner,A\n", "--end-absent");

        assertThat(dry.err()).isEmpty();
        assertThat(dry.out())
                .contains("ce qui changerait", "Absents du fichier, qui partent : 1", "Malo", "quitte A")
                .contains("À modifier : 1.", "Rien n'a été écrit");
        assertThat(real.out()).contains("ce qui a changé", "Modifiés : 1.");
    }

    private static final String SIECLE = """
            <?xml version="1.0" encoding="ISO-8859-15"?>
            <BEE_ELEVES VERSION="2.1"><PARAMETRES><ANNEE_SCOLAIRE>2026</ANNEE_SCOLAIRE></PARAMETRES><DONNEES>
            <ELEVES>
            <ELEVE ELEVE_ID="101"><NOM_DE_FAMILLE>Exemplaire</NOM_DE_FAMILLE><PRENOM>Zoé</PRENOM></ELEVE>
            <ELEVE ELEVE_ID="102"><NOM_DE_FAMILLE>Modèle</NOM_DE_FAMILLE><PRENOM>Malo</PRENOM></ELEVE>
            </ELEVES>
            <STRUCTURES>
            <STRUCTURES_ELEVE ELEVE_ID="101"><STRUCTURE><CODE_STRUCTURE>2SNO</CODE_STRUCTURE><TYPE_STRUCTURE>D</TYPE_STRUCTURE></STRUCTURE></STRUCTURES_ELEVE>
            <STRUCTURES_ELEVE ELEVE_ID="102"><STRUCTURE><CODE_STRUCTURE>%s</CODE_STRUCTURE><TYPE_STRUCTURE>D</TYPE_STRUCTURE></STRUCTURE></STRUCTURES_ELEVE>
            </STRUCTURES></DONNEES></BEE_ELEVES>
            """;

    private static byte[] siecle(String classOfMalo) {
        return SIECLE.formatted(classOfMalo).getBytes(Charset.forName("ISO-8859-15"));
    }

    private Path zip(Map<String, byte[]> entries, String name) throws IOException {
        Path zip = folder.resolve(name);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (Map.Entry<String, byte[]> each : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(each.getKey()));
                out.write(each.getValue());
            }
        }
        return zip;
    }

    private Ran roster(Path file, String... options) {
        return Ran.console(
                this.file,
                Stream.concat(Stream.of("roster", "import", file.toString()), Stream.of(options))
                        .toArray(String[]::new));
    }

    @Test
    void siecle_comes_as_xml_or_zip_and_a_moved_pupil_leaves_the_old_class() throws IOException {
        Ran first = roster(Files.write(folder.resolve("eleves.xml"), siecle("2SNO")));
        assertThat(first.out()).contains("(SIECLE)", "2SNO (2026-2027) est une nouvelle classe", "Arrivées : 2");

        Path moved = zip(Map.of("ElevesSansAdresses.xml", siecle("2CIEL")), "siecle.zip");
        Ran dry = roster(moved, "--dry-run");
        Ran real = roster(moved);

        assertThat(dry.out())
                .contains("ce qui changerait", "Changements de classe : 1", "Malo Modèle", "de 2SNO", "à 2CIEL");
        assertThat(real.out().lines().filter(each -> each.startsWith("  ")))
                .as("a dry run says the same as the run")
                .isEqualTo(
                        dry.out().lines().filter(each -> each.startsWith("  ")).toList());
        assertThat(Ran.console(file, "cohort", "show", "2SNO").out()).contains("Zoé Exemplaire");
        assertThat(roster(moved).out()).startsWith("Inscrits : 0. Modifiés : 0. Déjà là : 2.");
    }

    private static String directory(String divisionOfMalo) {
        String school =
                "<addRequest><operationalAttributes><attr name=\"categorieStructure\"><value>EtabEducNat</value>"
                        + "</attr></operationalAttributes><identifier><id>77</id></identifier><attributes>"
                        + "<attr name=\"ENTStructureUAI\"><value>0350000A</value></attr></attributes></addRequest>";
        String pupil = "<addRequest><operationalAttributes><attr name=\"categoriePersonne\"><value>Eleve</value></attr>"
                + "</operationalAttributes><identifier><id>%s</id></identifier><attributes><attr name=\"sn\"><value>%s</value>"
                + "</attr><attr name=\"givenName\"><value>%s</value></attr><attr name=\"ENTEleveClasses\"><value>77$%s</value>"
                + "</attr></attributes></addRequest>";
        return "<?xml version=\"1.0\"?><!DOCTYPE ficAlimMENESR SYSTEM \"ficAlimMENESR.dtd\"><ficAlimMENESR>" + school
                + pupil.formatted("101", "Exemplaire", "Zoé", "2SNO")
                + pupil.formatted("102", "Modèle", "Malo", divisionOfMalo) + "</ficAlimMENESR>";
    }

    private Path directory(String division, String name) throws IOException {
        byte[] bytes = directory(division).getBytes(Charset.forName("UTF-8"));
        return zip(
                Map.of(
                        "ENT_0350000A_Complet_Eleve_0000.xml",
                        bytes,
                        "ENT_0350000A_Complet_EtabEducNat_0000.xml",
                        bytes),
                name);
    }

    @Test
    void an_export_of_the_academies_directory_is_recognised_and_its_school_chosen() throws IOException {
        assertThat(began(directory("2SNO", "aaf.zip")).out()).contains("arrivent (2)");
        Ran first = roster(directory("2CIEL", "aaf-2.zip"), "--school", "0350000A");
        assertThat(first.out()).contains("(AAF)", "Changements de classe : 1", "Malo Modèle");
        Ran other = roster(directory("2CIEL", "aaf-3.zip"), "--school", "0999999Z");
        assertThat(other.code()).isEqualTo(1);
        assertThat(other.complaints().get(0)).contains("0999999Z", "0350000A");
    }

    private Ran began(Path roster, String... options) {
        return Ran.console(
                file,
                Stream.concat(Stream.of("year", "begin", "2SNO", "--roster", roster.toString()), Stream.of(options))
                        .toArray(String[]::new));
    }

    @Test
    void a_year_begins_from_siecle_as_from_csv_and_leaves_last_years_class_of_that_name_alone() throws IOException {
        roster("person,name,role,cohort,year\n90,Ancienne Élève,learner,2SNO,2025-2026\n");
        String left = new String(siecle("2SNO"), Charset.forName("ISO-8859-15"))
                .replace("<PRENOM>Malo</PRENOM>", "<PRENOM>Malo</PRENOM><DATE_SORTIE>02/09/2026</DATE_SORTIE>");
        Path packed =
                zip(Map.of("ElevesSansAdresses.xml", left.getBytes(Charset.forName("ISO-8859-15"))), "siecle.zip");

        Ran dry = began(packed, "--dry-run");
        assertThat(dry.out()).contains("la cohorte est créée", "arrivent (1) : Zoé Exemplaire");
        assertThat(began(packed).out())
                .contains("C'est fait", "la cohorte est créée")
                .doesNotContain("partent");
        assertThat(began(packed).out()).contains("Rien à changer");

        assertThat(Ran.console(file, "cohort", "show", "2SNO (2026-2027)").out())
                .contains("Zoé Exemplaire")
                .doesNotContain("Malo", "Ancienne");
        assertThat(Ran.console(file, "cohort", "show", "2SNO (2025-2026)").out())
                .contains("Ancienne Élève");
        assertThat(roster(packed, "--dry-run").out())
                .as("the import finds it all done, the names in their parts too")
                .contains("À inscrire : 0. À modifier : 0.");
    }

    @Test
    void a_year_begins_from_one_roster_packed_or_not_and_what_is_not_recognised_is_refused() throws IOException {
        Map<String, byte[]> packed = oneRoster(folder.resolve("export/inner"));

        assertThat(began(zip(packed, "oneroster.zip"), "--dry-run").out())
                .contains("arrivent (1) : Zoé Abel", "Ana Zola (enseignant");
        assertThat(began(folder.resolve("export")).out()).contains("C'est fait");
        assertThat(began(zip(packed, "oneroster.zip")).out()).contains("Rien à changer");
        Ran refused = began(zip(Map.of("lisezmoi.txt", new byte[] {'a'}), "autre.zip"));
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.complaints()).singleElement().asString().contains("autre.zip", "n'a pas été reconnu");
    }

    @Test
    void a_year_begun_from_a_spreadsheets_list_says_how_it_was_read() throws IOException {
        Path csv = Files.write(
                folder.resolve("ansi.csv"), (HEADER + "zoe,Zoé,learner,2SNO\n").getBytes(StandardCharsets.ISO_8859_1));

        Ran begun = began(csv);

        assertThat(begun.code()).isZero();
        assertThat(begun.complaints()).anyMatch(each -> each.contains("il a été lu comme windows-1252"));
    }

    @Test
    void one_roster_comes_as_a_zip_or_as_the_folder_of_an_unpacked_one() throws IOException {
        Map<String, byte[]> packed = oneRoster(folder.resolve("export/inner"));

        Ran dry = roster(zip(packed, "oneroster.zip"), "--dry-run", "--lang", "en");
        assertThat(dry.out()).contains("(OneRoster)", "Join: 2", "Zoé Abel joins 2SNO", "Ana Zola joins 2SNO");
        assertThat(roster(folder.resolve("export")).out()).contains("Inscrits : 2.");

        assertThat(roster(Files.createDirectory(folder.resolve("empty"))).complaints())
                .singleElement()
                .asString()
                .contains("empty", "n'a pas été reconnu");
        assertThat(roster(zip(packed, "again.zip"), "--year", "2026-2027").code())
                .isEqualTo(2);
    }

    /** The files of an export, which are written to a folder too. */
    private static Map<String, byte[]> oneRoster(Path unpacked) throws IOException {
        Map<String, String> files = Map.of(
                "manifest.csv",
                "propertyName,value\noneroster.version,1.1\nfile.orgs,bulk\nfile.users,bulk\nfile.classes,bulk\nfile.enrollments,bulk\n",
                "orgs.csv",
                "sourcedId,status,dateLastModified,name,type\no,,,Lycée,school\n",
                "users.csv",
                "sourcedId,status,role,givenName,familyName\nu1,,student,Zoé,Abel\nu2,,teacher,Ana,Zola\n",
                "classes.csv",
                "sourcedId,status,title,schoolSourcedId,termSourcedIds\nc,,2SNO,o,\n",
                "enrollments.csv",
                "sourcedId,status,classSourcedId,userSourcedId,role\ne1,,c,u1,student\ne2,,c,u2,teacher\n");
        Files.createDirectories(unpacked);
        Map<String, byte[]> packed = new LinkedHashMap<>();
        for (Map.Entry<String, String> each : files.entrySet()) {
            Files.writeString(unpacked.resolve(each.getKey()), each.getValue());
            packed.put(each.getKey(), each.getValue().getBytes(StandardCharsets.UTF_8));
        }
        return packed;
    }
}
