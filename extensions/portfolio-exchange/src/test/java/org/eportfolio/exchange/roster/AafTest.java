package org.eportfolio.exchange.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.eportfolio.InvalidInputException;
import org.eportfolio.PageRequest;
import org.eportfolio.access.Reader;
import org.eportfolio.core.Desk;
import org.eportfolio.core.OverBothStores;
import org.eportfolio.core.Stores;
import org.eportfolio.core.VosReves;
import org.eportfolio.exchange.Exchange;
import org.eportfolio.exchange.ImportOptions;
import org.eportfolio.exchange.ImportReport;
import org.eportfolio.exchange.roster.RosterChange.Kind;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Cohort;
import org.eportfolio.school.Grant;
import org.eportfolio.school.Membership;
import org.eportfolio.school.Role;
import org.eportfolio.school.SchoolYear;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** E7, « AAF 2D, complete and delta » : what an académie's directory hands over becomes a difference. */
@OverBothStores
class AafTest {
    private static final ImportOptions REALLY = ImportOptions.ofDefaults();
    private static final AafXml AAF = new AafXml().ofSchool(AafFiles.UAI);
    private static final AafXml DELTA = AAF.ofStructure("77");
    private static final PersonId NOE = PersonId.of("aaf:0350000A:1001");
    private static final PersonId MOTHER = PersonId.of("aaf:0350000A:2001");
    private static final PersonId FATHER = PersonId.of("aaf:0350000A:2002");

    @Parameter
    @SuppressWarnings("NullAway.Init")
    Stores stores;

    @TempDir
    Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init")
    private VosReves school;

    private int files;

    @BeforeEach
    void theSchoolOpens() throws IOException {
        school = VosReves.over(stores.open(Files.createDirectory(folder.resolve("store"))));
    }

    @AfterEach
    void theSchoolCloses() {
        school.close();
    }

