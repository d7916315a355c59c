package org.eportfolio.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eportfolio.core.Refusals.refused;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.eportfolio.CancelledException;
import org.eportfolio.ConflictException;
import org.eportfolio.DeniedException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.PageRequest;
import org.eportfolio.ProgressListener;
import org.eportfolio.certification.NewExamFile;
import org.eportfolio.certification.Seal;
import org.eportfolio.core.OverBothStores;
import org.eportfolio.core.PassingStore;
import org.eportfolio.core.PrivacyDesk;
import org.eportfolio.core.Stores;
import org.eportfolio.core.VosReves;
import org.eportfolio.core.internal.kind.Kinds;
import org.eportfolio.core.learner.PeerClass;
import org.eportfolio.dossier.NewGroup;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.id.PersonId;
import org.eportfolio.privacy.ErasedPeople;
import org.eportfolio.privacy.ErasureOutcome;
import org.eportfolio.privacy.ErasurePlan;
import org.eportfolio.privacy.ErasureReceipt;
import org.eportfolio.privacy.ErasureRegister;
import org.eportfolio.privacy.ErasuresPlan;
import org.eportfolio.privacy.NewErasures;
import org.eportfolio.privacy.Party;
import org.eportfolio.privacy.PlannedFile;
import org.eportfolio.privacy.PrivacySettings;
import org.eportfolio.privacy.RetentionRule;
import org.eportfolio.school.NewGrant;
import org.eportfolio.school.Role;
import org.eportfolio.spi.Change;
import org.eportfolio.spi.PortfolioStore;
import org.eportfolio.spi.Scope;
import org.eportfolio.spi.View;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Row D4 for many: leavers are erased by one plan, each in one commit, and the store is written anew once. */
@OverBothStores
class SeveralErasuresTest {
    private static final PersonId MALO = PersonId.of("malo");
    private static final RetentionRule RULE = new RetentionRule(
            "sortants",
            "Exemple de base légale",
            RetentionRule.Start.LEARNER_LEFT,
            Period.ofYears(1),
            RetentionRule.FinalOutcome.DESTROY);

    private final Stores stores;
    private final List<ErasureReceipt> register = new ArrayList<>();
    private Path folder;
    private Counted store;
    private EmmasYear year;
    private VosReves school;
    private PrivacyDesk privacy;

    SeveralErasuresTest(Stores stores) {
        this.stores = stores;
    }

    @BeforeEach
    void a_year_passes(@TempDir Path temp) {
        folder = temp;
        begin(PrivacySettings.of(new Party("Lycée VosRêves", "")).retention(RULE));
    }

    private void begin(PrivacySettings settings) {
        store = new Counted(stores.open(folder));
        year = new EmmasYear(PeerClass.over(
                VosReves.over(store, each -> each.privacy(settings).erasures(new Kept()))));
        school = year.school;
        school.clock.advance(Duration.ofHours(1));
        privacy = school.head.privacy();
    }

    @AfterEach
    void everything_is_whole() {
        assertThat(school.head.journal().verify().faults()).isEmpty();
        assertThat(school.head.safekeeping().check().sound()).isTrue();
        school.close();
    }

    private ErasuresPlan planned(String... people) {
        return privacy.planErasures(NewErasures.of(people));
    }

    private ErasedPeople erased(ErasuresPlan plan) {
        return privacy.eraseAll(plan, ProgressListener.NONE);
    }

    private static List<PersonId> people(ErasuresPlan plan) {
        return plan.plans().stream().map(ErasurePlan::person).toList();
    }

    @Test
    void the_plan_says_of_each_what_goes_and_why_and_changes_nothing() {
        long before = school.journalLength();
        ErasuresPlan plan = planned("emma", "malo");
        assertThat(school.journalLength()).isEqualTo(before);
        assertThat(plan.blocked()).isEmpty();
        assertThat(people(plan)).containsExactly(EmmasYear.EMMA, MALO);
        for (ErasurePlan each : plan.plans()) {
            ErasurePlan alone = privacy.planErasure(each.person());
            assertThat(each.records()).isEqualTo(alone.records());
            assertThat(each.files()).isEqualTo(alone.files());
            assertThat(each.destruction()).isEqualTo(alone.destruction());
        }
    }

