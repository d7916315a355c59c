package org.eportfolio.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eportfolio.core.Refusals.refused;
import static org.eportfolio.core.privacy.EmmasYear.EMMA;
import static org.eportfolio.core.privacy.EmmasYear.HERS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.eportfolio.ConflictException;
import org.eportfolio.DeniedException;
import org.eportfolio.NotFoundException;
import org.eportfolio.PageRequest;
import org.eportfolio.certification.NewExamFile;
import org.eportfolio.certification.Seal;
import org.eportfolio.core.Desk;
import org.eportfolio.core.OverBothStores;
import org.eportfolio.core.Stores;
import org.eportfolio.core.VosReves;
import org.eportfolio.core.internal.kind.AssessmentKinds;
import org.eportfolio.core.internal.kind.Kinds;
import org.eportfolio.core.internal.kind.TraceKinds;
import org.eportfolio.core.internal.work.Sealing;
import org.eportfolio.core.learner.PeerClass;
import org.eportfolio.dossier.NewGroup;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.id.PersonId;
import org.eportfolio.privacy.ErasureOutcome;
import org.eportfolio.privacy.ErasurePlan;
import org.eportfolio.privacy.ErasureReceipt;
import org.eportfolio.privacy.NewPrivacyRequest;
import org.eportfolio.privacy.Party;
import org.eportfolio.privacy.PlannedFile;
import org.eportfolio.privacy.PlannedRecord;
import org.eportfolio.privacy.PrivacyRequest;
import org.eportfolio.privacy.PrivacySettings;
import org.eportfolio.school.Members;
import org.eportfolio.school.NewGrant;
import org.eportfolio.school.Role;
import org.eportfolio.spi.Entry;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.Scope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Row D4: an erasure does exactly what was planned, and leaves nothing of the person. */
@OverBothStores
class ErasureTest {
    private final Stores stores;
    private EmmasYear year;
    private VosReves school;
    private Path folder;
    private Desk verifier;

    ErasureTest(Stores stores) {
        this.stores = stores;
    }

    @BeforeEach
    void a_year_passes(@TempDir Path temp) {
        folder = temp;
        year = new EmmasYear(PeerClass.over(stores.open(folder)));
        school = year.school;
        verifier = school.head;
        school.clock.advance(Duration.ofHours(1));
    }

    @AfterEach
    void the_journal_verifies() {
        assertThat(verifier.journal().verify().faults()).isEmpty();
        school.close();
    }

    private ErasurePlan planned() {
        return school.head.privacy().planErasure(EMMA);
    }

    @Test
    void planning_changes_nothing_and_gives_each_record_an_outcome_and_a_reason() {
        long before = school.journalLength();
        ErasurePlan plan = planned();
        assertThat(school.journalLength()).isEqualTo(before);
        assertThat(plan.records()).allSatisfy(each -> {
            assertThat(each.reason().in(Locale.ENGLISH))
                    .isNotEqualTo(each.reason().key());
            assertThat(each.reason().in(Locale.FRENCH))
                    .isNotEqualTo(each.reason().key());
        });
        assertThat(outcomes(plan, "membership")).containsOnly(ErasureOutcome.DELETE);
        assertThat(outcomes(plan, "assessment")).containsOnly(ErasureOutcome.DELETE);
        assertThat(outcomes(plan, "group"))
                .containsOnly(ErasureOutcome.PSEUDONYMISE)
                .hasSize(2);
        assertThat(outcomes(plan, "review-assignment"))
                .containsOnly(ErasureOutcome.DELETE, ErasureOutcome.PSEUDONYMISE);
        assertThat(outcomes(plan, "authorisation")).containsOnly(ErasureOutcome.DELETE);
        assertThat(plan.files()).extracting(PlannedFile::removed).contains(true, false);
        assertThat(plan.toString()).doesNotContain(HERS);
    }

    @Test
    void nothing_of_the_person_remains_anywhere() throws IOException {
        ErasurePlan plan = planned();
        assertThat(found(HERS)).as("it is there before").isNotEmpty();
        ErasureReceipt receipt = school.head.privacy().erase(plan);
        assertThat(found(HERS)).isEmpty();
        assertThat(found("\"emma\"")).isEmpty();
        assertThat(found("Contenu commun")).as("what Malo holds too").isNotEmpty();
        assertThat(found("Revue signée")).as("what Malo received").isNotEmpty();
        assertThat(school.store.contents().open(year.map.contents().findFirst().orElseThrow()))
                .isEmpty();
        assertThat(receipt.toString()).doesNotContain("emma", HERS);
        assertThat(receipt.done().stream()
                        .mapToInt(ErasureReceipt.Count::records)
                        .sum())
                .isEqualTo(plan.records().size());
        refused(
                NotFoundException.class,
                "person",
                "personne",
                () -> school.head.privacy().planErasure(EMMA));
    }

