package org.eportfolio.exchange.xapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eportfolio.DeniedException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.ProgressListener;
import org.eportfolio.access.HostService;
import org.eportfolio.access.Permission;
import org.eportfolio.assessment.Assessment;
import org.eportfolio.assessment.Embargo;
import org.eportfolio.assessment.NewSelfAssessment;
import org.eportfolio.badge.BadgeAward;
import org.eportfolio.badge.NewBadge;
import org.eportfolio.badge.NewBadgeAcceptance;
import org.eportfolio.core.Desk;
import org.eportfolio.core.Story;
import org.eportfolio.core.VosReves;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Production;
import org.eportfolio.exchange.Exchange;
import org.eportfolio.exchange.Extent;
import org.eportfolio.exchange.LossReport;
import org.eportfolio.exchange.framework.CaseUris;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.Framework;
import org.eportfolio.framework.LevelId;
import org.eportfolio.guidance.NewGoal;
import org.eportfolio.guidance.NewTutorAnswer;
import org.eportfolio.guidance.NewWorkplacePeriod;
import org.eportfolio.guidance.WorkplacePeriod;
import org.eportfolio.id.PersonId;
import org.eportfolio.journal.Cursor;
import org.eportfolio.journal.JournalEntry;
import org.eportfolio.school.Actor;
import org.eportfolio.school.Role;
import org.eportfolio.sharing.IssuedLink;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** E8: what is done in a dossier as xAPI statements: pseudonymous, each once, with framework and scale. */
class XapiTest extends Story {
    static final XapiOptions OPTIONS = XapiOptions.of(URI.create("https://lycee.example"));
    static final HostService TRACES = HostService.named("traces", "Envoie les traces à l'entrepôt")
            .may(
                    Permission.READ_JOURNAL,
                    Permission.FIND_DOSSIER,
                    Permission.READ_FRAMEWORKS,
                    Permission.READ_PROGRESS,
                    Permission.READ_PRODUCTION);
    private static final HostService NAMED = HostService.named("named-traces", "Les envoie avec les noms")
            .may(Permission.READ_JOURNAL, Permission.NAME_ACTORS, Permission.READ_NAMES);

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    @BeforeEach
    public void theSchoolYearBegins() {
        school = VosReves.over(
                stores.open(folder), options -> options.service(TRACES).service(NAMED));
    }

    /** A morning of Emma's and Mr Durand's; what the year began with is behind the cursor. */
    private Cursor morning() {
        Cursor before = school.head.changes().after(Cursor.START, 1_000).next();
        Production made = school.emma
                .productions()
                .add(
                        school.dossier,
                        NewProduction.titled("Affiche de Madame Exemple")
                                .showing("C3.1")
                                .attaching(VosReves.file("affiche.txt", "de l'intime")));
        school.emma.goals().set(school.dossier, NewGoal.of("C3.1", "acquis").by(VosReves.TODAY.plusDays(30)));
        school.emma.assessments().publish(school.dossier, NewSelfAssessment.of("C3.1", "en-cours"));
        school.positioned(school.durand, "C3.1", "acquis");
        school.emma.productions().remove(made);
        return before;
    }

    private static List<JsonNode> read(XapiFollower.Piece piece) throws IOException {
        List<JsonNode> all = new ArrayList<>();
        for (XapiStatement each : piece.statements()) all.add(JSON.readTree(each.json()));
        return all;
    }

    private List<JsonNode> statements(String service, XapiOptions options, Cursor from) throws IOException {
        return read(
                XapiFollower.of(school.portfolio.asService(service), options).after(from, 1_000));
    }