    @Test
    void what_concerns_two_of_them_is_counted_once_and_a_file_that_only_they_hold_goes() {
        ErasuresPlan plan = planned("emma", "malo");
        List<ErasurePlan> plans = plan.plans();
        assertThat(plan.destruction().records())
                .isLessThan((int) plan.count(ErasureOutcome.DELETE))
                .isGreaterThan((int) plans.get(0).count(ErasureOutcome.DELETE));
        long alone = plans.stream()
                .flatMap(each -> each.files().stream())
                .filter(PlannedFile::removed)
                .count();
        assertThat((long) plan.destruction().files())
                .as("the file that Emma and Malo both hold goes with both")
                .isEqualTo(alone + 1);
        ErasedPeople done = erased(plan);
        assertThat(done.receipts().get(0).completion().files())
                .isEqualTo(plan.destruction().files());
    }

    @Test
    void nothing_of_any_of_them_remains_and_the_store_is_written_anew_once() {
        store.compactions = 0;
        ErasedPeople done = erased(planned("emma", "malo", "lina"));
        assertThat(done.left()).isEmpty();
        assertThat(done.receipts()).hasSize(3).allMatch(ErasureReceipt::complete);
        assertThat(store.compactions).isEqualTo(1);
        assertThat(found(EmmasYear.HERS)).isEmpty();
        for (String each : List.of("emma", "malo", "lina"))
            assertThat(found('"' + each + '"')).isEmpty();
        assertThat(found("Contenu commun")).isEmpty();
        assertThat(privacy.receipts(PageRequest.first(10)).items()).containsExactlyElementsOf(done.receipts());
        assertThat(register)
                .extracting(ErasureReceipt::id)
                .containsExactlyElementsOf(
                        done.receipts().stream().map(ErasureReceipt::id).toList());
    }

    @Test
    void everything_is_read_as_often_for_seven_as_for_one_and_each_has_a_commit() {
        store.surveys = 0;
        store.commits = 0;
        erased(planned("zoe.exemple"));
        int one = store.surveys;
        assertThat(store.commits).isEqualTo(2);
        store.surveys = 0;
        store.commits = 0;
        store.compactions = 0;
        erased(planned("emma", "malo", "lina", "yanis", "kim.exemple", "tao.exemple"));
        assertThat(store.surveys).isEqualTo(one);
        assertThat(store.commits).isEqualTo(6 + 1);
        assertThat(store.compactions).isEqualTo(1);
    }

    @Test
    void it_comes_to_the_same_as_one_after_the_other() {
        ErasedPeople together = erased(planned("emma", "malo"));
        List<ErasureReceipt.Count> first = counts(together.receipts().get(0));
        List<ErasureReceipt.Count> second = counts(together.receipts().get(1));
        school.close();
        folder = folder.resolve("again");
        assertThat(folder.toFile().mkdir()).isTrue();
        begin(PrivacySettings.of(new Party("Lycée VosRêves", "")));
        assertThat(counts(privacy.erase(privacy.planErasure(EmmasYear.EMMA)))).isEqualTo(first);
        assertThat(counts(privacy.erase(privacy.planErasure(MALO)))).isEqualTo(second);
    }

    /** Without the aliases: the head gets one in Malo's dossier when Emma goes, which a plan made after that has too. */
    private static List<ErasureReceipt.Count> counts(ErasureReceipt receipt) {
        return receipt.done().stream()
                .filter(each -> !each.kind().equals("alias"))
                .toList();
    }

    private Seal sealed() {
        Seal seal = school.emma
                .seals()
                .seal(school.emma
                        .seals()
                        .begin(
                                year.dossier,
                                NewExamFile.forUnit("Épreuve exemple", "Bloc 3").presenting(year.map)));
        school.clock.advance(Duration.ofHours(1));
        return seal;
    }

