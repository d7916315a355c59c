package org.eportfolio.exchange.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.eportfolio.InvalidInputException;
import org.eportfolio.PageRequest;
import org.eportfolio.ProgressListener;
import org.eportfolio.core.Refusals;
import org.eportfolio.core.Story;
import org.eportfolio.exchange.Exchange;
import org.eportfolio.exchange.ImportOptions;
import org.eportfolio.exchange.ImportReport;
import org.eportfolio.id.PersonId;
import org.junit.jupiter.api.Test;

/** E7: rosters as they really come. */
class RosterReadingTest extends Story {
    private static final ImportOptions REALLY = ImportOptions.ofDefaults();
    private static final String FRENCH = "personne;nom;rôle;classe\nzoe;Zoé Fictive;élève;2SNO\n";

    private final Exchange exchange = Exchange.ofDefaults();
    private int files;

    private ImportReport imported(byte[] bytes, String ending) throws IOException {
        Path file = Files.write(folder.resolve("liste-" + files++ + ending), bytes);
        return exchange.importFrom(school.head, file, REALLY);
    }

    private static List<String> remarks(ImportReport report) {
        return report.remarks().stream()
                .map(each -> each.what().in(Locale.ENGLISH))
                .toList();
    }

    private void isIn(String person, String name, String cohort) {
        assertThat(school.head
                        .cohorts()
                        .members(
                                school.head.cohorts().find(cohort).orElseThrow().id(), PageRequest.first(50))
                        .items())
                .anyMatch(each -> each.learner().value().equals(person));
        assertThat(school.head.people().named(List.of(PersonId.of(person)))).containsValue(name);
    }

    @Test
    void a_first_line_that_states_the_separator_is_read_and_lines_keep_their_numbers() throws IOException {
        ImportReport report = imported(("sep=;\r\n" + FRENCH).getBytes(StandardCharsets.UTF_8), ".csv");

        isIn("zoe", "Zoé Fictive", "2SNO");
        assertThat(remarks(report)).contains("the first line states the separator “;”");
        assertThat(report.remarks().get(0).place()).hasToString("liste-0.csv:1");
        Refusals.refused(
                InvalidInputException.class,
                ":3 role: “chef” is not a role",
                ":3 role : « chef » n'est pas un rôle",
                () -> imported(("sep=;\n" + FRENCH.replace("élève", "chef")).getBytes(StandardCharsets.UTF_8), ".csv"));
    }

    @Test
    void tabs_are_read_and_it_is_said() throws IOException {
        ImportReport report = imported(FRENCH.replace(';', '\t').getBytes(StandardCharsets.UTF_8), ".txt");

        isIn("zoe", "Zoé Fictive", "2SNO");
        assertThat(remarks(report)).contains("the columns were read as separated by tabs");
    }

    @Test
    void columns_that_are_not_read_are_named() throws IOException {
        ImportReport report = imported(
                "personne;nom;rôle;classe;\"né;le\";;identifiant\nzoe;Zoé;élève;2SNO;;;z\n"
                        .getBytes(StandardCharsets.UTF_8),
                ".csv");

        assertThat(remarks(report))
                .contains(
                        "columns not read, because their names are not known or stand there twice: né;le, identifiant");
        assertThat(report.remarks().get(0).place()).hasToString("liste-0.csv:1");
        assertThat(remarks(imported(FRENCH.getBytes(StandardCharsets.UTF_8), ".csv")))
                .noneMatch(each -> each.startsWith("columns not read"));
    }

    @Test
    void a_byte_order_mark_utf_16_and_windows_1252_are_read_and_what_was_assumed_is_said() throws IOException {
        Map<String, byte[]> encoded = new LinkedHashMap<>();
        encoded.put("UTF-8", ("\uFEFF" + FRENCH).getBytes(StandardCharsets.UTF_8));
        encoded.put("UTF-16LE", ("\uFEFF" + FRENCH).getBytes(StandardCharsets.UTF_16LE));
        encoded.put("UTF-16BE", ("\uFEFF" + FRENCH).getBytes(StandardCharsets.UTF_16BE));
        encoded.put("UTF-16LE without mark", FRENCH.getBytes(StandardCharsets.UTF_16LE));
        encoded.put("windows-1252", FRENCH.getBytes(Charset.forName("windows-1252")));
        for (Map.Entry<String, byte[]> each : encoded.entrySet()) {
            ImportReport report = imported(each.getValue(), ".csv");

            isIn("zoe", "Zoé Fictive", "2SNO");
            String encoding = each.getKey().split(" ")[0];
            if (encoding.equals("UTF-8")) {
                assertThat(remarks(report)).noneMatch(remark -> remark.contains("UTF-8"));
            } else {
                assertThat(remarks(report))
                        .anyMatch(remark -> remark.contains("is not in UTF-8; it was read as " + encoding));
            }
        }
    }