    private static JsonNode one(List<JsonNode> statements, String verb) {
        return statements.stream()
                .filter(each -> each.path("verb").path("id").asText().endsWith("/verbs/" + verb))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_positioning_says_competency_framework_scale_and_level_and_no_one_s_name_or_words() throws IOException {
        List<JsonNode> statements = statements("traces", OPTIONS, morning());
        assertThat(statements)
                .isNotEmpty()
                .allSatisfy(each -> assertThat(StatementRules.faults(each)).isEmpty());
        JsonNode positioned = one(statements, "positioned");
        Framework framework = school.head
                .frameworks()
                .get(school.head.frameworks().adoptions().stream()
                        .filter(each -> each.id().equals(school.sno))
                        .findFirst()
                        .orElseThrow()
                        .framework());
        URI item = CaseUris.of(framework, school.head.frameworks()).get(Code.of("C3.1"));
        assertThat(positioned.at("/context/contextActivities/parent/0/id").asText())
                .isEqualTo(String.valueOf(item));
        JsonNode extensions = positioned.path("context").path("extensions");
        assertThat(extensions.path(XapiProfile.FRAMEWORK).path("id").asText())
                .isEqualTo(framework.id().toString());
        assertThat(extensions.path(XapiProfile.SCALE).path("levels")).hasSize(4);
        assertThat(extensions.path(XapiProfile.ROLE).asText()).isEqualTo("teacher");
        assertThat(positioned
                        .path("result")
                        .path("extensions")
                        .path(XapiProfile.LEVEL)
                        .path("id")
                        .asText())
                .isEqualTo("acquis");
        assertThat(statements.toString())
                .doesNotContainIgnoringCase("emma")
                .doesNotContainIgnoringCase("durand")
                .doesNotContain("Madame Exemple", "affiche", "score");
    }

    @Test
    void files_are_attached_by_their_hash_and_by_an_address_where_the_host_states_one() throws IOException {
        Cursor before = school.head.changes().after(Cursor.START, 1_000).next();
        school.emma
                .productions()
                .add(school.dossier, NewProduction.titled("Affiche").attaching(VosReves.file("affiche.txt", "abc")));
        String abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        JsonNode file = one(statements("traces", OPTIONS, before), "added")
                .path("attachments")
                .path(0);
        assertThat(file.path("sha2").asText()).isEqualTo(abc);
        assertThat(file.path("length").asLong()).isEqualTo(3);
        assertThat(file.has("fileUrl")).isFalse();
        XapiOptions served = OPTIONS.withFilesUnder(URI.create("https://lycee.example/files"));
        assertThat(one(statements("traces", served, before), "added")
                        .at("/attachments/0/fileUrl")
                        .asText())
                .isEqualTo("https://lycee.example/files/" + abc);

        Production kept =
                school.emma.productions().list(school.dossier, org.eportfolio.PageRequest.first(10)).items().stream()
                        .filter(each -> each.title().equals("Affiche"))
                        .findFirst()
                        .orElseThrow();
        school.durand.productions().mark(school.dossier, kept.id());
        assertThat(one(statements("traces", served, before), "added").has("attachments"))
                .as("what shows a company's matters stays in the school")
                .isFalse();
    }

    @Test
    void the_same_entry_has_the_same_id_whoever_reads_it_and_however_the_feed_is_cut() throws IOException {
        Cursor before = morning();
        Desk traces = school.portfolio.asService("traces");
        XapiFollower follower = XapiFollower.of(traces, OPTIONS);
        List<XapiStatement> whole = follower.after(before, 1_000).statements();
        List<XapiStatement> piecemeal = new ArrayList<>();
        Cursor cursor = before;
        for (XapiFollower.Piece piece = follower.after(cursor, 2);
                !piece.next().equals(cursor);
                piece = follower.after(cursor, 2)) {
            piecemeal.addAll(piece.statements());
            cursor = piece.next();
        }
        assertThat(piecemeal).isEqualTo(whole);
        assertThat(whole).extracting(XapiStatement::id).doesNotHaveDuplicates().allSatisfy(id -> {
            assertThat(id.version()).isEqualTo(5);
            assertThat(id.variant()).isEqualTo(2);
        });
        assertThat(XapiFollower.of(school.head, OPTIONS).after(before, 1_000).statements())
                .extracting(XapiStatement::id)
                .containsExactlyElementsOf(whole.stream().map(XapiStatement::id).toList());
    }

    @Test
    void what_the_reader_may_not_read_is_not_said_and_the_report_counts_it() throws IOException {
        Cursor before = morning();
        XapiFollower.Piece piece = XapiFollower.of(school.head, OPTIONS).after(before, 1_000);
        JsonNode positioned = one(read(piece), "positioned");
        assertThat(positioned.has("result")).isFalse();
        assertThat(positioned.path("context").path("contextActivities").has("parent"))
                .isFalse();
        assertThat(positioned.path("context").path("extensions").has(XapiProfile.SCALE))
                .isTrue();
        assertThat(piece.unread()).isPositive();
        assertThatThrownBy(() -> XapiFollower.of(school.emma, OPTIONS).after(before, 10))
                .isInstanceOf(DeniedException.class);
    }

    @Test
    void actors_are_named_only_for_a_service_that_was_declared_to_name_them() throws IOException {
        school.head.people().name(PersonId.of("m.durand"), "Martin Durand");
        Cursor before = morning();
        List<JsonNode> named = statements("named-traces", OPTIONS.naming(), before);
        assertThat(one(named, "positioned").path("actor").toString())
                .contains("\"name\":\"m.durand\"", "https://lycee.example", "Martin Durand");
        assertThat(one(named, "self-assessed").at("/actor/account/name").asText())
                .isEqualTo("emma");
        assertThat(named)
                .allSatisfy(each -> assertThat(StatementRules.faults(each)).isEmpty());
        assertThatThrownBy(() -> statements("traces", OPTIONS.naming(), before)).isInstanceOf(DeniedException.class);
        assertThatThrownBy(() -> XapiFollower.of(school.head, OPTIONS.naming()).after(before, 10))
                .isInstanceOf(DeniedException.class);
        assertThat(school.head.privacy().register().document(Locale.FRENCH)).contains("Les envoie avec les noms");
    }

    @Test
    void an_export_is_an_array_of_one_dossier_or_of_all_and_says_what_has_no_word() throws IOException {
        morning();
        Path own = folder.resolve("emma.json");
        Path all = folder.resolve("all.json");
        Exchange exchange = Exchange.ofDefaults();
        LossReport lost = exchange.export(school.head, new Extent.OfOrganisation(), "xapi", all);
        exchange.export(
                school.head, new Extent.OfDossier(school.dossier), "xapi", own, Locale.FRENCH, ProgressListener.NONE);
        JsonNode everything = JSON.readTree(Files.readString(all));
        JsonNode emmas = JSON.readTree(Files.readString(own));
        assertThat(everything.isArray()).isTrue();
        Set<String> dossiers = new HashSet<>();
        emmas.forEach(each ->
                dossiers.add(each.at("/context/contextActivities/grouping/0/id").asText()));
        assertThat(dossiers).containsExactly("urn:uuid:" + school.dossier.value());
        assertThat(everything.size()).isGreaterThanOrEqualTo(emmas.size());
        assertThat(lost.losses())
                .extracting(LossReport.Loss::item)
                .contains("dossier.opened")
                .doesNotContain("assessment.positioned");
        assertThatThrownBy(() -> exchange.export(
                        school.durand, new Extent.OfDossier(school.dossier), "xapi", folder.resolve("x.json")))
                .isInstanceOf(DeniedException.class);
        assertThat(folder.resolve("x.json")).doesNotExist();
        assertThatThrownBy(() -> XapiOptions.of(URI.create("lycee.example"))).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void a_badge_is_said_when_its_learner_accepts_it_and_when_it_is_withdrawn() throws IOException {
        Cursor before = morning();
        NewBadge online = NewBadge.ofCompetency(school.sno, "C3.1")
                .titled("Commerce en ligne")
                .describedAs("Une compétence.")
                .requiring("Observée deux fois.");
        BadgeAward offered = school.durand
                .badges()
                .offer(school.dossier, school.head.badges().define(online).id(), LevelId.of("acquis"), "Vu en TP.");
        BadgeAward accepted = school.emma.badges().accept(offered, NewBadgeAcceptance.as("Emma Exemple"));
        school.emma.badges().revoke(accepted, "Je n'en veux plus.");
        List<JsonNode> statements = statements("traces", OPTIONS, before);
        for (String verb : List.of("accepted", "withdrawn")) {
            JsonNode said = one(statements, verb);
            assertThat(said.at("/object/id").asText()).isEqualTo("urn:uuid:" + accepted.id());
            assertThat(said.at("/object/definition/type").asText()).isEqualTo(XapiProfile.type("badge-award"));
        }
    }

    @Test
    void a_correction_and_an_erasure_leave_statements_that_say_less_under_the_same_ids() throws IOException {
        Cursor before = school.head.changes().after(Cursor.START, 1_000).next();
        Assessment given = school.positioned(school.durand, "C3.1", "acquis");
        List<JsonNode> then = statements("traces", OPTIONS, before);
        school.durand.assessments().retract(school.dossier, given.id(), "Erreur de ligne");
        List<JsonNode> now = statements("traces", OPTIONS, before);
        assertThat(one(now, "positioned").path("id"))
                .isEqualTo(one(then, "positioned").path("id"));
        assertThat(one(now, "retracted").path("object").path("id").asText()).startsWith("urn:uuid:");
        JournalEntry entry = school.head.changes().after(before, 1).entries().get(0);
        assertThat(XapiFollower.of(school.head, OPTIONS).statements(entry))
                .extracting(each -> each.id().toString())
                .containsExactly(one(then, "positioned").path("id").asText());
    }

    @Test
    void a_level_under_an_embargo_is_not_said_before_the_learners_may_know_it() throws IOException {
        Cursor before = school.head.changes().after(Cursor.START, 1_000).next();
        Embargo embargo = school.head.embargoes().declare(school.cohort, VosReves.TODAY.plusDays(20));
        school.positioned(school.durand, "C3.1", "acquis");
        assertThat(statements("traces", OPTIONS, before).toString()).doesNotContain("\"acquis\",\"label", "C3.1");
        school.head.embargoes().lift(embargo);
        assertThat(one(statements("traces", OPTIONS, before), "positioned").has("result"))
                .isTrue();
    }

    @Test
    void a_reviewer_stays_a_pseudonym_where_others_are_named() throws IOException {
        Cursor before = morning();
        List<JournalEntry> all = school.head.changes().after(before, 1_000).entries();
        JournalEntry own = all.stream()
                .filter(each -> each.act().equals("production.added"))
                .findFirst()
                .orElseThrow();
        JournalEntry elsewhere = new JournalEntry(
                school.malos.value(),
                1,
                own.change(),
                own.at(),
                own.alias(),
                Role.LEARNER,
                "feedback.commented",
                own.objects());
        XapiFollower named = XapiFollower.of(school.portfolio.asService("named-traces"), OPTIONS.naming());
        assertThat(named.statements(elsewhere))
                .singleElement()
                .satisfies(
                        each -> assertThat(each.json()).doesNotContain("emma").contains(String.valueOf(own.alias())));
        assertThat(named.statements(own))
                .singleElement()
                .satisfies(each -> assertThat(each.json()).contains("\"name\":\"emma\""));
    }

    @Test
    void each_level_that_a_tutor_gives_at_once_has_a_statement_of_its_own() throws IOException {
        WorkplacePeriod period = school.durand
                .tutoring()
                .open(
                        school.dossier,
                        NewWorkplacePeriod.pfmp("Boutique L'Étoile")
                                .lasting(VosReves.TODAY, VosReves.TODAY.plusDays(20))
                                .asking("C1.1")
                                .asking("C3.1"));
        IssuedLink link = school.durand.tutoring().invite(school.dossier, period.id());
        Cursor before = school.head.changes().after(Cursor.START, 1_000).next();
        school.portfolio
                .as(Actor.bearing(link.token().text()))
                .shared()
                .answer(NewTutorAnswer.by("Karim Exemple")
                        .alone("Le site")
                        .level("C1.1", "acquis")
                        .level("C3.1", "en-cours"));
        List<JsonNode> statements = statements("traces", OPTIONS, before);
        assertThat(statements)
                .hasSize(2)
                .allSatisfy(each -> assertThat(StatementRules.faults(each)).isEmpty());
        assertThat(statements)
                .extracting(each -> each.path("result")
                        .path("extensions")
                        .path(XapiProfile.LEVEL)
                        .path("id")
                        .asText())
                .containsExactlyInAnyOrder("acquis", "en-cours");
        assertThat(statements).extracting(each -> each.path("id").asText()).doesNotHaveDuplicates();
    }
}