    @Test
    void the_others_keep_what_they_made_with_her_and_what_she_wrote_for_them() {
        school.head.privacy().erase(planned());
        assertThat(school.malo.groups().get(year.groupAtHome).members()).hasSize(2);
        assertThat(school.malo.groups().get(year.groupAtMalos).members()).hasSize(2);
        assertThat(school.malo.groups().get(year.groupAtHome).starter().value()).startsWith("anonyme-");
        year.peers.over();
        assertThat(year.peers.received("malo"))
                .hasSize(2)
                .allSatisfy(each -> assertThat(each.toString()).doesNotContain("emma"));
    }

    @Test
    void guessing_finds_nothing_in_the_journal() {
        List<Row> before = rows();
        List<Entry> entries = school.entries();
        school.head.privacy().erase(planned());
        List<Row> after = rows();
        before.removeIf(row -> after.stream().anyMatch(row::equals));
        assertThat(before).hasSizeGreaterThan(20);
        String journal = school.entries().toString();
        for (Row gone : before) {
            if (gone.kind().equals(TraceKinds.ALIAS.kind()) || gone.kind().equals(AssessmentKinds.LEVELS.kind()))
                continue;
            assertThat(journal)
                    .as("the secret was needed")
                    .contains(Sealing.keyed(gone).toString());
            String body = gone.body();
            String unkeyed = body.replaceFirst("\"s\":\"[^\"]*\"", "\"s\":\"\"");
            Row guess = new Row(gone.scope(), gone.kind(), gone.id(), unkeyed, gone.keys());
            assertThat(journal).doesNotContain(Sealing.keyed(guess).toString());
            String secret = body.replaceFirst(".*?\"s\":\"([^\"]*)\".*", "$1");
            assertThat(found(secret)).as("the secret is gone").isEmpty();
        }
        assertThat(school.entries()).startsWith(entries.subList(0, 1).toArray(Entry[]::new));
    }

    @Test
    void a_plan_that_the_dossier_has_outlived_is_refused_whole() {
        ErasurePlan plan = planned();
        school.emma.productions().add(year.dossier, NewProduction.titled("Une de plus"));
        long before = school.journalLength();
        refused(
                ConflictException.class,
                "changed since this was planned",
                "changé depuis ce plan",
                () -> school.head.privacy().erase(plan));
        assertThat(school.journalLength()).isEqualTo(before);
        assertThat(found(HERS)).isNotEmpty();
    }

    @Test
    void a_plan_is_refused_when_another_dossier_names_her_meanwhile() {
        ErasurePlan plan = planned();
        school.as("lina")
                .groups()
                .start(
                        year.peers.of("lina"),
                        NewGroup.of(NewProduction.titled("Encore")).with("emma"));
        refused(
                ConflictException.class,
                "changed since",
                "changé depuis",
                () -> school.head.privacy().erase(plan));
    }

    @Test
    void a_sealed_file_stands_against_it_until_somebody_decides() {
        Seal seal = sealed();
        school.clock.advance(Duration.ofHours(1));
        ErasurePlan plan = planned();
        assertThat(plan.undecided()).containsExactly(seal.id());
        refused(
                ConflictException.class,
                "Decide for each",
                "Décidez pour chacun",
                () -> school.head.privacy().erase(plan));
        ErasurePlan kept = school.head.privacy().keepSeal(plan, seal.id(), "Recours possible");
        assertThat(outcomes(kept, "seal")).containsOnly(ErasureOutcome.KEEP);
        assertThat(outcomes(kept, "dossier")).containsOnly(ErasureOutcome.KEEP);
        school.head.privacy().erase(kept);
        assertThat(school.headReading(year.dossier)
                        .seals()
                        .get(year.dossier, seal.id())
                        .root())
                .isEqualTo(seal.root());
        assertThat(school.head
                        .privacy()
                        .receipts(PageRequest.first(10))
                        .items()
                        .get(0)
                        .decisions())
                .singleElement()
                .satisfies(each -> assertThat(each.ground()).isEqualTo("Recours possible"));
        assertThat(school.head
                        .privacy()
                        .reapply(school.head
                                .privacy()
                                .receipts(PageRequest.first(10))
                                .items()))
                .isEmpty();
    }