    @Test
    void who_cannot_be_erased_is_named_with_the_reason_and_the_others_go() {
        Seal seal = sealed();
        ErasuresPlan plan = planned("emma", "malo", "inconnu", "proviseure");
        assertThat(people(plan)).containsExactly(MALO);
        assertThat(plan.blocked())
                .extracting(each -> each.person() + ": " + each.reason().in(Locale.ENGLISH))
                .satisfiesExactlyInAnyOrder(
                        each -> assertThat(each)
                                .startsWith("emma: These sealed files")
                                .contains(seal.id().toString().substring(28)),
                        each -> assertThat(each).startsWith("inconnu: ").contains("inconnu"),
                        each -> assertThat(each).startsWith("proviseure: ").contains("your own data"));
        assertThat(erased(plan).receipts()).hasSize(1);
        ErasuresPlan decided = privacy.planErasures(NewErasures.of("emma").droppingSeal(seal.id(), "Sans objet"));
        assertThat(erased(decided).receipts().get(0).decisions()).hasSize(1);
        assertThat(found(EmmasYear.HERS)).isEmpty();
        refused(
                InvalidInputException.class,
                "no sealed file",
                "ne contient pas de dossier scellé",
                () -> privacy.planErasures(NewErasures.of("lina").keepingSeal(seal.id(), "Recours")));
    }

    @Test
    void a_retention_rule_takes_those_who_are_due() {
        assertThat(privacy.planErasures(NewErasures.of("emma", "malo").under("sortants"))
                        .blocked())
                .hasSize(2);
        school.head.cohorts().leave(school.cohort, MALO);
        school.clock.advance(Duration.ofDays(400));
        ErasuresPlan plan = privacy.planErasures(NewErasures.of("emma", "malo").under("sortants"));
        assertThat(people(plan)).containsExactly(MALO);
        assertThat(erased(plan).receipts()).hasSize(1);
        assertThat(found("\"malo\"")).isEmpty();
    }

    @Test
    void somebody_of_whom_something_changed_is_left_and_the_others_go() {
        ErasuresPlan plan = planned("emma", "zoe.exemple", "lina");
        school.as("zoe.exemple").productions().add(year.peers.of("zoe.exemple"), NewProduction.titled("Une de plus"));
        ErasedPeople done = erased(plan);
        assertThat(done.receipts()).hasSize(2);
        assertThat(done.left()).singleElement().satisfies(each -> {
            assertThat(each.person()).isEqualTo(PersonId.of("zoe.exemple"));
            assertThat(each.reason().in(Locale.ENGLISH)).contains("changed since this was planned");
        });
        assertThat(found("Une de plus")).isNotEmpty();
        assertThat(erased(planned("zoe.exemple")).receipts()).hasSize(1);
        assertThat(found("\"zoe.exemple\"")).isEmpty();
    }

    @Test
    void what_others_do_while_it_runs_is_seen() {
        ErasuresPlan plan = planned("emma", "malo", "lina", "yanis");
        ErasedPeople done = privacy.eraseAll(plan, (at, total) -> {
            if (at == 1) {
                school.as("zoe.exemple")
                        .groups()
                        .start(
                                year.peers.of("zoe.exemple"),
                                NewGroup.of(NewProduction.titled("Encore")).with("malo"));
                school.head.people().name(PersonId.of("lina"), "Lina, de retour");
                school.head.cohorts().enrol("Une autre classe", org.eportfolio.school.Members.learners("zoe.exemple"));
            }
            return true;
        });
        assertThat(done.left()).extracting(ErasuresPlan.Blocked::person).containsExactly(MALO, PersonId.of("lina"));
        assertThat(done.receipts()).hasSize(2);
        assertThat(found("\"yanis\"")).isEmpty();
        assertThat(erased(planned("malo", "lina")).receipts()).hasSize(2);
        assertThat(found("\"malo\"")).isEmpty();
        assertThat(found("Lina, de retour")).isEmpty();
    }

    @Test
    void a_record_of_the_plan_that_is_written_anew_meanwhile_leaves_the_person() {
        school.head.people().name(PersonId.of("lina"), "Lina");
        ErasedPeople done = privacy.eraseAll(planned("emma", "lina"), (at, total) -> {
            if (at == 1) school.head.people().name(PersonId.of("lina"), "Lina, de retour");
            return true;
        });
        assertThat(done.left()).extracting(ErasuresPlan.Blocked::person).containsExactly(PersonId.of("lina"));
        assertThat(erased(planned("lina")).receipts()).hasSize(1);
        assertThat(found("Lina, de retour")).isEmpty();
    }

