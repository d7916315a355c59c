package org.eportfolio.exchange.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.eportfolio.DeniedException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.PageRequest;
import org.eportfolio.ProgressListener;
import org.eportfolio.core.Refusals;
import org.eportfolio.core.Story;
import org.eportfolio.core.VosReves;
import org.eportfolio.exchange.Bounds;
import org.eportfolio.exchange.Exchange;
import org.eportfolio.exchange.ImportOptions;
import org.eportfolio.exchange.ImportReport;
import org.eportfolio.exchange.ImportReport.Count;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Membership;
import org.eportfolio.spi.Kind;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.Scope;
import org.junit.jupiter.api.Test;

/** E7: rosters. */
class RosterTest extends Story {
    private static final ImportOptions REALLY = ImportOptions.ofDefaults();

    private final Exchange exchange = Exchange.ofDefaults();
    private int files;

    private Path file(byte[] bytes, String ending) throws IOException {
        return Files.write(folder.resolve("roster-" + files++ + ending), bytes);
    }

    private ImportReport imported(String csv) throws IOException {
        return imported(csv, REALLY);
    }

    private ImportReport imported(String csv, ImportOptions options) throws IOException {
        return exchange.importFrom(school.head, file(csv.getBytes(StandardCharsets.UTF_8), ".csv"), options);
    }

    private ImportReport bringLeaving(String csv) throws IOException {
        Path file = file(csv.getBytes(StandardCharsets.UTF_8), ".csv");
        return new RosterCsv(Absent.LEAVE).read(school.head, file, REALLY, ProgressListener.NONE);
    }

    private CohortId cohort(String name) {
        return school.head.cohorts().find(name).orElseThrow().id();
    }

    private List<String> members(String cohort) {
        return school.head.cohorts().members(cohort(cohort), PageRequest.first(100)).items().stream()
                .filter(each -> each.period().endsAfter(school.clock.instant()))
                .map(Membership::learner)
                .map(PersonId::value)
                .sorted()
                .toList();
    }

    private static List<String> remarks(ImportReport report) {
        return report.remarks().stream()
                .map(each -> each.what().in(Locale.ENGLISH))
                .toList();
    }

    @Test
    void a_first_roster_makes_cohorts_members_staff_and_names() throws IOException {
        ImportReport report = imported(Rosters.CSV);

        assertThat(report.counts())
                .containsEntry("cohort", new Count(1, 0, 0, 0))
                .containsEntry("membership", new Count(2, 0, 0, 0))
                .containsEntry("staff", new Count(1, 0, 0, 0))
                .containsEntry("person", new Count(3, 0, 0, 0));
        assertThat(members("2SNO")).containsExactly("ines", "noe");
        assertThat(school.head.people().named(List.of(PersonId.of("noe")))).containsValue("Noé Fictif");
        assertThat(school.durand.cohorts().list(PageRequest.first(100)).items())
                .extracting(each -> each.name())
                .contains("2SNO");
    }

    @Test
    void the_same_roster_again_changes_nothing() throws IOException {
        imported(Rosters.CSV);
        school.clock.advance(Duration.ofDays(1));

        ImportReport report = imported(Rosters.CSV);

        assertThat(report.counts().values()).allMatch(each -> each.added() == 0 && each.changed() == 0);
        assertThat(members("2SNO")).containsExactly("ines", "noe");
    }

    @Test
    void a_second_roster_shows_the_difference_first() throws IOException {
        imported(Rosters.CSV);
        String second =
                Rosters.CSV.replace("ines;Inès Inventée", "zoe;Zoé Nouvelle").replace("Noé Fictif", "Noé Réel");
        long before = school.journalLength();

        ImportReport dry = imported(second, REALLY.dry());

        assertThat(school.journalLength()).isEqualTo(before);
        assertThat(dry.counts())
                .containsEntry("membership", new Count(1, 0, 2, 0))
                .containsEntry("person", new Count(1, 1, 1, 0));
        assertThat(remarks(dry))
                .containsExactlyInAnyOrder(
                        "Zoé Nouvelle joins 2SNO (learner)",
                        "Inès Inventée is a member of 2SNO and not in the file; stays, since absent learners were to"
                                + " stay",
                        "noe was called “Noé Fictif”, now “Noé Réel”");
    }