    private Path zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> each : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(each.getKey()));
                out.write(each.getValue());
            }
        }
        return Files.write(folder.resolve("aaf-" + files++ + ".zip"), bytes.toByteArray());
    }

    private RosterDifference difference(AafXml format, Map<String, byte[]> entries) throws IOException {
        return format.difference(school.head, zip(entries), REALLY);
    }

    /** The dry run says what the import then does, and a second import of the same changes nothing. */
    private RosterDifference imported(AafXml format, Map<String, byte[]> entries) throws IOException {
        long before = school.journalLength();
        RosterDifference difference = difference(format, entries);
        assertThat(school.journalLength()).as("a difference writes nothing").isEqualTo(before);
        difference.apply(school.head);
        assertThat(difference(format, entries).isEmpty()).isTrue();
        return difference;
    }

    private static List<String> said(RosterDifference difference, Kind kind) {
        return difference.changes().stream()
                .filter(each -> each.kind() == kind)
                .map(each -> each.what().in(Locale.ENGLISH))
                .toList();
    }

    private static List<String> said(ImportReport report) {
        return report.remarks().stream()
                .map(each -> each.place() + " " + each.what().in(Locale.ENGLISH))
                .toList();
    }

    private Cohort cohort(String name) {
        return school.head.cohorts().find(name, SchoolYear.of(VosReves.TODAY)).orElseThrow();
    }

    private List<String> members(String name) {
        return memberships(name).stream()
                .filter(each -> each.period().endsAfter(school.clock.instant()))
                .map(each -> each.learner().value())
                .sorted()
                .toList();
    }

    private List<Membership> memberships(String name) {
        return school.head
                .cohorts()
                .members(cohort(name).id(), PageRequest.first(100))
                .items();
    }

    private DossierId noesDossier() {
        Desk noe = school.as(NOE.value());
        return noe.dossiers().open(school.sno);
    }

    private List<PersonId> representatives(DossierId dossier) {
        return school.head.access().whoCanRead(dossier).stream()
                .filter(each -> each.path().role() == Role.REPRESENTATIVE)
                .map(Reader::person)
                .toList();
    }

    @Test
    void pupils_and_teachers_of_the_chosen_school_come_with_their_class_and_no_one_of_another_school()
            throws IOException {
        RosterDifference difference = imported(AAF, AafFiles.complete());
        assertThat(members("2SNO")).containsExactly("aaf:0350000A:1001", "aaf:0350000A:1002");
        assertThat(school.head.cohorts().find("2GT1")).isEmpty();
        assertThat(school.head.people().named(List.of(PersonId.of("aaf:0350000A:1002"))))
                .containsValue("Inès L'INVENTÉE");
        List<Grant> grants =
                school.head.grants().of(List.of(PersonId.of("aaf:0350000A:3001"), PersonId.of("aaf:0350000A:3002")));
        assertThat(grants).extracting(Grant::role).containsExactlyInAnyOrder(Role.TEACHER, Role.LEAD_TEACHER);
        assertThat(said(difference.report()))
                .anyMatch(each -> each.matches(".*Eleve_0000.xml:\\d+ Paul SANSCLASSE has no class; not brought in"))
                .anyMatch(each -> each.contains("1 member of the staff has no class here"));
        assertThat(difference.changes().toString()).doesNotContain("AILLEURS", "Zoé");
    }

    @Test
    void a_folder_and_a_zip_are_recognised_and_mean_the_same() throws IOException {
        Path zip = zip(AafFiles.complete());
        Path unpacked = Files.createDirectory(folder.resolve("unpacked"));
        for (Map.Entry<String, byte[]> each : AafFiles.complete().entrySet()) {
            Files.write(unpacked.resolve(each.getKey().replace("export/", "")), each.getValue());
        }
        Exchange exchange = Exchange.ofDefaults();
        assertThat(exchange.importer(zip, null).format()).isEqualTo("aaf");
        assertThat(exchange.importer(unpacked, null).format()).isEqualTo("aaf");
        assertThat(AAF.difference(school.head, unpacked, REALLY).changes().stream()
                        .map(each -> each.what().in(Locale.FRENCH)))
                .isEqualTo(AAF.difference(school.head, zip, REALLY).changes().stream()
                        .map(each -> each.what().in(Locale.FRENCH))
                        .toList());
    }

    @Test
    void pupil_numbers_and_dates_of_birth_are_in_no_difference_no_report_and_no_byte_of_the_store() throws IOException {
        imported(AAF, AafFiles.complete());
        noesDossier();
        RosterDifference difference = imported(AAF, AafFiles.complete());
        List<String> secrets = List.of(
                AafFiles.INE, AafFiles.BIRTH, "2008-12-31", "0299000000", "mere@exemple.test", "RUE FICTIVE", "Oncle");
        String told = difference.changes() + said(difference.report()).toString() + difference.report();
        assertThat(told).doesNotContain(secrets);
        assertThat(told).as("nor is the day of majority").doesNotContain(AafFiles.MAJORITY);
        assertThat(memberships("2SNO"))
                .allSatisfy(each -> assertThat(each.majorityOn()).hasToString(AafFiles.MAJORITY));
        school.close();
        try (Stream<Path> all = Files.walk(folder.resolve("store"))) {
            for (Path each : all.filter(Files::isRegularFile).toList()) {
                String bytes = new String(Files.readAllBytes(each), StandardCharsets.ISO_8859_1);
                assertThat(secrets).noneMatch(bytes::contains);
            }
        }
    }

    @Test
    void those_with_parental_authority_represent_a_minor_once_there_is_a_dossier_and_until_the_majority()
            throws IOException {
        RosterDifference first = imported(AAF, AafFiles.complete());
        assertThat(said(first, Kind.REPRESENTATIVE_WAITS))
                .containsExactly(
                        "Noé FICTIF has no dossier yet, so Mère FICTIF, a legal representative, gets no role; import the file again once there is one",
                        "Noé FICTIF has no dossier yet, so Père FICTIF, a legal representative, gets no role; import the file again once there is one");
        DossierId dossier = noesDossier();
        RosterDifference second = imported(AAF, AafFiles.complete());
        assertThat(said(second, Kind.REPRESENTS)).hasSize(2);
        assertThat(representatives(dossier)).containsExactlyInAnyOrder(MOTHER, FATHER);
        school.as(MOTHER.value()).progress().of(dossier);
        school.clock.advance(Duration.ofDays(120));
        assertThat(representatives(dossier)).as("Noé has come of age").isEmpty();
        assertThat(said(difference(AAF, AafFiles.complete()), Kind.REPRESENTS)).isEmpty();
    }

    @Test
    void without_a_day_of_majority_no_one_gets_the_role_and_it_is_said() throws IOException {
        Map<String, byte[]> files = AafFiles.complete();
        files.replaceAll((name, bytes) -> new String(bytes, StandardCharsets.ISO_8859_1)
                .replace(AafFiles.BIRTH, "31/13/2008")
                .getBytes(StandardCharsets.ISO_8859_1));
        imported(AAF, files);
        DossierId dossier = noesDossier();
        assertThat(said(imported(AAF, files), Kind.REPRESENTATIVE_WAITS))
                .hasSize(2)
                .allMatch(each -> each.contains("majority"));
        assertThat(representatives(dossier)).isEmpty();
    }

    @Test
    void a_delta_moves_renames_and_takes_out_and_says_nothing_of_the_others() throws IOException {
        imported(AAF, AafFiles.complete());
        RosterDifference moved = imported(
                DELTA,
                AafFiles.delta(
                        List.of(
                                AafFiles.modify("Eleve", "1001", "ENTEleveClasses=77$2CIEL"),
                                AafFiles.modify("Eleve", "1002", "sn=RENOMMÉE"),
                                AafFiles.modify("Eleve", "9999", "sn=INCONNUE"),
                                AafFiles.pupil("1005", "Léa", "NOUVELLE", "77", "2SNO")),
                        List.of()));
        assertThat(said(moved, Kind.MOVES)).containsExactly("Noé FICTIF moves from 2SNO to 2CIEL (2026-2027)");
        assertThat(said(moved, Kind.RENAMED)).singleElement().asString().contains("Inès RENOMMÉE");
        assertThat(moved.changes().toString()).doesNotContain("INCONNUE", "9999");
        assertThat(said(moved, Kind.ABSENT_STAYS)).isEmpty();
        assertThat(members("2CIEL")).containsExactly("aaf:0350000A:1001");
        assertThat(members("2SNO")).containsExactly("aaf:0350000A:1002", "aaf:0350000A:1005");

        RosterDifference left = imported(
                DELTA,
                AafFiles.delta(
                        List.of(
                                AafFiles.delete("Eleve", "1001"),
                                AafFiles.delete("Eleve", "9999"),
                                AafFiles.modify(
                                        "Eleve", "1002", "ENTPersonStructRattach=88", "ENTEleveClasses=88$2GT1")),
                        List.of()));
        assertThat(said(left, Kind.LEFT)).hasSize(2).allMatch(each -> each.contains("what was assessed stays"));
        assertThat(left.changes().toString()).doesNotContain("9999");
        assertThat(members("2CIEL")).isEmpty();
        assertThat(members("2SNO")).containsExactly("aaf:0350000A:1005");
    }

    @Test
    void a_delta_brings_a_new_representative_and_names_one_who_is_none_any_more() throws IOException {
        imported(AAF, AafFiles.complete());
        DossierId dossier = noesDossier();
        imported(AAF, AafFiles.complete());
        RosterDifference changed = difference(
                DELTA,
                AafFiles.delta(
                        List.of(AafFiles.modify(
                                "Eleve",
                                "1001",
                                "ENTPersonDateNaissance=" + AafFiles.BIRTH,
                                "ENTElevePersRelEleve=2001$1$1$1$1$1|2009$3$0$2$1$0")),
                        List.of(AafFiles.add("PersRelEleve", "2009", "sn=TUTRICE", "givenName=Anne"))));
        changed.apply(school.head);
        assertThat(said(changed, Kind.REPRESENTS)).singleElement().asString().contains("Anne TUTRICE");
        assertThat(said(changed, Kind.REPRESENTATIVE_STAYS))
                .singleElement()
                .asString()
                .contains("Père FICTIF");
        assertThat(representatives(dossier)).contains(FATHER, PersonId.of("aaf:0350000A:2009"));
    }

    @Test
    void which_school_is_meant_has_to_be_clear() throws IOException {
        refused(
                new AafXml(),
                AafFiles.complete(),
                "the files are of 2 schools",
                "les fichiers concernent 2 établissements");
        refused(
                new AafXml().ofSchool("0999999Z"),
                AafFiles.complete(),
                "0999999Z is not in the files; there are 0350000A, 0350000B",
                "n'est pas dans les fichiers");
        Map<String, byte[]> delta = AafFiles.delta(List.of(AafFiles.delete("Eleve", "1")), List.of());
        refused(AAF, delta, "EtabEducNat", "ajoutez le fichier EtabEducNat");
        refused(new AafXml(), delta, "state the school by its UAI", "par son UAI");
        Map<String, byte[]> mixed = AafFiles.complete();
        mixed.putAll(delta);
        refused(AAF, mixed, "complete export and of a delta", "d'un export complet et d'un delta");
        assertThatThrownBy(() -> DELTA.enrolments(zip(delta), REALLY))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("delta");
    }

    private void refused(AafXml format, Map<String, byte[]> files, String english, String french) {
        assertThatThrownBy(() -> difference(format, files))
                .isInstanceOfSatisfying(InvalidInputException.class, refusal -> {
                    assertThat(refusal.message(Locale.ENGLISH)).contains(english);
                    assertThat(refusal.message(Locale.FRENCH)).contains(french);
                });
    }

    @Test
    void nothing_that_a_document_type_names_is_opened_and_hostile_files_are_refused_with_their_place()
            throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "SECRET");
        String head = "<?xml version=\"1.0\"?>\n";
        String body = "<ficAlimMENESR><addRequest><operationalAttributes><attr name=\"categoriePersonne\"><value>Eleve"
                + "</value></attr></operationalAttributes><identifier><id>&x;</id></identifier></addRequest></ficAlimMENESR>";
        for (String type : List.of(
                "<!DOCTYPE ficAlimMENESR [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>",
                "<!DOCTYPE ficAlimMENESR SYSTEM \"" + secret.toUri() + "\">",
                "<!DOCTYPE ficAlimMENESR [<!ENTITY x \"" + "y".repeat(1_000) + "\">]>")) {
            refused(type, head + type + body);
        }
        refused("another root", head + "<BEE_ELEVES/>");
        refused("cut off", head + "<ficAlimMENESR><addRequest>");
        refused("too deep", head + "<ficAlimMENESR>" + "<a>".repeat(100) + "</a>".repeat(100) + "</ficAlimMENESR>");
        refused(
                "values without end",
                head
                        + new String(
                                        AafFiles.file(AafFiles.add(
                                                "Eleve", "1", "ENTEleveClasses=" + "77$2SNO|".repeat(10_001))),
                                        StandardCharsets.ISO_8859_1)
                                .replaceFirst("<\\?.*?\\?>", ""));
    }

    private void refused(String what, String pupils) throws IOException {
        Map<String, byte[]> files = AafFiles.complete();
        files.put("export/ENT_0350000A_Complet_20260901_Eleve_0001.xml", pupils.getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> difference(AAF, files))
                .as(what)
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refusal -> assertThat(refusal.message(Locale.ENGLISH))
                                .contains("Eleve_0001.xml")
                                .doesNotContain("SECRET"));
    }

    @Test
    void a_bad_line_is_named_with_its_file_and_line_and_can_be_left_out() throws IOException {
        Map<String, byte[]> files = AafFiles.complete();
        files.put(
                "export/ENT_0350000A_Complet_20260901_Eleve_0001.xml",
                AafFiles.file(AafFiles.pupil("1001", "Noé", "FICTIF", "77", "2SNO")));
        assertThatThrownBy(() -> difference(AAF, files))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("Eleve_0001.xml:4")
                .hasMessageContaining("the pupil 1001 is there twice");
        AAF.difference(school.head, zip(files), REALLY.leavingOutBadOnes()).apply(school.head);
        assertThat(members("2SNO")).hasSize(2);
    }

    @Test
    void the_host_gives_ids_of_its_own() throws IOException {
        AafXml own = new AafXml(Absent.STAY, identity -> "u" + identity.subject()).ofSchool(AafFiles.UAI);
        own.difference(school.head, zip(AafFiles.complete()), REALLY).apply(school.head);
        assertThat(members("2SNO")).containsExactly("u1001", "u1002");
    }
}
