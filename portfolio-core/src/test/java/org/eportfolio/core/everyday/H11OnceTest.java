package org.eportfolio.core.everyday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eportfolio.core.Refusals.refused;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.eportfolio.ConflictException;
import org.eportfolio.DeniedException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.NotFoundException;
import org.eportfolio.PageRequest;
import org.eportfolio.StorageException;
import org.eportfolio.assessment.ClassEntry;
import org.eportfolio.assessment.NewClassEntry;
import org.eportfolio.assessment.NewPositioning;
import org.eportfolio.assessment.NewSelfAssessment;
import org.eportfolio.assessment.SelfAssessmentDraft;
import org.eportfolio.core.Desk;
import org.eportfolio.core.InMemoryStore;
import org.eportfolio.core.KeptArchive;
import org.eportfolio.core.PassingStore;
import org.eportfolio.core.Portfolio;
import org.eportfolio.core.Story;
import org.eportfolio.core.VosReves;
import org.eportfolio.core.internal.kind.KeyedCall;
import org.eportfolio.core.internal.kind.TraceKinds;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.Citation;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Production;
import org.eportfolio.guidance.Goal;
import org.eportfolio.guidance.NewGoal;
import org.eportfolio.guidance.NewWorkplacePeriod;
import org.eportfolio.guidance.WorkplacePeriod;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.journal.Cursor;
import org.eportfolio.privacy.ErasurePlan;
import org.eportfolio.school.Actor;
import org.eportfolio.school.Members;
import org.eportfolio.school.Role;
import org.eportfolio.spi.Kind;
import org.eportfolio.spi.SearchIndex;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** H11, « the network failed » : the same key, the same answer, one record. */
@Timeout(120)
class H11OnceTest extends Story {
    private static final String KEY = "0d9a4a44-6a0e-4c1c-9f4c-111111111111";
    private static final String BODY = "{\"title\":\"Carte\"}";

    @AfterEach
    void the_school_is_sound() {
        assertThat(school.head.journal().verify().faults()).isEmpty();
        assertThat(school.head.safekeeping().check().sound()).isTrue();
    }

    private Production added(Desk desk) {
        return desk.productions().add(school.dossier, NewProduction.titled("Carte"));
    }

    private List<Production> productions() {
        return school.emma
                .productions()
                .list(school.dossier, PageRequest.first(100))
                .items();
    }

    private Goal goal() {
        return school.emma
                .goals()
                .set(school.dossier, NewGoal.of("C3.1", "acquis").by(VosReves.TODAY));
    }

    private List<KeyedCall> kept() {
        return school.store.read(view -> view.where(TraceKinds.KEYED_CALLS, null, 1_000).stream()
                .map(row -> Work.json().record(row.json(), KeyedCall.class, TraceKinds.KEYED_CALL.upgrades()))
                .toList());
    }

    @Test
    void a_call_that_is_asked_for_twice_writes_one_record_and_gives_the_same_answer() {
        Production first = school.emma.once(KEY, BODY, this::added);
        long length = school.journalLength();
        assertThat(school.emma.once(KEY, BODY, this::added)).isEqualTo(first);
        assertThat(productions()).containsExactly(first);
        assertThat(school.journalLength()).isEqualTo(length);
    }

    @Test
    void a_claim_whose_answer_was_lost_is_answered_again_and_not_refused_as_stale() {
        Goal seen = goal();
        Production map = school.mindMap();
        Function<Desk, Goal> claim = desk -> desk.goals().claim(seen, "Voir ma carte.", Citation.of(map));
        Goal claimed = school.emma.once(KEY, BODY, claim);
        assertThat(school.emma.once(KEY, BODY, claim)).isEqualTo(claimed);
        assertThatThrownBy(() -> claim.apply(school.emma)).isInstanceOf(ConflictException.class);
    }

