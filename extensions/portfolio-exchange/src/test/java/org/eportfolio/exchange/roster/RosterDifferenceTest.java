package org.eportfolio.exchange.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.eportfolio.ConflictException;
import org.eportfolio.PageRequest;
import org.eportfolio.ProgressListener;
import org.eportfolio.core.Story;
import org.eportfolio.core.VosReves;
import org.eportfolio.exchange.ImportOptions;
import org.eportfolio.exchange.ImportReport;
import org.eportfolio.exchange.ImportReport.Count;
import org.eportfolio.exchange.roster.RosterChange.Kind;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Cohort;
import org.eportfolio.school.Members;
import org.eportfolio.school.Membership;
import org.eportfolio.school.SchoolYear;
import org.junit.jupiter.api.Test;

/** E7: a roster is a difference of everything that it states. The school year of the story began on 7 September 2026. */
class RosterDifferenceTest extends Story {
    private static final ImportOptions REALLY = ImportOptions.ofDefaults();
    private static final SchoolYear THIS_YEAR = SchoolYear.of(VosReves.TODAY);

    private int files;

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("liste-" + files++), bytes);
    }

    private Path file(String text) throws IOException {
        return file(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String csv(String... lines) {
        return "person;name;role;cohort;from;until\n" + String.join("\n", lines) + "\n";
    }

    /** The dry run, and then the same for real: they tell the same. */
    private ImportReport imported(RosterFormat format, Path file) throws IOException {
        ImportReport dry = format.read(school.head, file, REALLY.dry(), ProgressListener.NONE);
        ImportReport real = format.read(school.head, file, REALLY, ProgressListener.NONE);
        assertThat(real.counts()).isEqualTo(dry.counts());
        assertThat(real.remarks()).isEqualTo(dry.remarks());
        return real;
    }

    private ImportReport imported(String csv) throws IOException {
        return imported(new RosterCsv(), file(csv));
    }

    private List<String> remarks(ImportReport report) {
        return report.remarks().stream()
                .map(each -> each.what().in(Locale.ENGLISH))
                .toList();
    }

    private List<String> members(Cohort cohort) {
        return memberships(cohort.id()).stream()
                .filter(each -> each.period().endsAfter(school.clock.instant()))
                .map(each -> each.learner().value())
                .sorted()
                .toList();
    }

    private List<String> members(String name) {
        return members(school.head.cohorts().find(name).orElseThrow());
    }

    private List<Membership> memberships(CohortId cohort) {
        return school.head.cohorts().members(cohort, PageRequest.first(200)).items();
    }

    private LocalDate lastDay(String cohort, String person) {
        Membership membership = memberships(
                        school.head.cohorts().find(cohort).orElseThrow().id())
                .stream()
                .filter(each -> each.learner().value().equals(person))
                .reduce((first, second) -> second)
                .orElseThrow();
        return LocalDate.ofInstant(membership.period().until().minusNanos(1), school.clock.getZone());
    }

    @Test
    void a_last_day_that_comes_earlier_ends_the_membership_on_that_day() throws IOException {
        imported(new OneRosterZip(), file(Rosters.zip(Rosters.oneRoster())));
        Map<String, String> files = Rosters.oneRoster();
        files.computeIfPresent("enrollments.csv", (name, text) -> text.replace("2027-01-04", "2026-12-19"));

        ImportReport report = imported(new OneRosterZip(), file(Rosters.zip(files)));

        assertThat(report.counts()).containsEntry("membership", new Count(0, 1, 1, 0));
        assertThat(remarks(report))
                .contains(
                        "the last day of Inès, dite \"In\" Inventée in 2SNO is 18 December 2026 (it was 3 January 2027)");
        assertThat(lastDay("2SNO", "u2")).isEqualTo("2026-12-18");
        assertThat(members("2SNO")).containsExactly("u1", "u2");
    }

    @Test
    void a_user_or_an_enrolment_to_be_deleted_is_left_out_or_ended_and_said() throws IOException {
        Map<String, String> files = Rosters.oneRoster();
        files.computeIfPresent("users.csv", (name, text) -> text.replace("u2,,", "u2,tobedeleted,"));

        ImportReport first = imported(new OneRosterZip(), file(Rosters.zip(files)));

        assertThat(members("2SNO")).containsExactly("u1");
        assertThat(remarks(first)).anyMatch(each -> each.contains("as deleted (tobedeleted); not brought in"));

        files.computeIfPresent("enrollments.csv", (name, text) -> text.replace("e1,,", "e1,tobedeleted,"));
        school.clock.advance(Duration.ofDays(10));
        ImportReport second = imported(new OneRosterZip(), file(Rosters.zip(files)));

        assertThat(members("2SNO")).isEmpty();
        assertThat(remarks(second))
                .contains("the file marks Noé Fictif as deleted: leaves 2SNO; what was assessed stays");
    }

    @Test
    void a_day_of_leaving_ahead_is_a_last_day_and_one_that_is_past_a_departure() throws IOException {
        String pupils = new String(Rosters.siecle(), StandardCharsets.ISO_8859_1);
        imported(new SiecleXml(), file(Rosters.siecle()));
        String leaving =
                pupils.replace("<PRENOM>Noé</PRENOM>", "<PRENOM>Noé</PRENOM><DATE_SORTIE>18/12/2026</DATE_SORTIE>");

        ImportReport ahead = imported(new SiecleXml(), file(leaving.getBytes(StandardCharsets.ISO_8859_1)));

        assertThat(remarks(ahead)).contains("Noé FICTIF will leave 2SNO; the last day is 18 December 2026");
        assertThat(members("2SNO")).containsExactly("1001", "1002");

        String left = leaving.replace("18/12/2026", "20/11/2026");
        school.clock.advance(Duration.ofDays(90));
        ImportReport past = imported(new SiecleXml(), file(left.getBytes(StandardCharsets.ISO_8859_1)));

        assertThat(remarks(past))
                .contains("Noé FICTIF left 2SNO; the last day was 20 November 2026. What was assessed stays");
        assertThat(members("2SNO")).containsExactly("1002");
        assertThat(lastDay("2SNO", "1001")).isEqualTo("2026-11-20");
        assertThat(imported(new SiecleXml(), file(left.getBytes(StandardCharsets.ISO_8859_1)))
                        .counts()
                        .get("membership")
                        .changed())
                .isZero();
    }

    @Test
    void an_absent_learner_whose_membership_begins_later_leaves_as_the_dry_run_said() throws IOException {
        imported(csv("noe;Noé;learner;X;;", "lea;Léa;learner;X;2026-11-02;"));

        ImportReport report = imported(new RosterCsv(Absent.LEAVE), file(csv("noe;Noé;learner;X;;")));

        assertThat(report.counts()).containsEntry("membership", new Count(0, 1, 1, 0));
        school.clock.advance(Duration.ofDays(100));
        assertThat(members("X")).containsExactly("noe");
        assertThat(imported(new RosterCsv(Absent.LEAVE), file(csv("noe;Noé;learner;X;;")))
                        .counts()
                        .get("membership"))
                .isEqualTo(new Count(0, 0, 1, 0));
    }

    @Test
    void a_pupil_who_moves_leaves_the_old_class_when_the_file_is_the_whole_school_s() throws IOException {
        imported(csv("noe;Noé;learner;2SNO;;", "ines;Inès;learner;2SNO;;", "lea;Léa;learner;2GT;;"));
        String moved = csv("noe;Noé;learner;2GT;;", "ines;Inès;learner;2SNO;;", "lea;Léa;learner;2GT;;");

        ImportReport classes = new RosterCsv().read(school.head, file(moved), REALLY.dry(), ProgressListener.NONE);
        assertThat(remarks(classes))
                .contains("Noé is in 2GT in the file and stays a member of 2SNO too; import the file as the whole"
                        + " school's to end that");

        ImportReport report = imported(new RosterCsv().ofWholeSchool(), file(moved));

        assertThat(remarks(report)).contains("Noé moves from 2SNO to 2GT");
        assertThat(members("2SNO")).containsExactly("ines");
        assertThat(members("2GT")).containsExactly("lea", "noe");
    }

    @Test
    void a_pupil_who_moves_later_leaves_the_old_class_when_the_new_one_begins() throws IOException {
        imported(csv("noe;Noé;learner;2SNO;;", "ines;Inès;learner;2SNO;;"));

        imported(
                new RosterCsv().ofWholeSchool(),
                file(csv("noe;Noé;learner;2GT;2026-11-02;", "ines;Inès;learner;2SNO;;")));

        assertThat(lastDay("2SNO", "noe")).isEqualTo("2026-11-01");
        assertThat(members("2SNO")).containsExactly("ines", "noe");
    }

    @Test
    void a_group_that_the_school_made_itself_is_not_touched_by_the_whole_school_s_file() throws IOException {
        imported(new SiecleXml(), file(Rosters.siecle()));
        school.head.cohorts().enrol("Club robotique", Members.learners("1001"));

        imported(new SiecleXml(), file(Rosters.siecle()));

        assertThat(members("Club robotique")).containsExactly("1001");
    }

    @Test
    void next_year_s_class_of_the_same_name_is_another_cohort() throws IOException {
        imported(new SiecleXml(), file(Rosters.siecle()));
        school.clock.advance(Duration.ofDays(365));
        String next = new String(Rosters.siecle(), StandardCharsets.ISO_8859_1)
                .replace("<ANNEE_SCOLAIRE>2026", "<ANNEE_SCOLAIRE>2027")
                .replace("ELEVE_ID=\"1001\"", "ELEVE_ID=\"2001\"");

        ImportReport report = imported(new SiecleXml(), file(next.getBytes(StandardCharsets.ISO_8859_1)));

        Cohort before = school.head.cohorts().find("2SNO", THIS_YEAR).orElseThrow();
        Cohort after =
                school.head.cohorts().find("2SNO", SchoolYear.beginningIn(2027)).orElseThrow();
        assertThat(after.id()).isNotEqualTo(before.id());
        assertThat(school.head.cohorts().find("2SNO")).contains(after);
        assertThat(members(after)).containsExactly("1002", "2001");
        assertThat(members(before)).containsExactly("1001");
        assertThat(remarks(report))
                .contains(
                        "2SNO (2027-2028) is a new class; learners in the file: 2",
                        "Inès CŒUR € moves from 2SNO to 2SNO (2027-2028)");
    }

    @Test
    void a_class_without_a_school_year_gets_the_file_s_when_it_began_in_it() throws IOException {
        school.head.cohorts().enrol("2SNO", Members.learners("1001"));

        ImportReport report = imported(new SiecleXml(), file(Rosters.siecle()));

        assertThat(remarks(report))
                .contains("2SNO is taken for the class of the school year 2026-2027, which the file states");
        assertThat(school.head.cohorts().find("2SNO").orElseThrow().schoolYear())
                .isEqualTo(THIS_YEAR);
        assertThat(members("2SNO")).containsExactly("1001", "1002");
    }

    @Test
    void a_new_class_is_announced_with_those_of_nearly_its_name() throws IOException {
        imported(csv("noe;Noé;learner;2SNO;;"));

        for (String typed : List.of("2sno", "2 SNO", "2SN0")) {
            ImportReport dry = new RosterCsv()
                    .read(
                            school.head,
                            file(csv("ines;Inès;learner;" + typed + ";;")),
                            REALLY.dry(),
                            ProgressListener.NONE);
            assertThat(remarks(dry))
                    .contains(typed + " is a new class; learners in the file: 1. There is also 2SNO: correct the"
                            + " file if that one is meant");
        }
        ImportReport other = new RosterCsv()
                .read(school.head, file(csv("ines;Inès;learner;1SNO;;")), REALLY.dry(), ProgressListener.NONE);
        assertThat(remarks(other)).containsExactly("1SNO is a new class; learners in the file: 1");
    }

    @Test
    void a_learner_who_left_and_is_in_the_file_again_returns() throws IOException {
        imported(csv("noe;Noé;learner;X;;", "ines;Inès;learner;X;;"));
        school.clock.advance(Duration.ofDays(1));
        imported(new RosterCsv(Absent.LEAVE), file(csv("ines;Inès;learner;X;;")));
        school.clock.advance(Duration.ofDays(1));

        ImportReport back = imported(csv("noe;Noé;learner;X;;", "ines;Inès;learner;X;;"));

        assertThat(remarks(back)).containsExactly("Noé had left X and is in it again");
        assertThat(members("X")).containsExactly("ines", "noe");
    }

    @Test
    void two_spellings_of_one_name_are_one() throws IOException {
        imported(csv("noe;Noé;learner;Théâtre;;"));
        String decomposed = Normalizer.normalize(csv("noe;Noé;learner;Théâtre;;"), Normalizer.Form.NFD);

        ImportReport report = imported(decomposed);

        assertThat(report.counts().values()).allMatch(each -> each.added() == 0 && each.changed() == 0);
    }

    @Test
    void an_unwritten_last_day_leaves_the_one_that_was_set_and_says_so() throws IOException {
        imported(csv("noe;Noé;learner;X;;2026-12-18"));

        assertThat(remarks(imported(csv("noe;Noé;learner;X;;"))))
                .containsExactly(
                        "Noé stays in X until 18 December 2026, as it was stated before; the file gives no last day");
    }

    @Test
    void staff_lose_no_role_by_a_file_and_it_is_said() throws IOException {
        imported(new OneRosterZip(), file(Rosters.zip(Rosters.oneRoster())));
        Map<String, String> files = Rosters.oneRoster();
        files.computeIfPresent("enrollments.csv", (name, text) -> text.replace("e3,,", "e3,tobedeleted,"));

        ImportReport report = imported(new OneRosterZip(), file(Rosters.zip(files)));

        assertThat(remarks(report)).anyMatch(each -> each.contains("a roster takes no role from anyone"));
        assertThat(school.head.grants().of(PersonId.of("u3")))
                .allMatch(each -> each.period().holdsAt(school.clock.instant()));
    }

    @Test
    void a_teacher_whom_the_file_deletes_keeps_the_role_and_it_is_said() throws IOException {
        imported(new OneRosterZip(), file(Rosters.zip(Rosters.oneRoster())));
        Map<String, String> files = Rosters.oneRoster();
        files.computeIfPresent("users.csv", (name, text) -> text.replace("u3,,", "u3,tobedeleted,"));

        ImportReport report = imported(new OneRosterZip(), file(Rosters.zip(files)));

        assertThat(remarks(report))
                .anyMatch(
                        each -> each.startsWith("Martin Durand leaves the school by the file; a roster takes no role"))
                .noneMatch(each -> each.contains("not brought in") && each.contains("Martin Durand"));
        assertThat(report.counts()).containsEntry("staff", new Count(0, 0, 1, 0));
    }

    @Test
    void a_difference_that_was_shown_is_refused_when_a_membership_changed_since() throws IOException {
        imported(csv("noe;Noé;learner;X;;", "ines;Inès;learner;X;;"));
        RosterDifference seen =
                new RosterCsv(Absent.LEAVE).difference(school.head, file(csv("ines;Inès;learner;X;;")), REALLY);
        assertThat(seen.changes()).extracting(RosterChange::kind).containsExactly(Kind.ABSENT_LEAVES);
        school.clock.advance(Duration.ofHours(1));
        school.head
                .cohorts()
                .leave(school.head.cohorts().find("X").orElseThrow().id(), PersonId.of("noe"));

        assertThatThrownBy(() -> seen.apply(school.head))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("changed meanwhile");
    }

    @Test
    void a_dry_run_and_the_run_tell_the_same_of_random_rosters_and_a_second_import_changes_nothing()
            throws IOException {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        for (int i = 0; i < 40; i++) {
            RosterCsv format = new RosterCsv(random.nextBoolean() ? Absent.LEAVE : Absent.STAY);
            if (random.nextBoolean()) format = format.ofWholeSchool();
            if (random.nextBoolean()) format = format.ofYear(THIS_YEAR);
            Path file = file(randomRoster(random));
            ImportReport dry = format.read(school.head, file, REALLY.dry(), ProgressListener.NONE);
            RosterDifference difference = format.difference(school.head, file, REALLY);
            ImportReport real = format.read(school.head, file, REALLY, ProgressListener.NONE);
            assertThat(real.counts()).as("seed %s, %s", seed, i).isEqualTo(dry.counts());
            assertThat(real.remarks()).as("seed %s, %s", seed, i).isEqualTo(dry.remarks());
            boolean changing =
                    difference.changes().stream().anyMatch(each -> each.kind().isChange());
            assertThat(difference.isEmpty()).as("seed %s, %s", seed, i).isEqualTo(!changing);
            RosterDifference again = format.difference(school.head, file, REALLY);
            assertThat(again.changes())
                    .as("seed %s, %s", seed, i)
                    .noneMatch(each -> each.kind().isChange());
            if (random.nextBoolean()) school.clock.advance(Duration.ofDays(random.nextInt(30)));
        }
    }

    private String randomRoster(Random random) {
        List<String> lines = new ArrayList<>();
        LocalDate today = LocalDate.ofInstant(school.clock.instant(), school.clock.getZone());
        for (int person = 0; person < 12; person++) {
            if (random.nextInt(4) == 0) continue;
            String role = person > 9 ? "teacher" : "learner";
            String name = "P" + person + (random.nextInt(5) == 0 ? " dit " + random.nextInt(3) : "");
            for (int classes = random.nextInt(6) == 0 ? 2 : 1; classes > 0; classes--) {
                LocalDate from = today.plusDays(random.nextInt(60) - 40L);
                LocalDate until = from.plusDays(random.nextInt(90));
                lines.add(String.join(
                        ";",
                        "p" + person,
                        name,
                        role,
                        List.of("2SNO", "2GT", "1SNO").get(random.nextInt(3)),
                        random.nextBoolean() ? "" : from.toString(),
                        random.nextBoolean() ? "" : until.toString()));
            }
        }
        lines.add("q;Q;learner;2SNO;;");
        return csv(lines.toArray(String[]::new));
    }

    private List<Cohort> cohorts(String... names) {
        return school.head.cohorts().list(PageRequest.first(200)).items().stream()
                .filter(each -> List.of(names).contains(each.name()))
                .toList();
    }

    private static final String SECOND_CLASS = "c2,,,2SNO,,k2,B,scheduled,,s1,%s\n";

    /** The small export with a second class of the same title, in which Inès is. */
    private static Map<String, String> twoClasses(String second) {
        Map<String, String> files = Rosters.oneRoster();
        files.computeIfPresent("classes.csv", (name, text) -> text.replace("k1,,", "k1,A,") + second);
        files.computeIfPresent(
                "enrollments.csv",
                (name, text) ->
                        text.replace("e2,,,c1,s1,u2,student,,2026-09-14,2027-01-04", "e2,,,c2,s1,u2,student,,,"));
        return files;
    }

    @Test
    void two_years_of_one_class_in_one_file_are_two_cohorts_of_one_name() throws IOException {
        Map<String, String> files = twoClasses(SECOND_CLASS.formatted("t2"));
        files.computeIfPresent(
                "academicSessions.csv",
                (name, text) -> text + "t2,,,2027-2028,schoolYear,2027-09-01,2028-07-05,,2028\n");

        imported(new OneRosterZip(), file(Rosters.zip(files)));

        assertThat(cohorts("2SNO", "2SNO (c2)", "2SNO (B)"))
                .extracting(each -> each.name() + " " + each.schoolYear())
                .containsExactlyInAnyOrder("2SNO 2026-2027", "2SNO 2027-2028");
    }

    @Test
    void the_order_of_classes_in_the_file_moves_nobody() throws IOException {
        Map<String, String> files = twoClasses(SECOND_CLASS.formatted("t1"));
        imported(new OneRosterZip(), file(Rosters.zip(files)));
        assertThat(members("2SNO (A)")).containsExactly("u1");
        assertThat(members("2SNO (B)")).containsExactly("u2");

        files.computeIfPresent("classes.csv", (name, text) -> {
            List<String> lines = text.lines().toList();
            return String.join("\n", lines.get(0), lines.get(2), lines.get(1)) + "\n";
        });
        ImportReport sorted = imported(new OneRosterZip(), file(Rosters.zip(files)));

        assertThat(sorted.counts().values()).allMatch(each -> each.added() == 0 && each.changed() == 0);
        assertThat(remarks(sorted)).contains("another class is called 2SNO; here this one is followed by A");
    }

    @Test
    void classes_of_one_title_and_one_code_are_told_apart_by_their_ids() throws IOException {
        imported(
                new OneRosterZip(),
                file(Rosters.zip(twoClasses(SECOND_CLASS.formatted("t1").replace("B", "A")))));

        assertThat(members("2SNO (c1)")).containsExactly("u1");
        assertThat(members("2SNO (c2)")).containsExactly("u2");
    }

    @Test
    void a_class_to_be_deleted_leaves_its_title_to_the_one_that_stays() throws IOException {
        imported(new OneRosterZip(), file(Rosters.zip(Rosters.oneRoster())));
        Map<String, String> files = twoClasses(SECOND_CLASS.formatted("t1"));
        files.computeIfPresent("classes.csv", (name, text) -> text.replace("c1,,", "c1,tobedeleted,"));
        school.clock.advance(Duration.ofDays(10));

        imported(new OneRosterZip(), file(Rosters.zip(files)));

        assertThat(cohorts("2SNO", "2SNO (c2)", "2SNO (B)")).hasSize(1);
        assertThat(members("2SNO")).as("Noé is in the deleted one only").containsExactly("u2");
    }

    @Test
    void inactifs_is_no_class_and_nobody_moves_into_it() throws IOException {
        imported(new SiecleXml(), file(Rosters.siecle()));
        String inactive = new String(Rosters.siecle(), Charset.forName("ISO-8859-15"))
                .replaceFirst("(ELEVE_ID=\"1002\"><STRUCTURE><CODE_STRUCTURE>)2SNO", "$1Inactifs");

        ImportReport report = imported(new SiecleXml(), file(inactive.getBytes(Charset.forName("ISO-8859-15"))));

        assertThat(cohorts("Inactifs")).isEmpty();
        assertThat(members("2SNO")).contains("1001", "1002");
        assertThat(remarks(report)).contains("Inès CŒUR € has no division; not brought in");
    }

    @Test
    void a_division_of_no_pupil_refuses_no_file() throws IOException {
        String nobodys = "<STRUCTURES_ELEVE><STRUCTURE><CODE_STRUCTURE>%s</CODE_STRUCTURE>"
                + "<TYPE_STRUCTURE>D</TYPE_STRUCTURE></STRUCTURE></STRUCTURES_ELEVE>";
        String text = new String(Rosters.siecle(), Charset.forName("ISO-8859-15"))
                .replace("</STRUCTURES>", nobodys.formatted("2A") + nobodys.formatted("2B") + "</STRUCTURES>");

        ImportReport report = imported(new SiecleXml(), file(text.getBytes(Charset.forName("ISO-8859-15"))));

        assertThat(members("2SNO")).containsExactly("1001", "1002");
        assertThat(remarks(report)).contains("“STRUCTURES_ELEVE” has no “ELEVE_ID”");
    }
}
