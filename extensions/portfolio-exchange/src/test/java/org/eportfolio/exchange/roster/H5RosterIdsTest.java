package org.eportfolio.exchange.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eportfolio.InvalidInputException;
import org.eportfolio.PageRequest;
import org.eportfolio.core.Story;
import org.eportfolio.core.VosReves;
import org.eportfolio.exchange.ImportOptions;
import org.eportfolio.exchange.roster.RosterChange.Kind;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.ExternalId;
import org.eportfolio.school.IdentifiedPerson;
import org.eportfolio.school.Membership;
import org.junit.jupiter.api.Test;

/** H5: a roster knows people by ids of other systems, and takes nobody for another. */
class H5RosterIdsTest extends Story {
    private static final ImportOptions REALLY = ImportOptions.ofDefaults();
    private static final PersonId EMMA = PersonId.of("emma");
    private static final ExternalId EMMAS = ExternalId.of("annuaire", "A-1");

    private int files;

    private Path csv(String... lines) throws IOException {
        String header = "person;name;role;cohort;issuer;external\n";
        return Files.writeString(folder.resolve("liste-" + files++), header + String.join("\n", lines) + "\n");
    }

    private RosterDifference difference(ImportOptions options, String... lines) throws IOException {
        return new RosterCsv().difference(school.head, csv(lines), options);
    }

    private List<String> learners(String cohort) {
        return school
                .head
                .cohorts()
                .members(school.head.cohorts().find(cohort).orElseThrow().id(), PageRequest.first(50))
                .items()
                .stream()
                .filter(each -> each.period().endsAfter(school.clock.instant()))
                .map(Membership::learner)
                .map(PersonId::value)
                .toList();
    }

    private void bad(String what, String... lines) {
        assertThatThrownBy(() -> difference(REALLY, lines))
                .isInstanceOf(InvalidInputException.class)
                .satisfies(refusal -> assertThat(((InvalidInputException) refusal).message(Locale.ENGLISH))
                        .contains(what));
    }

    @Test
    void a_line_is_about_the_one_who_has_the_id_whatever_account_it_names() throws IOException {
        school.head.people().setExternalIds(IdentifiedPerson.of(EMMA, EMMAS));
        RosterDifference difference = difference(
                REALLY,
                "emma.exemplaire;Emma Exemplaire;élève;G1;annuaire;A-1",
                ";Emma Exemplaire;élève;G2;annuaire;A-1");
        assertThat(difference.changes())
                .filteredOn(each -> each.kind() == Kind.RECOGNISED)
                .singleElement()
                .satisfies(each -> assertThat(each.what().in(Locale.ENGLISH))
                        .isEqualTo("emma.exemplaire in the file is emma here, known by annuaire A-1"));
        difference.apply(school.head);
        assertThat(learners("G1")).containsExactly("emma");
        assertThat(learners("G2")).containsExactly("emma");
    }

    @Test
    void after_a_renaming_the_file_still_finds_the_person() throws IOException {
        school.head.people().setExternalIds(IdentifiedPerson.of(EMMA, EMMAS));
        PersonId next = PersonId.of("e.exemplaire");
        school.head.people().rename(EMMA, next);
        difference(REALLY, "emma;Emma Exemplaire;élève;G1;annuaire;A-1").apply(school.head);
        assertThat(learners("G1")).containsExactly("e.exemplaire");
        bad("nobody's now", "emma;Emma Exemplaire;élève;G2;;");
        RosterDifference others =
                difference(REALLY.leavingOutBadOnes(), "emma;Emma Exemplaire;élève;G2;;", "noe;Noé Neuf;élève;G2;;");
        others.apply(school.head);
        assertThat(learners("G2")).containsExactly("noe");
    }

    @Test
    void an_id_that_is_new_is_kept_with_those_that_were_known() throws IOException {
        school.head.people().setExternalIds(IdentifiedPerson.of(EMMA, ExternalId.of("cantine", "7")));
        RosterDifference difference =
                difference(REALLY, "emma;Emma Exemplaire;élève;" + VosReves.CLASS + ";annuaire;A-1");
        assertThat(difference.changes()).extracting(RosterChange::kind).contains(Kind.IDENTIFIED);
        difference.apply(school.head);
        assertThat(school.head.people().externalIds(List.of(EMMA)).get(EMMA))
                .containsExactlyInAnyOrder(ExternalId.of("cantine", "7"), EMMAS);
        RosterDifference again = difference(REALLY, "emma;Emma Exemplaire;élève;" + VosReves.CLASS + ";annuaire;A-1");
        assertThat(again.isEmpty()).isTrue();
    }

    @Test
    void a_login_that_comes_with_another_id_of_the_same_system_may_be_a_namesakes_and_is_refused() throws IOException {
        school.head.people().setExternalIds(IdentifiedPerson.of(EMMA, EMMAS));
        bad("perhaps another person with the same account name", "emma;Emma Exemplaire;élève;G1;annuaire;B-2");
        assertThat(school.head.cohorts().find("G1")).isEmpty();
        assertThat(school.head.people().externalIds(List.of(EMMA)).get(EMMA)).containsExactly(EMMAS);
    }

    @Test
    void what_does_not_say_who_is_meant_is_refused_with_its_line() throws IOException {
        school.head.people().name(PersonId.of("malo"), "Malo Modèle");
        school.head.people().setExternalIds(IdentifiedPerson.of(EMMA, EMMAS));
        bad("nobody here is known by annuaire C-3", ";Inconnue;élève;G1;annuaire;C-3");
        bad("malo and emma are two people here", "malo;Malo Modèle;élève;G1;annuaire;A-1");
        bad(
                "annuaire D-4 stands with two people",
                "lina;Lina;élève;G1;annuaire;D-4",
                "yanis;Yanis;élève;G1;annuaire;D-4");
        bad("must not be blank", "lina;Lina;élève;G1;annuaire;");
    }