    @Test
    void absent_learners_leave_only_when_asked_and_keep_their_results() throws IOException {
        school.positioned(school.durand, "C3.1", "acquis");
        String without = "person,name,role,cohort\nmalo,malo,learner," + VosReves.CLASS + "\n";

        imported(without);
        assertThat(members(VosReves.CLASS)).contains("emma", "malo");
        school.clock.advance(Duration.ofHours(1));
        ImportReport report = bringLeaving(without);

        assertThat(members(VosReves.CLASS)).containsExactly("malo");
        assertThat(report.counts()).containsEntry("membership", new Count(0, 3, 1, 0));
        assertThat(remarks(report))
                .contains("emma is not in the file any more and leaves CS SNO 2026; what was assessed stays");
        assertThat(school.headReading().progress().of(school.dossier).competencies())
                .anyMatch(each -> !each.trajectories().isEmpty());
    }

    @Test
    void a_file_of_teachers_only_says_nothing_about_learners() throws IOException {
        bringLeaving("person,name,role,cohort\nmme.roux,Anne Roux,teacher," + VosReves.CLASS + "\n");

        assertThat(members(VosReves.CLASS)).containsExactly("emma", "lina", "malo", "yanis");
    }

    @Test
    void whoever_left_and_is_back_joins_again() throws IOException {
        imported(Rosters.CSV);
        school.clock.advance(Duration.ofDays(1));
        school.head.cohorts().leave(cohort("2SNO"), PersonId.of("noe"));
        school.clock.advance(Duration.ofDays(1));

        assertThat(imported(Rosters.CSV).counts()).containsEntry("membership", new Count(1, 0, 1, 0));
        assertThat(members("2SNO")).containsExactly("ines", "noe");
    }

    @Test
    void bad_lines_are_all_named_and_nothing_is_imported() throws IOException {
        String bad = "person;name;role;cohort\n"
                + "noe;Noé;apprenant;X\n"
                + "ines;;apprenante;X\n"
                + "zoe;Zoé;cheffe;X\n"
                + "noe;Noël;apprenant;X\n"
                + "lea;Léa\n";

        Refusals.refused(
                InvalidInputException.class,
                "roster-0.csv:3 name: must not be blank; roster-0.csv:4 role: “cheffe” is not a role",
                "roster-0.csv:5 name : noe s'appelle déjà « Noé »",
                () -> imported(bad));
        assertThat(school.head.cohorts().find("X")).isEmpty();

        ImportReport rest = imported(bad, REALLY.leavingOutBadOnes());
        assertThat(members("X")).containsExactly("noe");
        assertThat(rest.counts().get("line").leftOut()).isEqualTo(4);
    }

    @Test
    void a_file_of_bad_lines_only_is_refused_also_when_bad_ones_are_left_out() {
        Refusals.refused(
                InvalidInputException.class,
                ":2 role: “chef” is not a role",
                ":2 role : « chef » n'est pas un rôle",
                () -> imported("person;name;role;cohort\nzoe;Zoé;chef;X\n", REALLY.leavingOutBadOnes()));
    }

    @Test
    void what_is_no_roster_is_refused() throws IOException {
        refused("", "", "not recognised", "pas été reconnu");
        refused("", "roster", "names no person", "personne dans le fichier");
        refused("a,b,c,d\n1,2,3,4\n", "roster", "must name the columns", "doit nommer les colonnes");
        refused("person,name,role,cohort\n", "roster", "names no person", "personne dans le fichier");
        refused("person,name,role,cohort\na,\"b,learner,X\n", "roster", ":2", ":2");
        refused("person,name,role,cohort\na,b\u001b[31m,learner,X\n", "roster", "control characters", "contrôle");
        byte[] none = "person,name,role,cohort\na,\u0081\u00e9x,learner,X\n".getBytes(StandardCharsets.ISO_8859_1);
        Path binary = file(none, ".csv");
        Refusals.refused(
                InvalidInputException.class, "UTF-8", "UTF-8", () -> exchange.importFrom(school.head, binary, REALLY));
    }

    private void refused(String csv, String format, String english, String french) throws IOException {
        Path file = file(csv.getBytes(StandardCharsets.UTF_8), ".csv");
        Refusals.refused(
                InvalidInputException.class,
                english,
                french,
                () -> exchange.importFrom(
                        school.head, file, format.isEmpty() ? null : format, REALLY, ProgressListener.NONE));
    }

