package org.eportfolio.core.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eportfolio.core.Refusals.refused;
import static org.eportfolio.school.Members.learners;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.eportfolio.CancelledException;
import org.eportfolio.ConflictException;
import org.eportfolio.DeniedException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.Message;
import org.eportfolio.NotFoundException;
import org.eportfolio.PageRequest;
import org.eportfolio.ProgressListener;
import org.eportfolio.access.AccessStep;
import org.eportfolio.assessment.NewPositioning;
import org.eportfolio.assessment.NewSelfAssessment;
import org.eportfolio.core.Desk;
import org.eportfolio.core.Story;
import org.eportfolio.core.VosReves;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.LinkId;
import org.eportfolio.id.PersonId;
import org.eportfolio.privacy.Departure;
import org.eportfolio.privacy.ErasurePlan;
import org.eportfolio.reflection.Authorisation;
import org.eportfolio.school.Actor;
import org.eportfolio.school.Grant;
import org.eportfolio.school.Members;
import org.eportfolio.school.Membership;
import org.eportfolio.school.NewGrant;
import org.eportfolio.school.Role;
import org.eportfolio.school.SchoolYear;
import org.eportfolio.sharing.HandedPackage;
import org.eportfolio.sharing.LinkLock;
import org.eportfolio.sharing.Passcode;
import org.eportfolio.sharing.WaitingPackage;
import org.eportfolio.year.EndedYear;
import org.eportfolio.year.NewYearEnd;
import org.eportfolio.year.YearEndPlan;
import org.eportfolio.year.YearEndPlan.NextStep;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** J9, « juin » : the year of a class ends; who leaves gets a package that was checked, by a link and a code. */
class J9YearEndsTest extends Story {
    private static final PersonId EMMA = PersonId.of("emma");
    private static final PersonId MALO = PersonId.of("malo");
    private static final LocalDate UNTIL = VosReves.TODAY.plusDays(90);

    @AfterEach
    void the_school_is_sound() {
        assertThat(school.head.journal().verify().faults()).isEmpty();
        assertThat(school.head.safekeeping().check().sound()).isTrue();
    }

    private NewYearEnd end() {
        return NewYearEnd.of(school.cohort, UNTIL);
    }

    private EndedYear ended(NewYearEnd year) {
        return school.head.year().end(year, handed -> {}, ProgressListener.NONE);
    }

    private HandedPackage emmaLeaves() {
        return ended(end().leaving("emma").othersStay()).packages().get(0);
    }

    private Desk bearer(HandedPackage handed) {
        return school.portfolio.as(Actor.bearing(handed.link().token().text()));
    }

    private Map<String, byte[]> fetched(HandedPackage handed) throws IOException {
        return fetched(handed, handed.code().text());
    }