    @Test
    void an_accent_far_down_in_the_file_tells_the_encoding_too() throws IOException {
        StringBuilder many = new StringBuilder("person;name;role;cohort\n");
        for (int i = 0; i < 9_000; i++)
            many.append("p").append(i).append(";Personne ").append(i).append(";learner;X\n");
        byte[] last = (many + "zoe;Zoé;learner;Y\n").getBytes(Charset.forName("windows-1252"));

        imported(last, ".csv");

        isIn("zoe", "Zoé", "Y");
    }

    @Test
    void given_and_family_names_are_read_where_the_file_has_them_apart() throws IOException {
        imported(
                "identifiant;nom;prénom;rôle;classe\nzoe;Martin Leroy;Zoé;élève;2SNO\n"
                        .getBytes(StandardCharsets.UTF_8),
                ".csv");

        assertThat(school.head.people().kept(List.of(PersonId.of("zoe"))).values())
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.family()).isEqualTo("Martin Leroy");
                    assertThat(each.given()).isEqualTo("Zoé");
                    assertThat(each.display()).isEqualTo("Zoé Martin Leroy");
                });
    }

    @Test
    void a_day_that_is_none_is_refused_with_the_two_ways_to_write_one() {
        Refusals.refused(
                InvalidInputException.class,
                ":2 until: “31/02/2027” is not a day such as “2026-09-01” or “01/09/2026”",
                "« 31/02/2027 » n'est pas un jour comme « 2026-09-01 » ou « 01/09/2026 »",
                () -> imported(
                        "person;name;role;cohort;until\nzoe;Zoé;learner;X;31/02/2027\n"
                                .getBytes(StandardCharsets.UTF_8),
                        ".csv"));
    }

    private static byte[] zip(String name, byte[] bytes, String... others) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(packed)) {
            for (String other : others) out.putNextEntry(new ZipEntry(other));
            out.putNextEntry(new ZipEntry(name));
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    @Test
    void a_siecle_file_is_read_from_its_zip() throws IOException {
        ImportReport report = imported(zip("ElevesSansAdresses.xml", Rosters.siecle()), ".zip");

        assertThat(report.format()).isEqualTo("siecle");
        isIn("1001", "Noé FICTIF", "2SNO");
        assertThat(remarks(report)).anyMatch(each -> each.startsWith("ElevesSansAdresses.xml was read, from the ZIP"));
        assertThat(report.remarks()).anyMatch(each -> each.place().toString().startsWith("ElevesSansAdresses.xml:"));
    }

    @Test
    void of_several_files_in_a_zip_the_one_of_the_pupils_is_read() throws IOException {
        imported(zip("export/ElevesSansAdresses.xml", Rosters.siecle(), "export/Nomenclature.xml"), ".zip");

        isIn("1001", "Noé FICTIF", "2SNO");
        Refusals.refused(
                InvalidInputException.class,
                "of several only one with “eleves” in its name",
                "un seul dont le nom contient « eleves »",
                () -> imported(zip("ElevesA.xml", Rosters.siecle(), "ElevesB.xml"), ".zip"));
    }

    @Test
    void one_roster_is_read_from_the_folder_that_encloses_it() throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        Rosters.oneRoster().forEach((name, text) -> files.put("export 2026/" + name, text));
        files.put("__MACOSX/._manifest.csv", "");

        ImportReport report = imported(Rosters.zip(files), ".zip");

        isIn("u1", "Noé Fictif", "2SNO");
        assertThat(remarks(report)).contains("the files were read from the folder export 2026/ of the ZIP");
    }

    @Test
    void one_roster_1_1_is_read_with_the_roles_that_stand_with_its_users() throws IOException {
        Map<String, String> files = Rosters.oneRoster();
        files.computeIfPresent("manifest.csv", (name, text) -> text.replace("version,1.2", "version,1.1"));
        files.put("users.csv", """
            sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password
            u1,active,2026-09-01T00:00:00.000Z,true,s1,student,noe,,Noé,Fictif,,,,,,,,
            u2,tobedeleted,2026-09-01T00:00:00.000Z,true,s1,student,ines,,Inès,Inventée,,,,,,,,
            u3,active,2026-09-01T00:00:00.000Z,true,s1,teacher,prof,,Martin,Durand,,,,,,,,
            """);
        files.computeIfPresent(
                "enrollments.csv",
                (name, text) -> text.replace("e1,,,c1,s1,u1,student", "e1,active,,c1,s1,u1,")
                        .replace("e3,,,c1,s1,u3,teacher", "e3,active,,c1,s1,u3,"));

        ImportReport report = imported(Rosters.zip(files), ".zip");

        isIn("u1", "Noé Fictif", "2SNO");
        assertThat(report.counts().get("membership").added()).isEqualTo(1);
        assertThat(report.counts().get("staff").added()).isEqualTo(1);
        assertThat(remarks(report)).contains("the file marks Inès Inventée as deleted (tobedeleted); not brought in");
    }

    @Test
    void a_line_without_its_empty_last_cells_is_read() throws IOException {
        imported(
                ("person;name;role;cohort;from;until\n" + "zoe;Zoé;learner;X\n" + "lea;Léa;learner;X;2026-09-07;;\n")
                        .getBytes(StandardCharsets.UTF_8),
                ".csv");

        isIn("zoe", "Zoé", "X");
        isIn("lea", "Léa", "X");
        for (String line : List.of("zoe;Zoé;learner", "zoe;Zoé;learner;X;;;beyond")) {
            Refusals.refused(
                    InvalidInputException.class,
                    "columns instead of 6",
                    "colonnes au lieu de 6",
                    () -> imported(
                            ("person;name;role;cohort;from;until\n" + line + "\n").getBytes(StandardCharsets.UTF_8),
                            ".csv"));
        }
    }

    @Test
    void a_day_a_million_years_ahead_is_a_bad_line() {
        for (String day : List.of("+999999999-12-31", "-999999999-01-01", "2926-07-03", "1899-12-31")) {
            Refusals.refused(
                    InvalidInputException.class,
                    ":2 until: “" + day + "” is not a day",
                    "« " + day + " » n'est pas un jour",
                    () -> imported(
                            ("person;name;role;cohort;until\nzoe;Zoé;learner;X;" + day + "\n")
                                    .getBytes(StandardCharsets.UTF_8),
                            ".csv"));
            Map<String, String> files = Rosters.oneRoster();
            files.computeIfPresent("enrollments.csv", (name, text) -> text.replace("2027-01-04", day));
            Refusals.refused(
                    InvalidInputException.class,
                    "enrollments.csv:3 endDate: “" + day + "” is not a day",
                    "« " + day + " » n'est pas un jour",
                    () -> imported(Rosters.zip(files), ".zip"));
        }
    }

    @Test
    void a_siecle_file_in_a_folder_with_an_accent_is_read_from_a_zip_of_windows() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(packed, Charset.forName("IBM850"))) {
            out.putNextEntry(new ZipEntry("Rentrée 2026/ElevesSansAdresses.xml"));
            out.write(Rosters.siecle());
        }

        ImportReport report = imported(packed.toByteArray(), ".zip");

        isIn("1001", "Noé FICTIF", "2SNO");
        assertThat(remarks(report)).anyMatch(each -> each.contains("are not in UTF-8"));
        assertThat(remarks(report)).anyMatch(each -> each.startsWith("Rentrée 2026/ElevesSansAdresses.xml was read"));
    }

    @Test
    void a_siecle_file_in_utf_16_with_its_mark_is_read() throws IOException {
        String text = "\uFEFF"
                + new String(Rosters.siecle(), Charset.forName("ISO-8859-15")).replace("ISO-8859-15", "UTF-16");

        for (Charset each : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            Path file = Files.write(folder.resolve("eleves-" + each + ".xml"), text.getBytes(each));
            exchange.importFrom(school.head, file, "siecle", REALLY, ProgressListener.NONE);
            isIn("1002", "Inès CŒUR €", "2SNO");
        }
    }
}