    @Test
    void a_sealed_file_that_is_given_up_goes_with_its_pieces() {
        Seal seal = sealed();
        school.clock.advance(Duration.ofHours(1));
        school.head.privacy().erase(school.head.privacy().dropSeal(planned(), seal.id(), "Sans objet"));
        assertThat(found(HERS)).isEmpty();
        assertThat(seal.pieces())
                .filteredOn(each -> !each.path().contains("commun"))
                .isNotEmpty()
                .allSatisfy(each ->
                        assertThat(school.store.contents().open(each.content())).isEmpty());
    }

    private Seal sealed() {
        return school.emma
                .seals()
                .seal(school.emma
                        .seals()
                        .begin(
                                year.dossier,
                                NewExamFile.forUnit("Épreuve exemple", "Bloc 3").presenting(year.map)));
    }

    @Test
    void a_teacher_who_leaves_takes_nothing_from_anybodys_history() {
        String matrix = lines();
        String assessments = progress();
        school.head
                .grants()
                .revoke(school.head.grants().of(PersonId.of("m.durand")).get(0).id());
        school.clock.advance(Duration.ofHours(1));
        ErasurePlan plan = school.head.privacy().planErasure(PersonId.of("m.durand"));
        assertThat(outcomes(plan, "assessment")).containsOnly(ErasureOutcome.PSEUDONYMISE);
        ErasureReceipt receipt = school.head.privacy().erase(plan);
        assertThat(lines()).isEqualTo(matrix);
        assertThat(progress())
                .isEqualTo(assessments.replace("m.durand", receipt.pseudonym().value()));
        assertThat(found("m.durand")).isEmpty();
    }

    @Test
    void a_teacher_who_returns_is_not_found_in_what_an_earlier_erasure_left_under_a_pseudonym() {
        PersonId teacher = PersonId.of("m.durand");
        ErasureReceipt first = school.head.privacy().erase(school.head.privacy().planErasure(teacher));
        String assessments = progress();
        school.head.cohorts().enrol(VosReves.CLASS, Members.teachers("m.durand"));
        ErasurePlan plan = school.head.privacy().planErasure(teacher);
        assertThat(outcomes(plan, "assessment")).isEmpty();
        assertThat(school.head.privacy().erase(plan).pseudonym()).isNotEqualTo(first.pseudonym());
        assertThat(progress()).isEqualTo(assessments).contains(first.pseudonym().value());
        assertThat(found("m.durand")).isEmpty();
    }

    private String progress() {
        return school.emma
                .progress()
                .of(year.dossier, VosReves.TODAY)
                .competencies()
                .toString();
    }

    private String lines() {
        return school.petit.progress().matrix(school.cohort).lines().toString();
    }

    @Test
    void nobody_erases_themselves_nor_the_last_head() {
        refused(
                DeniedException.class,
                "cannot erase your own data",
                "effacer vos propres données",
                () -> school.head.privacy().erase(school.head.privacy().planErasure(PersonId.of("proviseure"))));
        school.head.grants().give(NewGrant.of("adjointe", Role.HEAD));
        Desk deputy = school.as("adjointe");
        verifier = deputy;
        school.head.grants().give(NewGrant.of("dpo", Role.DPO));
        assertThat(school.as("dpo").privacy().planErasure(EMMA).records()).isNotEmpty();
        refused(
                DeniedException.class,
                "erase a person's data",
                "effacer les données",
                () -> school.as("dpo").privacy().erase(planned()));
        deputy.privacy().erase(deputy.privacy().planErasure(PersonId.of("proviseure")));
        assertThat(found("proviseure")).isEmpty();
    }

    @Test
    void a_public_body_destroys_nothing_without_the_archives_visa() {
        school.close();
        // The same store, once the controller is known to be public.
        VosReves again =
                reopenable(PrivacySettings.of(new Party("Lycée VosRêves", "")).asPublicBody());
        school = again;
        verifier = school.head;
        ErasurePlan plan = planned();
        assertThat(plan.destruction().text(Locale.FRENCH, VosReves.PARIS))
                .contains("Dates extrêmes : 7 septembre 2026 à 7 septembre 2026", "Volume", "évaluations et objectifs")
                .doesNotContain("emma", HERS);
        refused(
                ConflictException.class,
                "archive service's visa",
                "visa du service d'archives",
                () -> school.head.privacy().erase(plan));
        assertThat(school.head.privacy().erase(plan.withVisa("AD-2026-118")).visa())
                .isEqualTo("AD-2026-118");
    }