    @Test
    void only_who_manages_cohorts_imports() throws IOException {
        Path file = file(Rosters.CSV.getBytes(StandardCharsets.UTF_8), ".csv");

        Refusals.refused(
                DeniedException.class, "head", "direction", () -> exchange.importFrom(school.durand, file, REALLY));
        assertThat(school.head.cohorts().find("2SNO")).isEmpty();
    }

    @Test
    void siecle_gives_pupils_by_division_and_nothing_that_it_must_not() throws IOException {
        ImportReport report = exchange.importFrom(school.head, file(Rosters.siecle(), ".xml"), REALLY);

        assertThat(members("2SNO")).containsExactly("1001", "1002");
        assertThat(school.head
                        .people()
                        .named(List.of(PersonId.of("1001"), PersonId.of("1002")))
                        .values())
                .containsExactly("Noé FICTIF", "Inès CŒUR €");
        assertThat(remarks(report))
                .containsExactlyInAnyOrder(
                        "2SNO (2026-2027) is a new class; learners in the file: 2",
                        "Paul PARTI has no division; not brought in",
                        "Division SANS has no division; not brought in",
                        "1 group is not brought in; a cohort is a division");
        List<Row> names = school.store.read(view -> view.list(Scope.ORGANISATION, new Kind("person"), null, 100));
        String kept = names.stream().map(Row::body).collect(Collectors.joining());
        assertThat(kept).contains("FICTIF").doesNotContain("120890177FA", "0000000001X", "2008");
    }

    @Test
    void a_host_may_say_who_a_pupil_is() throws IOException {
        new SiecleXml(Absent.STAY, id -> "siecle/" + id)
                .read(school.head, file(Rosters.siecle(), ".xml"), REALLY, ProgressListener.NONE);

        assertThat(members("2SNO")).containsExactly("siecle/1001", "siecle/1002");
    }

    @Test
    void siecle_with_a_document_type_an_entity_or_too_much_depth_is_refused() throws IOException {
        String attack = new String(Rosters.siecle(""), StandardCharsets.ISO_8859_1);
        for (String dtd : List.of(
                "<!DOCTYPE BEE_ELEVES SYSTEM \"file:///etc/passwd\">",
                "<!DOCTYPE BEE_ELEVES [<!ENTITY a \"aaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>",
                "<!DOCTYPE BEE_ELEVES [<!ENTITY x SYSTEM \"http://localhost:1/x\">]>")) {
            String text = attack.replace("<BEE_ELEVES", dtd + "<BEE_ELEVES").replace("0000000A", "0");
            siecleRefused(text, "document type", "type de document");
        }
        siecleRefused(attack.replace("0000000A", "&unknown;"), "", "");
        siecleRefused(attack.replace("0000000A", "<x>".repeat(70) + "</x>".repeat(70)), "deeper than 64", "plus de 64");
        siecleRefused(attack.substring(0, attack.length() / 2), "XML cannot be read", "XML n'est pas lisible");
        siecleRefused(attack.replace("ISO-8859-15", "KLINGON-1"), "encoding KLINGON-1", "encodage KLINGON-1");
        siecleRefused(
                attack.replace("ISO-8859-15", "UTF-8").replace("0000000A", "\u00e9"),
                "XML cannot be read",
                "pas lisible");
        siecleRefused("<BEE_RESPONSABLES/>", "not “BEE_ELEVES”", "pas « BEE_ELEVES »");
        Path same =
                file(Rosters.siecle("<ELEVE ELEVE_ID=\"1\"><PRENOM>A</PRENOM></ELEVE><ELEVE ELEVE_ID=\"1\"/>"), ".xml");
        Refusals.refused(
                InvalidInputException.class,
                "“ELEVE_ID” 1 already",
                "déjà l'« ELEVE_ID » 1",
                () -> exchange.importFrom(school.head, same, REALLY));
        assertThat(school.head.cohorts().find("2SNO")).isEmpty();
    }

    private void siecleRefused(String text, String english, String french) throws IOException {
        Path file = file(text.getBytes(StandardCharsets.ISO_8859_1), ".xml");
        Refusals.refused(
                InvalidInputException.class,
                english,
                french,
                () -> exchange.importFrom(school.head, file, "siecle", REALLY, ProgressListener.NONE));
    }

