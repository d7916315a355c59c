package org.eportfolio.core.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.eportfolio.DeniedException;
import org.eportfolio.NotFoundException;
import org.eportfolio.PageRequest;
import org.eportfolio.assessment.Assessment;
import org.eportfolio.assessment.NewPositioning;
import org.eportfolio.core.Desk;
import org.eportfolio.core.Portfolio;
import org.eportfolio.core.Story;
import org.eportfolio.core.VosReves;
import org.eportfolio.dossier.NewProduction;
import org.eportfolio.dossier.Production;
import org.eportfolio.guidance.Goal;
import org.eportfolio.guidance.NewGoal;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Actor;
import org.eportfolio.school.Members;
import org.eportfolio.school.NewGrant;
import org.eportfolio.school.Role;
import org.eportfolio.spi.Scope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was read once is not read again as long as it stands, and never served once it does not. */
class RememberedReadingsTest extends Story {
    private CountedReadings counted;
    private Portfolio portfolio;
    private Desk durand;

    @BeforeEach
    void open() {
        counted = new CountedReadings(school.store);
        portfolio = Portfolio.with(counted.store()).clock(school.clock).build();
        durand = portfolio.as(Actor.of("m.durand"));
    }

    @AfterEach
    void close() {
        portfolio.close();
    }

    @Test
    void an_unchanged_dossier_is_read_without_asking_the_store_anything() {
        Production map = school.mindMap();
        school.positioned(school.petit, "C3.1", "acquis");
        Runnable page = () -> {
            durand.productions().list(school.dossier, PageRequest.first(100));
            durand.productions().get(school.dossier, map.id());
            durand.assessments().list(school.dossier, PageRequest.first(100));
            durand.goals().list(school.dossier, PageRequest.first(100));
        };

        assertThat(counted.since(page)).isPositive();
        assertThat(counted.since(page)).isZero();
    }

    @Test
    void whoever_goes_on_writing_asks_the_store_nothing_before_the_commit() {
        position(durand);
        position(durand);

        assertThat(counted.since(() -> position(durand))).isZero();
        assertThat(durand.assessments()
                        .list(school.dossier, PageRequest.first(10))
                        .items())
                .hasSize(3);
        assertThat(school.head.journal().verify().faults()).isEmpty();
    }

    @Test
    void a_writing_decided_upon_what_no_longer_stands_is_decided_anew() {
        position(durand);
        school.positioned(school.petit, "C3.1", "acquis");
        position(durand);
        school.head.cohorts().enrol("Une autre classe", Members.learners("noe"), Members.teachers("m.durand"));
        position(durand);

        assertThat(durand.assessments()
                        .list(school.dossier, PageRequest.first(10))
                        .items())
                .hasSize(4);
        assertThat(school.head.journal().verify().faults()).isEmpty();
    }

    @Test
    void a_right_that_ends_elsewhere_ends_here_with_the_next_writing() {
        position(durand);
        school.head
                .grants()
                .of(PersonId.of("m.durand"))
                .forEach(each -> school.head.grants().revoke(each.id()));

        assertThatThrownBy(() -> position(durand)).isInstanceOf(DeniedException.class);
        assertThat(school.petit
                        .assessments()
                        .list(school.dossier, PageRequest.first(10))
                        .items())
                .hasSize(1);
    }