    @Test
    void a_plan_that_a_caller_puts_together_decides_about_no_sealed_file() {
        Seal seal = sealed();
        ErasurePlan emma = privacy.planErasure(EmmasYear.EMMA);
        ErasuresPlan own = new ErasuresPlan(List.of(emma), List.of(), emma.destruction(), false, null);
        ErasedPeople done = privacy.eraseRecords(own, ProgressListener.NONE);
        assertThat(done.receipts()).isEmpty();
        assertThat(done.left().get(0).reason().in(Locale.ENGLISH)).startsWith("These sealed files");
        assertThat(school.emma.seals().get(year.dossier, seal.id())).isEqualTo(seal);
    }

    @Test
    void a_visit_that_no_journal_tells_goes_too() {
        ErasuresPlan plan = planned("zoe.exemple", "emma");
        privacy.eraseAll(plan, (at, total) -> {
            if (at == 1) school.emma.home().visited(year.dossier, school.clock.instant());
            return true;
        });
        assertThat(found("\"emma\"")).isEmpty();
    }

    @Test
    void a_cancelled_run_leaves_nobody_half_erased_and_is_gone_on_with() {
        ErasuresPlan plan = planned("emma", "malo", "lina");
        store.compactions = 0;
        List<Long> told = new ArrayList<>();
        assertThatThrownBy(() -> privacy.eraseAll(plan, (at, total) -> {
                    assertThat(total).isEqualTo(4);
                    told.add(at);
                    return at < 1;
                }))
                .isInstanceOf(CancelledException.class);
        assertThat(told).containsExactly(0L, 0L, 1L);
        assertThat(store.compactions).isZero();
        assertThat(register).hasSize(1);
        assertThat(privacy.receipts(PageRequest.first(10)).items())
                .singleElement()
                .satisfies(each -> assertThat(each.complete()).isFalse());
        assertThat(school.malo
                        .productions()
                        .list(year.peers.of("malo"), PageRequest.first(9))
                        .items())
                .isNotEmpty();
        ErasuresPlan rest = planned("emma", "malo", "lina");
        assertThat(rest.blocked()).extracting(ErasuresPlan.Blocked::person).containsExactly(EmmasYear.EMMA);
        erased(rest);
        assertThat(store.compactions).isEqualTo(1);
        assertThat(privacy.receipts(PageRequest.first(10)).items()).hasSize(3).allMatch(ErasureReceipt::complete);
        assertThat(found(EmmasYear.HERS)).isEmpty();
        assertThat(found("\"malo\"")).isEmpty();
    }

    @Test
    void the_same_plan_again_gives_the_receipts_of_those_who_are_erased() {
        ErasuresPlan plan = planned("zoe.exemple");
        ErasedPeople done = erased(plan);
        long length = school.journalLength();
        assertThat(erased(plan)).isEqualTo(done);
        assertThat(school.journalLength()).isEqualTo(length);
    }

    @Test
    void bytes_that_a_killed_run_left_are_removed_by_completing() {
        assertThatThrownBy(() -> privacy.eraseAll(planned("emma", "malo"), (at, total) -> at < 2))
                .isInstanceOf(CancelledException.class);
        assertThat(privacy.completeErasures()).hasSize(2).allMatch(ErasureReceipt::complete);
        assertThat(found(EmmasYear.HERS)).isEmpty();
        assertThat(found("\"malo\"")).isEmpty();
    }

    @Test
    void the_bytes_of_many_acts_leave_by_one_compaction_that_the_host_calls() {
        store.compactions = 0;
        ErasedPeople first = privacy.eraseRecords(planned("emma"), ProgressListener.NONE);
        ErasedPeople second = privacy.eraseRecords(planned("malo", "lina"), ProgressListener.NONE);
        assertThat(store.compactions).isZero();
        assertThat(first.receipts()).hasSize(1).noneMatch(ErasureReceipt::complete);
        assertThat(second.receipts()).hasSize(2).noneMatch(ErasureReceipt::complete);
        assertThat(rows("\"emma\"")).isEmpty();
        assertThat(privacy.completeErasures()).hasSize(3).allMatch(ErasureReceipt::complete);
        assertThat(store.compactions).isEqualTo(1);
        assertThat(found(EmmasYear.HERS)).isEmpty();
        assertThat(found("\"malo\"")).isEmpty();
    }