    @Test
    void one_roster_gives_students_and_teachers_with_their_days() throws IOException {
        ImportReport report = exchange.importFrom(school.head, file(Rosters.zip(Rosters.oneRoster()), ".zip"), REALLY);

        assertThat(report.format()).isEqualTo("oneroster");
        assertThat(members("2SNO")).containsExactly("u1", "u2");
        assertThat(remarks(report))
                .containsExactly(
                        "1 enrolment as “proctor” is not brought in; students and teachers are",
                        "2SNO (2026-2027) is a new class; learners in the file: 2");
        Membership ines = school.head.cohorts().members(cohort("2SNO"), PageRequest.first(10)).items().stream()
                .filter(each -> each.learner().value().equals("u2"))
                .findFirst()
                .orElseThrow();
        assertThat(ines.period().from()).isEqualTo("2026-09-13T22:00:00Z");
        assertThat(ines.period().until()).isEqualTo("2027-01-03T23:00:00Z");
        assertThat(school.head.people().named(List.of(PersonId.of("u2")))).containsValue("Inès, dite \"In\" Inventée");
        assertThat(exchange.importFrom(school.head, file(Rosters.zip(Rosters.oneRoster()), ".zip"), REALLY)
                        .counts()
                        .values())
                .allMatch(each -> each.added() == 0 && each.changed() == 0);
    }

    @Test
    void an_enrolment_that_is_over_is_told_and_not_brought_in() throws IOException {
        Map<String, String> files = Rosters.oneRoster();
        files.computeIfPresent(
                "enrollments.csv", (name, text) -> text.replace("2026-09-14,2027-01-04", "2025-09-01,2026-07-05"));

        ImportReport report = exchange.importFrom(school.head, file(Rosters.zip(files), ".zip"), REALLY);

        assertThat(members("2SNO")).containsExactly("u1");
        assertThat(remarks(report)).anyMatch(each -> each.contains("was over on 4 July 2026"));
    }

    @Test
    void one_roster_that_does_not_hold_together_is_refused_with_its_places() throws IOException {
        oneRosterRefused("manifest.csv", "version,1.2", "version,1.0", "1.1 and 1.2 are read", "1.2 sont lus");
        oneRosterRefused("manifest.csv", "users,bulk", "users,delta", "users.csv is needed", "users.csv est");
        oneRosterRefused(
                "enrollments.csv",
                "u1,student",
                "u9,student",
                "enrollments.csv:2 userSourcedId: u9 is not in users.csv",
                "u9 n'est pas");
        oneRosterRefused("enrollments.csv", "2026-09-14", "14/09/2026", "enrollments.csv:3 beginDate", "14/09/2026");
        oneRosterRefused("users.csv", "u2,", "u1,", "users.csv:3 sourcedId: u1 stands there", "u1 y est");
        oneRosterRefused("classes.csv", "s1,t1", "s2,t1", "s2 is not in orgs.csv", "s2 n'est pas");
        Map<String, String> files = Rosters.oneRoster();
        files.remove("users.csv");
        Path file = file(Rosters.zip(files), ".zip");
        Refusals.refused(
                InvalidInputException.class,
                "users.csv is not in the ZIP",
                "users.csv n'est pas dans le ZIP",
                () -> exchange.importFrom(school.head, file, REALLY));
        assertThat(school.head.cohorts().find("2SNO")).isEmpty();
    }

    private void oneRosterRefused(String name, String from, String to, String english, String french)
            throws IOException {
        Map<String, String> files = Rosters.oneRoster();
        files.computeIfPresent(name, (each, text) -> text.replace(from, to));
        Path file = file(Rosters.zip(files), ".zip");
        Refusals.refused(
                InvalidInputException.class, english, french, () -> exchange.importFrom(school.head, file, REALLY));
    }

    @Test
    void bounds_hold_for_all_rosters() throws IOException {
        Bounds narrow = new Bounds(5, 200, 400, 10, 8, 100, 1);
        for (Path each : List.of(
                file(Rosters.CSV.getBytes(StandardCharsets.UTF_8), ".csv"),
                file(Rosters.siecle(), ".xml"),
                file(Rosters.zip(Rosters.oneRoster()), ".zip"))) {
            Refusals.refused(
                    InvalidInputException.class,
                    "aise the bound",
                    "elevez la limite",
                    () -> exchange.importFrom(school.head, each, REALLY.within(narrow)));
        }
    }
}