    @Test
    void once_a_right_is_taken_away_none_of_many_who_write_gets_in() throws Exception {
        long before = entries();
        AtomicBoolean over = new AtomicBoolean();
        Callable<Integer> writing = () -> {
            for (int written = 0; ; written++) {
                boolean late = over.get();
                try {
                    durand.assessments()
                            .position(
                                    school.dossier,
                                    NewPositioning.of("C3.1", "en-cours").because("Vu en TP."));
                } catch (DeniedException e) {
                    return written;
                }
                if (late) throw new AssertionError("written without a right");
            }
        };
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Integer>> all = new ArrayList<>();
            for (int i = 0; i < 4; i++) all.add(threads.submit(writing));
            while (entries() < before + 40 && !all.stream().allMatch(Future::isDone)) Thread.onSpinWait();
            school.head
                    .grants()
                    .of(PersonId.of("m.durand"))
                    .forEach(each -> school.head.grants().revoke(each.id()));
            over.set(true);
            int written = 0;
            for (Future<Integer> each : all) written += each.get();
            assertThat(entries() - before).isEqualTo(written);
            assertThat(school.head.journal().verify().faults()).isEmpty();
        } finally {
            threads.shutdownNow();
        }
    }

    /** In the dossier's chain. */
    private long entries() {
        Scope scope = new Scope(school.dossier.value());
        return school.store.<Long>read(view -> view.head(scope).length());
    }

    @Test
    void a_right_that_begins_elsewhere_begins_here_with_the_next_writing() {
        Desk martin = portfolio.as(Actor.of("m.martin"));
        position(durand);
        assertThatThrownBy(() -> position(martin)).isInstanceOf(NotFoundException.class);

        school.head.grants().give(NewGrant.of("m.martin", Role.TEACHER).over(school.cohort));
        position(martin);

        assertThat(durand.assessments()
                        .list(school.dossier, PageRequest.first(10))
                        .items())
                .hasSize(2);
    }

    @Test
    void a_positioning_reads_no_more_rows_after_thirty_others_than_after_one() {
        school.positioned(school.durand, "C3.1", "acquis");
        int afterOne = counted.rowsSince(() -> position(opened()));
        for (int i = 0; i < 30; i++) position(school.durand);
        int afterMany = counted.rowsSince(() -> position(opened()));

        assertThat(afterMany).isEqualTo(afterOne);
        assertThat(school.head.journal().verify().faults()).isEmpty();
    }

    /** Nothing is remembered yet. */
    private Desk opened() {
        return Portfolio.with(counted.store()).clock(school.clock).build().as(Actor.of("m.durand"));
    }

    private void position(Desk teacher) {
        school.clock.advance(Duration.ofMinutes(1));
        teacher.assessments()
                .position(school.dossier, NewPositioning.of("C3.1", "en-cours").because("Vu en TP."));
    }

    @Test
    void what_somebody_else_writes_is_seen_at_once() {
        assertThat(durand.assessments()
                        .list(school.dossier, PageRequest.first(10))
                        .items())
                .isEmpty();

        Assessment theirs = school.positioned(school.petit, "C3.1", "acquis");

        assertThat(durand.assessments()
                        .list(school.dossier, PageRequest.first(10))
                        .items())
                .containsExactly(theirs);
        assertThat(durand.progress()
                        .of(school.dossier)
                        .on("C3.1")
                        .orElseThrow()
                        .current()
                        .level())
                .isNotNull();
    }

    @Test
    void what_one_writes_oneself_is_carried_over_the_commit() {
        durand.assessments().list(school.dossier, PageRequest.first(10));
        Assessment first = durand.assessments()
                .position(school.dossier, NewPositioning.of("C3.1", "en-cours").because("Vu en TP."));
        Assessment second = durand.assessments()
                .correct(
                        school.dossier,
                        first.id(),
                        NewPositioning.of("C3.1", "acquis").because("Relu."),
                        "Erreur de lecture.");
        Desk emma = portfolio.as(Actor.of("emma"));
        Goal goal =
                emma.goals().set(school.dossier, NewGoal.of("C3.1", "acquis").by(VosReves.TODAY.plusDays(30)));
        emma.goals().list(school.dossier, PageRequest.first(10));
        Goal left = emma.goals().abandon(goal);

        assertThat(durand.assessments()
                        .list(school.dossier, PageRequest.first(10))
                        .items())
                .containsExactly(first, second);
        assertThat(durand.assessments()
                        .list(
                                school.dossier,
                                PageRequest.first(10).after(first.id().value()))
                        .items())
                .containsExactly(second);
        assertThat(durand.assessments()
                        .list(school.dossier, PageRequest.first(1))
                        .items())
                .containsExactly(first);
        assertThat(durand.assessments()
                        .list(school.dossier, PageRequest.first(1))
                        .next())
                .isEqualTo(PageRequest.first(1).after(first.id().value()));
        assertThat(emma.goals().list(school.dossier, PageRequest.first(10)).items())
                .containsExactly(left);
        assertThat(school.durand.assessments().list(school.dossier, PageRequest.first(10)))
                .isEqualTo(durand.assessments().list(school.dossier, PageRequest.first(10)));
    }

    @Test
    void what_is_removed_is_gone() {
        Desk emma = portfolio.as(Actor.of("emma"));
        Production draft = emma.productions().add(school.dossier, NewProduction.titled("Brouillon"));
        Production other = emma.productions().add(school.dossier, NewProduction.titled("Carte mentale"));
        emma.productions().list(school.dossier, PageRequest.first(10));

        emma.productions().remove(draft);

        assertThat(emma.productions()
                        .list(school.dossier, PageRequest.first(10))
                        .items())
                .containsExactly(other);
        assertThatThrownBy(() -> emma.productions().get(school.dossier, draft.id()))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void a_right_that_ends_elsewhere_ends_here_with_the_next_call() {
        durand.assessments().list(school.dossier, PageRequest.first(10));
        school.head
                .grants()
                .of(PersonId.of("m.durand"))
                .forEach(each -> school.head.grants().revoke(each.id()));

        assertThatThrownBy(() -> durand.assessments().list(school.dossier, PageRequest.first(10)))
                .isInstanceOf(DeniedException.class);
    }

    @Test
    void a_class_is_read_in_a_bounded_number_of_readings_whether_it_moved_or_not() {
        String[] learners =
                IntStream.range(0, 60).mapToObj(i -> "apprenant-" + i).toArray(String[]::new);
        CohortId large =
                school.head.cohorts().enrol("Grande classe", Members.learners(learners), Members.teachers("m.durand"));
        for (String each : learners) school.as(each).dossiers().open(school.sno);

        int first = counted.since(() -> durand.progress().matrix(large));
        school.positioned(school.petit, "C3.1", "acquis");

        assertThat(first).isLessThan(12);
        assertThat(counted.since(() -> durand.progress().matrix(large))).isLessThanOrEqualTo(first);
    }
}