    @Test
    void a_draft_that_was_published_under_the_key_is_not_missed_by_the_repetition() {
        SelfAssessmentDraft draft =
                school.emma.assessments().draft(school.dossier, NewSelfAssessment.of("C3.1", "acquis"));
        Function<Desk, Object> publish = desk -> desk.assessments().publish(draft);
        Object published = school.emma.once(KEY, BODY, publish);
        assertThat(school.emma.once(KEY, BODY, publish)).isEqualTo(published);
    }

    @Test
    void several_calls_under_one_key_are_one_commit_and_are_answered_one_by_one() {
        AtomicInteger runs = new AtomicInteger();
        Function<Desk, List<UUID>> both = desk -> {
            runs.incrementAndGet();
            Production map = added(desk);
            Goal goal = desk.goals()
                    .set(school.dossier, NewGoal.of("C3.1", "acquis").by(VosReves.TODAY));
            Goal claimed = desk.goals().claim(goal, "Fait.", Citation.of(map));
            return List.of(map.id().value(), claimed.id().value());
        };
        List<UUID> first = school.emma.once(KEY, BODY, both);
        assertThat(school.emma.once(KEY, BODY, both)).isEqualTo(first);
        assertThat(runs).hasValue(2);
        assertThat(productions()).hasSize(1);
        assertThat(school.emma
                        .goals()
                        .list(school.dossier, PageRequest.first(10))
                        .items())
                .hasSize(1);
    }

    @Test
    void a_class_entry_ids_and_what_gives_nothing_back_are_answered_again() {
        school.as("lina").dossiers().open(school.sno);
        school.as("yanis").dossiers().open(school.sno);
        NewClassEntry input = NewClassEntry.of(school.cohort, "C1.1", "acquis").because("Vu.");
        ClassEntry entry =
                school.durand.once(KEY, BODY, desk -> desk.assessments().positionClass(input));
        assertThat(entry.dossiers()).hasSize(4);
        ClassEntry again =
                school.durand.once(KEY, BODY, desk -> desk.assessments().positionClass(input));
        assertThat(again).isEqualTo(entry);
        CohortId made = school.head.once(KEY, BODY, desk -> desk.cohorts().enrol("Autre", Members.learners("zoe")));
        CohortId madeAgain =
                school.head.once(KEY, BODY, desk -> desk.cohorts().enrol("Autre", Members.learners("zoe")));
        assertThat(madeAgain).isEqualTo(made);
        DossierId opened =
                school.as("zoe").once(KEY, BODY, desk -> desk.dossiers().open(school.sno));
        assertThat(school.as("zoe")
                        .<DossierId>once(KEY, BODY, desk -> desk.dossiers().open(school.sno)))
                .isEqualTo(opened);
        Production map = school.mindMap();
        for (int i = 0; i < 2; i++) {
            school.emma.once("weg", BODY, desk -> {
                desk.productions().remove(map);
                return true;
            });
        }
        assertThat(productions()).isEmpty();
    }

    @Test
    void the_key_of_another_person_is_another_key() {
        Production emmas = school.emma.once(KEY, BODY, this::added);
        Production malos = school.malo.once(
                KEY, BODY, desk -> desk.productions().add(school.malos, NewProduction.titled("Carte")));
        assertThat(malos.id()).isNotEqualTo(emmas.id());
        assertThat(kept()).extracting(KeyedCall::person).containsExactly(PersonId.of("emma"), PersonId.of("malo"));
    }