    @Test
    void a_public_body_gives_one_visa_for_all_of_them_and_nobody_is_erased_without() {
        school.close();
        folder = folder.resolve("public");
        assertThat(folder.toFile().mkdir()).isTrue();
        begin(PrivacySettings.of(new Party("Lycée VosRêves", "")).asPublicBody());
        ErasuresPlan plan = planned("emma", "malo");
        assertThat(plan.visaNeeded()).isTrue();
        long before = school.journalLength();
        refused(ConflictException.class, "archive service's visa", "visa du service d'archives", () -> erased(plan));
        assertThat(school.journalLength()).isEqualTo(before);
        assertThat(erased(plan.withVisa("AD-2026-118")).receipts())
                .hasSize(2)
                .allSatisfy(each -> assertThat(each.visa()).isEqualTo("AD-2026-118"));
    }

    @Test
    void only_a_head_does_what_a_data_protection_officer_may_plan() {
        school.head.grants().give(NewGrant.of("dpo", Role.DPO));
        ErasuresPlan plan = school.as("dpo").privacy().planErasures(NewErasures.of("emma"));
        refused(
                DeniedException.class,
                "erase a person's data",
                "effacer les données",
                () -> school.as("dpo").privacy().eraseAll(plan, ProgressListener.NONE));
        refused(
                DeniedException.class,
                "plan erasures",
                "planifier des effacements",
                () -> school.durand.privacy().planErasures(NewErasures.of("emma")));
    }

    private List<String> rows(String words) {
        List<String> rows = new ArrayList<>();
        school.store.read(view -> {
            for (Scope scope : view.scopes(null, 10_000)) {
                Kinds.ALL.forEach(kind -> view.list(scope, kind.kind(), null, 10_000).stream()
                        .filter(row -> (row.body() + row.keys()).contains(words))
                        .forEach(row -> rows.add(row.kind() + " " + row.id())));
            }
            return true;
        });
        return rows;
    }

    @Test
    void a_head_whom_anothers_plan_holds_is_left_by_themselves() {
        school.head.grants().give(NewGrant.of("adjointe", Role.HEAD));
        ErasuresPlan plan = school.as("adjointe").privacy().planErasures(NewErasures.of("proviseure", "emma"));
        assertThat(people(plan)).hasSize(2);
        ErasedPeople done = erased(plan);
        assertThat(done.receipts()).hasSize(1);
        assertThat(done.left())
                .singleElement()
                .satisfies(each -> assertThat(each.reason().in(Locale.ENGLISH)).contains("your own data"));
    }

    /** Where these words stand: in rows, in files that are kept, or in files of the store. */
    private List<String> found(String words) {
        List<String> places = rows(words);
        school.store.contents().list(null, 1_000).forEach(each -> {
            try (var in = school.store.contents().open(each.content()).orElseThrow()) {
                if (new String(in.readAllBytes(), StandardCharsets.UTF_8).contains(words)) places.add("a kept file");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        String bytes = new String(words.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(bytes))
                    places.add(file.getFileName().toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return places;
    }

    private final class Kept implements ErasureRegister {
        @Override
        public void keep(ErasureReceipt receipt) {
            register.add(receipt);
        }

        @Override
        public List<ErasureReceipt> receipts() {
            return register;
        }
    }

    /** Counts how often all scopes are gone through, and what is written. */
    private static final class Counted extends PassingStore {
        int surveys;
        int commits;
        int compactions;

        Counted(PortfolioStore sound) {
            super(sound);
        }

        @Override
        public void commit(Change change) {
            commits++;
            super.commit(change);
        }

        @Override
        public void compact() {
            compactions++;
            super.compact();
        }

        @Override
        protected View seen(View view) {
            return (View) Proxy.newProxyInstance(
                    View.class.getClassLoader(), new Class<?>[] {View.class}, (proxy, method, arguments) -> {
                        if (method.getName().equals("scopes") && arguments[0] == null) surveys++;
                        try {
                            return method.invoke(view, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }
    }
}