    private Path zip(Map<String, String> files) throws IOException {
        return Files.write(folder.resolve("export-" + this.files++ + ".zip"), Rosters.zip(files));
    }

    @Test
    void a_one_roster_file_knows_people_by_its_own_ids_and_by_those_that_the_host_names() throws IOException {
        Map<String, String> roster = Rosters.oneRoster();
        roster.compute(
                "users.csv", (name, users) -> users.replace(",noe,,", ",noe,\"{LDAP:noe.f},{INE:120890177FA}\","));
        OneRosterZip format = new OneRosterZip().identifiedBy("vie-scolaire").withUserIds("LDAP");
        format.difference(school.head, zip(roster), REALLY).apply(school.head);
        PersonId noe = PersonId.of("u1");
        assertThat(school.head.people().externalIds(List.of(noe)).get(noe))
                .containsExactlyInAnyOrder(ExternalId.of("vie-scolaire", "u1"), ExternalId.of("LDAP", "noe.f"));
        assertThat(format.difference(school.head, zip(roster), REALLY).isEmpty())
                .isTrue();

        school.head.people().rename(noe, PersonId.of("noe.fictif"));
        RosterDifference after = format.difference(school.head, zip(roster), REALLY);
        assertThat(after.changes()).extracting(RosterChange::kind).containsOnly(Kind.RECOGNISED);
        after.apply(school.head);
        assertThat(learners("2SNO")).containsExactlyInAnyOrder("noe.fictif", "u2");

        roster.compute("users.csv", (name, users) -> users.replace("u1,,", "u1,tobedeleted,"));
        format.difference(school.head, zip(roster), REALLY).apply(school.head);
        assertThat(learners("2SNO")).containsExactly("u2");
    }

    @Test
    void siecle_gives_its_own_number_of_a_pupil_and_no_national_one() throws IOException {
        school.head.people().setExternalIds(IdentifiedPerson.of(EMMA, ExternalId.of("siecle", "1002")));
        Path file = Files.write(folder.resolve("ElevesSansAdresses.xml"), Rosters.siecle());
        SiecleXml format = new SiecleXml().identifiedBy("siecle");
        format.difference(school.head, file, REALLY).apply(school.head);
        assertThat(learners("2SNO")).containsExactlyInAnyOrder("1001", "emma");
        PersonId noe = PersonId.of("1001");
        assertThat(school.head.people().externalIds(List.of(noe, EMMA)).values())
                .containsExactlyInAnyOrder(
                        List.of(ExternalId.of("siecle", "1001")), List.of(ExternalId.of("siecle", "1002")));
        assertThat(format.difference(school.head, file, REALLY).changes())
                .extracting(RosterChange::kind)
                .doesNotContain(Kind.IDENTIFIED, Kind.JOINS);
    }

    @Test
    void a_directory_finds_a_pupil_and_a_parent_under_the_accounts_that_they_have_now() throws IOException {
        AafXml format = new AafXml(Absent.STAY, identity -> "u" + identity.subject())
                .ofSchool(AafFiles.UAI)
                .identifiedBy("aaf");
        ExternalId inDirectory = ExternalId.of("aaf:" + AafFiles.UAI, "1001");
        Path file = Files.write(folder.resolve("aaf.zip"), AafFiles.zip(AafFiles.pupils()));
        format.difference(school.head, file, REALLY).apply(school.head);
        PersonId first = PersonId.of("u1001");
        assertThat(school.head.people().externalIds(List.of(first)).get(first)).containsExactly(inDirectory);
        school.head.people().rename(first, PersonId.of("noe"));
        assertThat(format.difference(school.head, file, REALLY).changes())
                .extracting(RosterChange::kind)
                .doesNotContain(Kind.JOINS, Kind.ALSO_ELSEWHERE);

        Path delta = Files.write(folder.resolve("delta.zip"), delta());
        format.ofStructure("77").difference(school.head, delta, REALLY).apply(school.head);
        assertThat(learners("2SNO")).doesNotContain("noe", "u1001");
        assertThat(learners("2GT1")).containsExactly("noe");
    }

    /** Noé moves; the delta says neither his name nor his account of now. */
    private static byte[] delta() {
        return AafFiles.zip(Map.of(
                "ENT_" + AafFiles.UAI + "_Delta_20261001_Eleve_0000.xml",
                AafFiles.file(AafFiles.modify("Eleve", "1001", "ENTEleveClasses=77$2GT1"))));
    }

    @Test
    void whoever_reads_a_roster_for_something_else_hears_of_the_people_that_are_meant() throws IOException {
        school.head.people().setExternalIds(IdentifiedPerson.of(EMMA, EMMAS));
        Path file = csv(";Emma Exemplaire;élève;G1;annuaire;A-1", "noe;Noé Neuf;élève;G1;;");
        assertThat(new RosterCsv().reading(school.head, file, REALLY).enrolments())
                .extracting(each -> each.person().value())
                .containsExactly("emma", "noe");
        Path stranger = csv(";Inconnue;élève;G1;annuaire;Z-9");
        assertThatThrownBy(() -> new RosterCsv().reading(school.head, stranger, REALLY))
                .isInstanceOf(InvalidInputException.class);
        assertThat(school.head.cohorts().find("G1")).isEmpty();
    }
}