    @Test
    void a_key_that_is_used_for_something_else_is_refused() {
        Production map = school.emma.once(KEY, BODY, this::added);
        refused(
                ConflictException.class,
                "Make a new key for each thing",
                "une nouvelle clé pour chaque chose",
                () -> school.emma.once(KEY, BODY + " ", this::added));
        assertThatThrownBy(() -> school.emma.once(
                        KEY,
                        BODY,
                        desk -> desk.goals()
                                .set(
                                        school.dossier,
                                        NewGoal.of("C3.1", "acquis").by(VosReves.TODAY))))
                .as("the same input, for another permission")
                .isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> school.emma.once(KEY, BODY, desk -> {
                    added(desk);
                    return added(desk);
                }))
                .as("one call more")
                .isInstanceOf(ConflictException.class);
        assertThat(productions()).containsExactly(map);
    }

    @Test
    void a_refused_call_keeps_nothing_and_the_key_can_be_used() {
        assertThatThrownBy(() -> school.emma.once(
                        KEY, BODY, desk -> desk.productions().add(school.malos, NewProduction.titled("Carte"))))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> school.emma.once(KEY, BODY, desk -> {
                    added(desk);
                    try {
                        return desk.productions().add(school.malos, NewProduction.titled("Carte"));
                    } catch (NotFoundException goesOn) {
                        return added(desk);
                    }
                }))
                .as("what is refused is refused whole, whatever the function does")
                .isInstanceOf(NotFoundException.class);
        assertThat(kept()).isEmpty();
        assertThat(productions()).isEmpty();
        school.emma.once(KEY, BODY, this::added);
        assertThat(productions()).hasSize(1);
    }

    @Test
    void a_call_that_writes_nothing_keeps_no_key() {
        assertThat(school.emma.<List<Production>>once(KEY, BODY, desk -> productions()))
                .isEmpty();
        assertThat(kept()).isEmpty();
        school.emma.once(KEY, BODY, this::added);
        assertThat(kept()).hasSize(1);
    }

    @Test
    void a_key_is_visible_ascii_and_not_endless() {
        for (String wrong : List.of("", " ", "a b", "clé", "a\nb", "a\u0000", "k".repeat(201))) {
            refused(
                    InvalidInputException.class,
                    "visible ASCII",
                    "ASCII visibles",
                    () -> school.emma.once(wrong, BODY, this::added));
        }
        assertThatThrownBy(() -> school.emma.once(null, BODY, this::added))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("key");
        school.emma.once("k".repeat(200), "x".repeat(1_000_000), this::added);
        school.emma.once("e", "", this::added);
        assertThat(productions()).hasSize(2);
    }

    @Test
    void it_stands_in_nothing_else_and_holds_nothing_that_has_a_commit_of_its_own() {
        refused(
                InvalidInputException.class,
                "a commit of its own",
                "une transaction à lui seul",
                () -> school.emma.once(KEY, BODY, desk -> desk.once("b", BODY, this::added)));
        assertThatThrownBy(() -> school.emma.together(desk -> desk.once(KEY, BODY, this::added)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> school.head.once(KEY, BODY, Desk::privacy)).isInstanceOf(InvalidInputException.class);
        assertThat(productions()).isEmpty();
        Production together = school.emma.once(KEY, BODY, desk -> desk.together(this::added));
        assertThat(school.emma.<Production>once(KEY, BODY, desk -> desk.together(this::added)))
                .isEqualTo(together);
        assertThat(productions()).containsExactly(together);
    }

    @Test
    void a_call_whose_answer_could_not_be_given_again_is_refused_the_first_time() {
        WorkplacePeriod period = school.durand
                .tutoring()
                .open(
                        school.dossier,
                        NewWorkplacePeriod.pfmp("Entreprise").lasting(VosReves.TODAY, VosReves.TODAY.plusDays(20)));
        refused(
                InvalidInputException.class,
                "without a key",
                "sans clé",
                () -> school.durand.once(KEY, BODY, desk -> desk.tutoring().invite(school.dossier, period.id())));
        assertThat(school.durand
                        .shares()
                        .list(school.dossier, PageRequest.first(10))
                        .items())
                .isEmpty();
        assertThat(kept()).isEmpty();
    }

    @Test
    void those_who_are_no_persons_have_no_keys() {
        assertThatThrownBy(() -> school.portfolio.as(Actor.system()).once(KEY, BODY, this::added))
                .isInstanceOf(DeniedException.class);
        assertThatThrownBy(() -> school.portfolio.as(Actor.bearing("x")).once(KEY, BODY, this::added))
                .isInstanceOf(DeniedException.class);
    }

    @Test
    void what_was_changed_since_is_to_be_read_anew_and_is_not_done_again() {
        Goal set = school.emma.once(
                KEY,
                BODY,
                desk -> desk.goals()
                        .set(school.dossier, NewGoal.of("C3.1", "acquis").by(VosReves.TODAY)));
        school.emma.goals().abandon(set);
        refused(
                ConflictException.class,
                "7 September 2026",
                "7 septembre 2026",
                () -> school.emma.once(
                        KEY,
                        BODY,
                        desk -> desk.goals()
                                .set(
                                        school.dossier,
                                        NewGoal.of("C3.1", "acquis").by(VosReves.TODAY))));
        Production map = school.emma.once("k2", BODY, this::added);
        school.emma.productions().remove(map);
        assertThatThrownBy(() -> school.emma.once("k2", BODY, this::added)).isInstanceOf(ConflictException.class);
        assertThat(productions()).isEmpty();
    }

    @Test
    void who_lost_the_right_gets_no_answer_any_more() {
        NewPositioning input = NewPositioning.of("C3.1", "acquis").because("Vu.");
        Function<Desk, Object> position = desk -> desk.assessments().position(school.dossier, input);
        school.durand.once(KEY, BODY, position);
        school.head
                .grants()
                .of(PersonId.of("m.durand"))
                .forEach(each -> school.head.grants().revoke(each.id()));
        assertThatThrownBy(() -> school.durand.once(KEY, BODY, position)).isInstanceOf(DeniedException.class);
    }

    @Test
    void the_hosts_policy_is_asked_again() {
        AtomicInteger vetoed = new AtomicInteger();
        try (VosReves other = VosReves.over(
                new InMemoryStore(),
                builder -> builder.accessPolicy(question -> vetoed.get() == 0
                        ? java.util.Optional.empty()
                        : java.util.Optional.of("Fermé pour travaux.")))) {
            Function<Desk, Production> add =
                    desk -> desk.productions().add(other.dossier, NewProduction.titled("Carte"));
            other.emma.once(KEY, BODY, add);
            vetoed.set(1);
            refused(
                    DeniedException.class,
                    "Fermé pour travaux",
                    "Fermé pour travaux",
                    () -> other.emma.once(KEY, BODY, add));
        }
    }

    @Test
    void a_key_is_kept_for_seven_days_and_goes_with_a_later_call() {
        school.emma.once(KEY, BODY, this::added);
        school.clock.advance(Duration.ofDays(7).minusSeconds(1));
        school.emma.once(KEY, BODY, this::added);
        assertThat(productions()).hasSize(1);
        school.clock.advance(Duration.ofSeconds(1));
        school.malo.once("other", BODY, desk -> desk.productions().add(school.malos, NewProduction.titled("Carte")));
        assertThat(kept()).extracting(KeyedCall::person).containsExactly(PersonId.of("malo"));
        school.emma.once(KEY, BODY, this::added);
        assertThat(productions()).hasSize(2);
    }

    @Test
    void it_is_kept_by_hashes_and_leaves_by_no_way() throws Exception {
        school.emma.once("emma-2026-09-07", "mon secret", this::added);
        String all = school.store.read(
                view -> view.where(TraceKinds.KEYED_CALLS, null, 10).get(0).body());
        assertThat(all).doesNotContain("emma-2026-09-07", "mon secret", "Carte");
        KeptArchive archive = new KeptArchive();
        school.head.archives().organisation(archive);
        assertThat(archive.kinds()).contains(new Kind("production")).doesNotContain(new Kind("keyed-call"));
        KeptArchive own = new KeptArchive();
        school.head.archives().dossier(school.dossier, own);
        assertThat(own.kinds()).contains(new Kind("production")).doesNotContain(new Kind("keyed-call"));
        List<String> exported = new ArrayList<>();
        school.emma.privacy().export(PersonId.of("emma"), Locale.FRENCH).forEach(each -> exported.add(each.kind()));
        assertThat(exported).contains("production").doesNotContain("keyed-call");
    }

    @Test
    void it_goes_with_the_person() {
        school.durand.once(
                KEY,
                BODY,
                desk -> desk.assessments()
                        .position(
                                school.malos,
                                NewPositioning.of("C3.1", "acquis").because("Vu.")));
        school.emma.once(KEY, BODY, this::added);
        ErasurePlan plan = school.head.privacy().planErasure(PersonId.of("emma"));
        school.head.privacy().erase(plan);
        assertThat(kept()).extracting(KeyedCall::person).containsExactly(PersonId.of("m.durand"));
        ErasurePlan durands = school.head.privacy().planErasure(PersonId.of("m.durand"));
        school.head.privacy().erase(durands);
        assertThat(kept()).isEmpty();
    }

    @Test
    void of_many_who_ask_at_once_one_writes_and_all_get_the_same_answer() throws Exception {
        CountDownLatch start = new CountDownLatch(8);
        ExecutorService writers = Executors.newFixedThreadPool(8);
        try {
            List<Future<Production>> asked = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                asked.add(writers.submit(() -> {
                    start.countDown();
                    start.await();
                    return school.emma.once(KEY, BODY, this::added);
                }));
            }
            List<Production> answers = new ArrayList<>();
            for (Future<Production> each : asked) answers.add(each.get());
            assertThat(answers).containsOnly(answers.get(0));
        } finally {
            writers.shutdownNow();
        }
        assertThat(productions()).hasSize(1);
        assertThat(kept()).hasSize(1);
    }

    @Test
    void who_came_too_late_with_the_same_key_gets_the_answer_of_the_first() {
        AtomicInteger runs = new AtomicInteger();
        List<Production> others = new ArrayList<>();
        Production answer = school.emma.once(KEY, BODY, desk -> {
            Production mine = added(desk);
            if (runs.incrementAndGet() == 1) others.add(school.as("emma").once(KEY, BODY, this::added));
            return mine;
        });
        assertThat(others).containsExactly(answer);
        assertThat(productions()).containsExactly(answer);
    }

    @Test
    void after_an_unknown_outcome_the_same_key_writes_one_record() {
        for (boolean done : List.of(false, true)) {
            String key = KEY + done;
            AtomicInteger commits = new AtomicInteger();
            Portfolio failing = Portfolio.with(new PassingStore(school.store) {
                        @Override
                        public Optional<SearchIndex> searchIndex() {
                            return school.store.searchIndex();
                        }

                        @Override
                        public void commit(org.eportfolio.spi.Change change) {
                            if (commits.incrementAndGet() > 1) {
                                super.commit(change);
                                return;
                            }
                            if (done) super.commit(change);
                            throw new StorageException(
                                    org.eportfolio.Message.of("storage.failed", "school.db", "lost"), null);
                        }
                    })
                    .clock(school.clock)
                    .build();
            int before = productions().size();
            Desk emma = failing.as(Actor.of("emma"));
            assertThatThrownBy(() -> emma.once(key, BODY, this::added)).isInstanceOf(StorageException.class);
            emma.once(key, BODY, this::added);
            emma.once(key, BODY, this::added);
            assertThat(productions()).hasSize(before + 1);
        }
    }

    @Test
    void the_feed_speaks_of_the_work_alone() {
        Cursor before = school.head.changes().after(Cursor.START, 1_000).next();
        school.emma.once(KEY, BODY, this::added);
        school.emma.once(KEY, BODY, this::added);
        assertThat(school.head.changes().after(before, 1_000).entries())
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.act()).isEqualTo("production.added");
                    assertThat(entry.objects()).extracting(each -> each.kind()).containsExactly("production");
                    assertThat(entry.role()).isEqualTo(Role.LEARNER);
                });
    }

    @Test
    void what_is_kept_is_read_as_text() {
        school.emma.once(KEY, BODY, this::added);
        assertThat(kept().get(0).answers().get(0).permission()).isEqualTo("KEEP_PRODUCTION");
        assertThat(kept().get(0).key().getBytes(StandardCharsets.UTF_8)).hasSize(64);
    }
}