    private VosReves reopenable(PrivacySettings settings) {
        if (stores == Stores.IN_MEMORY) {
            year = new EmmasYear(PeerClass.over(VosReves.over(stores.open(folder), each -> each.privacy(settings))));
            year.school.clock.advance(Duration.ofHours(1));
            return year.school;
        }
        VosReves again = VosReves.over(stores.open(folder), each -> each.privacy(settings));
        again.clock.advance(Duration.ofHours(2));
        return again;
    }

    @Test
    void whatever_the_person_is_called_they_are_found_and_gone() {
        PersonId odd = PersonId.of("d\"Été \\ 😀 </script>");
        school.head.cohorts().enrol(VosReves.CLASS, Members.learners(odd.value()));
        Desk desk = school.as(odd.value());
        var dossier = desk.dossiers().open(school.sno);
        desk.productions().add(dossier, NewProduction.titled("Titre d'" + odd.value()));
        school.emma.groups().invite(year.groupAtHome, odd);
        school.head
                .privacy()
                .request(NewPrivacyRequest.of(odd.value(), PrivacyRequest.Right.ERASURE, VosReves.TODAY)
                        .asking("Effacez " + odd.value()));
        school.clock.advance(Duration.ofHours(1));
        ErasureReceipt receipt =
                school.head.privacy().erase(school.head.privacy().planErasure(odd));
        assertThat(found("😀")).isEmpty();
        assertThat(school.head.privacy().requests(PageRequest.first(10)).items())
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.person()).isEqualTo(receipt.pseudonym());
                    assertThat(each.right()).isEqualTo(PrivacyRequest.Right.ERASURE);
                });
    }

    @Test
    void a_file_that_nothing_refers_to_is_collected_and_no_other_whatever_the_clock_says() throws IOException {
        var lost = school.store
                .contents()
                .write(VosReves.file("x", "perdu").source().open(), school.clock.instant());
        school.clock.advance(Duration.ofMinutes(-30));
        assertThat(school.head.privacy().collectFiles()).isEqualTo(1);
        assertThat(school.head.privacy().collectFiles()).isZero();
        assertThat(school.store.contents().open(lost)).isEmpty();
        assertThat(year.map.contents())
                .allSatisfy(
                        each -> assertThat(school.store.contents().open(each)).isPresent());
    }

    private static List<ErasureOutcome> outcomes(ErasurePlan plan, String kind) {
        return plan.records().stream()
                .filter(each -> each.kind().equals(kind))
                .map(PlannedRecord::outcome)
                .toList();
    }

    private List<Row> rows() {
        return school.store.read(view -> {
            List<Row> all = new ArrayList<>();
            for (Scope scope : view.scopes(null, 10_000)) {
                Kinds.ALL.forEach(kind -> all.addAll(view.list(scope, kind.kind(), null, 10_000)));
            }
            return all;
        });
    }

    /** Where these words stand: in which files of the store, or in which rows and entries. */
    private List<String> found(String words) {
        List<String> places = new ArrayList<>();
        for (Row row : rows()) {
            if ((row.body() + row.keys()).contains(words)) places.add(row.kind() + " " + row.id());
        }
        for (Entry entry : school.entries()) {
            if (entry.body().contains(words)) places.add("entry " + entry.number());
        }
        byte[] wanted = words.getBytes(StandardCharsets.UTF_8);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (contains(Files.readAllBytes(file), wanted))
                    places.add(file.getFileName().toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // A file of SQLite's was searched above; what a server keeps its own tests search.
        if (stores != Stores.SQLITE) {
            school.store.contents().list(null, 1_000).forEach(each -> {
                try (var in = school.store.contents().open(each.content()).orElseThrow()) {
                    if (contains(in.readAllBytes(), wanted))
                        places.add("file " + each.content().sha256());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        return places;
    }

    private static boolean contains(byte[] bytes, byte[] wanted) {
        return new String(bytes, StandardCharsets.ISO_8859_1).contains(new String(wanted, StandardCharsets.ISO_8859_1));
    }
}