    private Map<String, byte[]> fetched(HandedPackage handed, String code) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bearer(handed).shared().writePackage(code, Locale.FRENCH, bytes);
        Map<String, byte[]> entries = new HashMap<>();
        ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes.toByteArray()));
        for (ZipEntry each = zip.getNextEntry(); each != null; each = zip.getNextEntry()) {
            entries.put(each.getName(), zip.readAllBytes());
        }
        return entries;
    }

    private static String text(Map<String, byte[]> entries, String name) {
        return new String(entries.get(name), StandardCharsets.UTF_8);
    }

    private List<String> said(YearEndPlan plan, String learner) {
        return plan.learners().stream()
                .filter(each -> each.learner().equals(PersonId.of(learner)))
                .flatMap(each -> each.remarks().stream())
                .map(each -> each.in(Locale.ENGLISH))
                .toList();
    }

    private List<Membership> memberships(CohortId cohort, String learner) {
        return school.head.cohorts().members(cohort, PageRequest.first(100)).items().stream()
                .filter(each -> each.learner().equals(PersonId.of(learner)))
                .toList();
    }

    @Test
    void the_dry_run_says_what_becomes_of_each_learner_and_changes_nothing() {
        school.emma.assessments().draft(school.dossier, NewSelfAssessment.of("C3.1", "acquis"));
        CohortId next = school.head.cohorts().enrol("CS SNO 2027", learners("lina"));
        long before = school.journalLength();
        YearEndPlan plan = school.head.year().preview(end().leaving("emma").staying("malo"));
        assertThat(plan.those(NextStep.LEAVES)).containsExactly(EMMA);
        assertThat(plan.those(NextStep.GOES_ON)).containsExactly(PersonId.of("lina"));
        assertThat(plan.those(NextStep.STAYS)).containsExactly(MALO);
        assertThat(plan.those(NextStep.UNDECIDED)).containsExactly(PersonId.of("yanis"));
        assertThat(said(plan, "emma")).containsExactly("1 draft was not shared: it is not in the package");
        assertThat(said(plan, "malo")).containsExactly("has no other class yet, and stays in this one until then");
        assertThat(said(plan, "yanis")).containsExactly("has no dossier, so there is no package");
        assertThat(plan.roles())
                .extracting(each -> each.person().value())
                .containsExactlyInAnyOrder("m.durand", "mme.petit");
        assertThat(school.journalLength()).isEqualTo(before);
        assertThat(next).isNotEqualTo(school.cohort);
    }

    @Test
    void who_leaves_gets_a_package_and_the_dossier_closes() throws IOException {
        school.emma
                .productions()
                .add(
                        school.dossier,
                        NewProduction.titled("Carte mentale").attaching(VosReves.file("carte.txt", "Mercanet")));
        HandedPackage handed = emmaLeaves();
        assertThat(handed.learner()).isEqualTo(EMMA);
        Departure departure = school.head.departures().of(EMMA).get(0);
        assertThat(departure.verifiedAt()).isNotNull();
        assertThat(departure.closedAt()).isNotNull();
        assertThat(departure.readableUntil()).isEqualTo(UNTIL);
        assertThat(departure.packed().size()).isPositive();
        assertThat(school.emma.progress().of(school.dossier)).isNotNull();
        refused(
                DeniedException.class,
                "change nothing in them",
                "sans rien y changer",
                () -> school.emma.productions().add(school.dossier, NewProduction.titled("Encore")));
        Map<String, byte[]> entries = fetched(handed);
        assertThat(text(entries, "index.html")).contains("Carte mentale").contains("lang=\"fr\"");
        assertThat(entries.values())
                .anySatisfy(each ->
                        assertThat(new String(each, StandardCharsets.UTF_8)).isEqualTo("Mercanet"));
    }

    @Test
    void the_class_closes_and_the_roles_over_it_end() {
        school.head.grants().give(NewGrant.of("tutrice", Role.TUTOR).over(school.dossier));
        school.head.grants().give(NewGrant.of("jury", Role.CERTIFIER).over(school.dossier));
        EndedYear ended = ended(end().leaving("emma").othersStay());
        assertThat(ended.cohort().closedOn()).isEqualTo(VosReves.TODAY);
        assertThat(ended.staying()).extracting(PersonId::value).containsExactly("lina", "malo", "yanis");
        for (String gone : List.of("m.durand", "mme.petit", "tutrice")) {
            assertThat(school.head.grants().of(PersonId.of(gone)))
                    .as(gone)
                    .allMatch(each -> !each.period().endsAfter(school.clock.instant()));
        }
        assertThat(school.head.grants().of(PersonId.of("jury")))
                .extracting(Grant::period)
                .allMatch(each -> each.until() == null);
        assertThatThrownBy(() -> school.durand.progress().of(school.malos)).isInstanceOf(DeniedException.class);
        assertThat(memberships(school.cohort, "malo"))
                .singleElement()
                .matches(each -> each.period().until() == null);
        refused(
                ConflictException.class,
                "was closed on",
                "est fermée depuis",
                () -> school.head.cohorts().enrol(school.cohort, Members.learners("zoe")));
    }

    @Test
    void who_has_another_class_stays_a_learner_until_it_begins() {
        LocalDate september = VosReves.TODAY.plusDays(60);
        school.head.cohorts().enrol("CS SNO 2027", learners("malo").from(september));
        EndedYear ended = ended(end().othersLeave());
        assertThat(ended.goingOn()).containsExactly(MALO);
        assertThat(ended.packages()).extracting(HandedPackage::learner).containsExactly(EMMA);
        assertThat(ended.leftWithoutPackage()).extracting(PersonId::value).containsExactly("lina", "yanis");
        assertThat(memberships(school.cohort, "malo"))
                .singleElement()
                .satisfies(each -> assertThat(each.period().until())
                        .isEqualTo(september.atStartOfDay(VosReves.PARIS).toInstant()));
        school.malo.productions().add(school.malos, NewProduction.titled("Pendant l'été"));
    }

    @Test
    void a_run_that_was_cancelled_goes_on_where_it_stopped_and_repeats_nothing() {
        List<HandedPackage> handed = new ArrayList<>();
        assertThatThrownBy(() -> school.head.year().end(end().othersLeave(), handed::add, (done, total) -> done < 1))
                .isInstanceOf(CancelledException.class);
        assertThat(handed).extracting(HandedPackage::learner).containsExactly(EMMA);
        assertThat(school.head.cohorts().get(school.cohort).closedOn()).isNull();
        assertThat(school.durand.progress().of(school.malos)).isNotNull();
        Departure first = school.head.departures().of(EMMA).get(0);
        YearEndPlan plan = school.head.year().preview(end().othersLeave());
        assertThat(plan.those(NextStep.LEFT_ALREADY)).containsExactly(EMMA);
        school.clock.advance(Duration.ofMinutes(5));
        EndedYear ended = ended(end().othersLeave());
        assertThat(ended.leftBefore()).containsExactly(EMMA);
        assertThat(ended.packages()).extracting(HandedPackage::learner).containsExactly(MALO);
        assertThat(school.head.departures().of(EMMA)).containsExactly(first);
        assertThat(ended.cohort().closedOn()).isNotNull();
    }

    @Test
    void a_class_that_a_learner_joins_while_its_year_ends_stays_open_until_it_is_ended_again() {
        assertThatThrownBy(() -> school.head
                        .year()
                        .end(
                                end().othersLeave(),
                                handed -> school.head.cohorts().enrol(VosReves.CLASS, Members.learners("zoe")),
                                ProgressListener.NONE))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("zoe");
        assertThat(school.head.cohorts().get(school.cohort).closedOn()).isNull();
        EndedYear ended = ended(end().othersLeave());
        assertThat(ended.leftBefore()).containsExactly(EMMA, MALO);
        assertThat(ended.cohort().closedOn()).isNotNull();
    }

    @Test
    void each_learner_leaves_in_a_commit_of_their_own_and_the_journal_says_so() {
        List<Long> lengths = new ArrayList<>();
        school.head.year().end(end().leaving("emma", "malo").othersStay(), handed -> {}, (done, total) -> {
            lengths.add(school.journalLength());
            return true;
        });
        assertThat(lengths).doesNotHaveDuplicates();
        List<String> acts = school.entries().stream()
                .map(each -> each.body())
                .filter(each -> each.contains("year."))
                .toList();
        // Of each learner one entry in the dossier's chain and one in the school's; of the class one.
        assertThat(acts).filteredOn(each -> each.contains("year.learner-left")).hasSize(4);
        assertThat(acts).filteredOn(each -> each.contains("year.ended")).hasSize(1);
    }

    @Test
    void wrong_codes_lock_the_link_until_the_school_gives_a_new_code() throws IOException {
        HandedPackage handed = emmaLeaves();
        assertThat(bearer(handed).shared().waitingPackage()).isEqualTo(new WaitingPackage(UNTIL, LinkLock.MOST_WRONG));
        refused(DeniedException.class, "4 more times", "encore 4 essais", () -> fetched(handed, "0000-0000"));
        fetched(handed, " " + handed.code().text().toLowerCase(Locale.ROOT).replace("-", " "));
        assertThat(bearer(handed).shared().waitingPackage().triesLeft())
                .as("a right code forgets the wrong ones")
                .isEqualTo(LinkLock.MOST_WRONG);
        for (int i = 0; i < LinkLock.MOST_WRONG; i++) {
            assertThatThrownBy(() -> fetched(handed, "BBBB-BBBB")).isInstanceOf(DeniedException.class);
        }
        refused(DeniedException.class, "Ask the school for a new code", "nouveau code", () -> fetched(handed));
        Passcode other = school.head.departures().newCode(EMMA);
        refused(DeniedException.class, "not the code", "pas le code", () -> fetched(handed));
        assertThat(fetched(handed, other.text())).containsKey("index.html");
    }

    @Test
    void a_new_link_takes_the_place_of_the_old_one_and_a_link_ends() throws IOException {
        HandedPackage handed = emmaLeaves();
        HandedPackage again = school.head.departures().handOver(EMMA, UNTIL);
        assertThatThrownBy(() -> fetched(handed)).isInstanceOf(NotFoundException.class);
        assertThat(fetched(again)).containsKey("index.html");
        assertThat(school.head
                        .shares()
                        .readings(school.dossier, again.link().link().id(), PageRequest.first(10))
                        .items())
                .hasSize(1);
        school.clock.advance(Duration.ofDays(91));
        refused(NotFoundException.class, "opens nothing", "n'ouvre rien", () -> fetched(again));
        school.clock.advance(Duration.ofDays(-91));
        school.head.shares().revoke(school.dossier, again.link().link().id());
        assertThatThrownBy(() -> fetched(again)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> school.head.departures().newCode(EMMA)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void what_was_withdrawn_after_the_end_leaves_no_more() throws IOException {
        school.recorded();
        HandedPackage handed = emmaLeaves();
        assertThat(text(fetched(handed), "records.jsonl")).contains("J'ai d'abord lu la documentation.");
        Authorisation given = school.emma
                .authorisations()
                .list(school.dossier, PageRequest.first(10))
                .items()
                .get(0);
        school.emma.authorisations().withdraw(school.dossier, given.id());
        Map<String, byte[]> then = fetched(handed);
        assertThat(text(then, "records.jsonl")).doesNotContain("\"kind\":\"recording\"");
        assertThat(then.values()).noneMatch(each -> java.util.Arrays.equals(each, new byte[] {1, 2, 3}));
    }

    @Test
    void while_a_learner_is_back_the_link_of_their_departure_opens_nothing() throws IOException {
        HandedPackage handed = emmaLeaves();
        school.clock.advance(Duration.ofDays(60));
        assertThat(bearers()).containsExactly(handed.link().link().id());
        CohortId next = school.head.cohorts().enrol("BTS 2027", learners("emma"), Members.teachers("mme.blanc"));
        school.as("mme.blanc")
                .assessments()
                .position(school.dossier, NewPositioning.of("C3.1", "acquis").because("Vu en octobre."));
        refused(NotFoundException.class, "opens nothing", "n'ouvre rien", () -> fetched(handed));
        refused(
                NotFoundException.class,
                "opens nothing",
                "n'ouvre rien",
                () -> bearer(handed).shared().waitingPackage());
        assertThat(bearers()).isEmpty();
        school.head.cohorts().leave(next, EMMA);
        assertThat(text(fetched(handed), "index.html")).contains("Vu en octobre.");
    }

    private List<LinkId> bearers() {
        return school.head.access().whoCanRead(school.dossier).stream()
                .flatMap(each -> each.path().steps().stream())
                .filter(AccessStep.ByLink.class::isInstance)
                .map(each -> ((AccessStep.ByLink) each).link())
                .toList();
    }

    @Test
    void an_erasure_ends_the_link_with_everything() {
        HandedPackage handed = emmaLeaves();
        ErasurePlan plan = school.head.privacy().planErasure(EMMA);
        assertThat(plan.records()).extracting(each -> each.kind()).contains("link-lock", "link", "departure");
        school.head.privacy().erase(plan);
        assertThatThrownBy(() -> fetched(handed)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void the_link_of_a_package_opens_nothing_else_and_other_links_no_package() {
        HandedPackage handed = emmaLeaves();
        assertThatThrownBy(() -> bearer(handed).shared().showcase()).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> bearer(handed).shared().workplace()).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> school.emma.shared().waitingPackage()).isInstanceOf(DeniedException.class);
        assertThat(handed.code()).hasToString("a code");
        String stored = school.store.read(view -> {
            StringBuilder all = new StringBuilder();
            view.list(VosReves.scope(school.dossier), new org.eportfolio.spi.Kind("link-lock"), null, 10)
                    .forEach(row -> all.append(row.body()));
            return all.toString();
        });
        assertThat(stored).contains("\"code\"").doesNotContain(handed.code().text());
    }

    @Test
    void a_damaged_package_keeps_the_learner_in_the_class() throws IOException {
        school.close();
        school = VosReves.over(
                stores.open(Files.createDirectory(folder.resolve("damaged"))),
                each -> each.takeAway((export, to) -> {
                    ByteArrayOutputStream whole = new ByteArrayOutputStream();
                    export.zipTo(whole);
                    to.write(whole.toByteArray(), 0, 200);
                }));
        refused(ConflictException.class, "not whole", "pas entier", () -> emmaLeaves());
        assertThat(memberships(school.cohort, "emma"))
                .singleElement()
                .matches(each -> each.period().until() == null);
    }

    @Test
    void the_head_alone_ends_a_year_that_has_begun_and_not_ended() {
        refused(
                DeniedException.class,
                "end a cohort's year",
                "terminer l'année",
                () -> school.durand.year().preview(end().othersStay()));
        refused(ConflictException.class, "Name them", "Nommez-les", () -> ended(end().leaving("emma")));
        refused(
                NotFoundException.class,
                "zoe",
                "zoe",
                () -> ended(end().leaving("zoe").othersStay()));
        refused(
                InvalidInputException.class,
                "until tomorrow",
                "au moins jusqu'à demain",
                () -> ended(NewYearEnd.of(school.cohort, VosReves.TODAY).othersLeave()));
        CohortId later = school.head.cohorts().enrol("CS SNO 2030", SchoolYear.beginningIn(2030), learners("emma"));
        refused(
                ConflictException.class,
                "has not begun",
                "n'a pas commencé",
                () -> ended(NewYearEnd.of(later, UNTIL).othersLeave()));
        school.head.cohorts().leave(later, EMMA);
        ended(end().othersLeave());
        refused(
                ConflictException.class,
                "ended on 7 September 2026",
                "terminée le 7 septembre 2026",
                () -> ended(end().othersLeave()));
        assertThatThrownBy(() -> NewYearEnd.of(later, UNTIL).leaving("emma").staying("emma"))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> school.head.together(
                        desk -> desk.year().end(end().othersLeave(), handed -> {}, ProgressListener.NONE)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_retention_begins_on_the_day_of_the_end() {
        emmaLeaves();
        refused(
                ConflictException.class,
                "has not left",
                "n'est pas parti",
                () -> school.head.departures().handOver(MALO, UNTIL));
        assertThat(memberships(school.cohort, "emma"))
                .singleElement()
                .matches(each -> !each.period().endsAfter(school.clock.instant()));
        assertThat(Message.of("year-end.drafts", 2).in(Locale.FRENCH)).startsWith("2 brouillons");
    }
}
