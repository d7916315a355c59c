package org.eportfolio.core.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eportfolio.school.Members.learners;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eportfolio.assessment.Assessment;
import org.eportfolio.assessment.CompetencyProgress;
import org.eportfolio.assessment.CurrentLevel;
import org.eportfolio.assessment.CurrentLevel.Why;
import org.eportfolio.assessment.Divergence;
import org.eportfolio.assessment.LevelPolicies;
import org.eportfolio.assessment.LevelPolicy;
import org.eportfolio.assessment.Matrix;
import org.eportfolio.assessment.NewPositioning;
import org.eportfolio.assessment.NewSelfAssessment;
import org.eportfolio.assessment.Outcome;
import org.eportfolio.assessment.Perspective;
import org.eportfolio.assessment.Progress;
import org.eportfolio.assessment.Trajectory;
import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.core.Desk;
import org.eportfolio.core.ExampleScales;
import org.eportfolio.core.Portfolio;
import org.eportfolio.core.Story;
import org.eportfolio.core.VosReves;
import org.eportfolio.framework.Item;
import org.eportfolio.framework.Level;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.AssessmentId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Actor;
import org.eportfolio.school.NewGrant;
import org.eportfolio.school.Role;
import org.eportfolio.spi.Change;
import org.eportfolio.spi.Kind;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.Scope;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** B1, B3, B4: trajectories side by side, as of any date, current levels explained, divergences. */
class B1B3B4ProgressTest extends Story {
    @Test
    void each_perspective_has_its_own_trajectory_by_day_of_observation() {
        school.head.grants().give(NewGrant.of("mme.tutrice", Role.TUTOR).over(school.dossier));
        Assessment later = at(NewPositioning.of("C3.1", "acquis")
                .because("x")
                .observedOn(LocalDate.of(2026, 9, 5))
                .confirmingTheDay());
        Assessment earlier = at(NewPositioning.of("C3.1", "en-cours")
                .because("x")
                .observedOn(LocalDate.of(2026, 9, 2))
                .confirmingTheDay());
        school.emma.assessments().publish(school.dossier, NewSelfAssessment.of("C3.1", "maitrise"));
        school.as("mme.tutrice")
                .assessments()
                .position(
                        school.dossier, NewPositioning.of("C3.1", "decouverte").because("En PFMP."));
        CompetencyProgress progress = on("C3.1");
        assertThat(progress.trajectories())
                .extracting(Trajectory::perspective)
                .containsExactly(Perspective.SELF, Perspective.TUTOR, Perspective.TEACHER);
        assertThat(progress.seenBy(Perspective.TEACHER).orElseThrow().points())
                .extracting(Trajectory.Point::assessment)
                .containsExactly(earlier.id(), later.id());
        assertThat(school.emma.progress().of(school.dossier).divergences())
                .extracting(Divergence::toString)
                .containsExactly(
                        "C3.1: TUTOR ○ decouverte < SELF ● maitrise",
                        "C3.1: TEACHER ◕ acquis < SELF ● maitrise",
                        "C3.1: TUTOR ○ decouverte < TEACHER ◕ acquis");
    }

    @Test
    void learner_and_staff_see_the_same_progress_and_reading_changes_nothing() {
        school.positioned(school.durand, "C3.1", "acquis");
        school.emma.assessments().publish(school.dossier, NewSelfAssessment.of("C3.2", "acquis"));
        school.head.grants().give(NewGrant.of("mere", Role.REPRESENTATIVE).over(school.dossier));
        long before = school.journalLength();
        Progress own = school.emma.progress().of(school.dossier);
        for (String other : List.of("m.durand", "mme.petit", "mere")) {
            assertThat(school.as(other).progress().of(school.dossier)).as(other).isEqualTo(own);
        }
        school.durand.progress().matrix(school.cohort);
        assertThat(school.journalLength()).isEqualTo(before);
    }

    @Test
    void a_date_means_the_end_of_that_day_in_the_schools_time_zone_by_the_time_of_recording() {
        school.clock.set("2026-09-10T21:59:59.999999Z");
        school.positioned(school.durand, "C3.1", "en-cours");
        school.clock.set("2026-09-10T22:00:00Z");
        Assessment after = at(NewPositioning.of("C3.1", "acquis")
                .because("x")
                .observedOn(LocalDate.of(2026, 9, 1))
                .confirmingTheDay());
        school.durand
                .assessments()
                .position(school.dossier, NewPositioning.of("C3.1", "maitrise").because("x"));
        assertThat(level(school.emma.progress().of(school.dossier, LocalDate.of(2026, 9, 9)), "C3.1"))
                .isNull();
        assertThat(level(school.emma.progress().of(school.dossier, LocalDate.of(2026, 9, 10)), "C3.1"))
                .as("a later recording of an earlier observation was not known yet")
                .isEqualTo("en-cours");
        assertThat(level(school.emma.progress().of(school.dossier, LocalDate.of(2026, 9, 11)), "C3.1"))
                .isEqualTo("maitrise");
        Progress then = school.emma.progress().of(school.dossier, LocalDate.of(2026, 9, 10));
        assertThat(then.on("C3.1")
                        .orElseThrow()
                        .seenBy(Perspective.TEACHER)
                        .orElseThrow()
                        .points())
                .extracting(Trajectory.Point::assessment)
                .hasSize(1)
                .doesNotContain(after.id());
        // Winter time ends the day an hour later.
        school.clock.set("2026-10-25T22:59:59Z");
        school.positioned(school.durand, "C1.1", "acquis");
        assertThat(level(school.emma.progress().of(school.dossier, LocalDate.of(2026, 10, 25)), "C1.1"))
                .isEqualTo("acquis");
    }

    @Test
    void a_correction_made_later_does_not_change_what_was_known_before() {
        Assessment first = school.positioned(school.durand, "C3.1", "acquis");
        school.clock.advance(Duration.ofDays(3));
        school.durand
                .assessments()
                .correct(school.dossier, first.id(), NewPositioning.of("C3.1", "decouverte"), "Erreur.");
        Trajectory.Point then = school.emma
                .progress()
                .of(school.dossier, VosReves.TODAY)
                .on("C3.1")
                .orElseThrow()
                .seenBy(Perspective.TEACHER)
                .orElseThrow()
                .points()
                .get(0);
        assertThat(then.stands()).isTrue();
        assertThat(level(school.emma.progress().of(school.dossier, VosReves.TODAY), "C3.1"))
                .isEqualTo("acquis");
        assertThat(level(school.emma.progress().of(school.dossier), "C3.1")).isEqualTo("decouverte");
    }

    @Test
    void the_matrix_shows_nothing_yet_as_neither_level_nor_zero_and_those_who_were_members_then() {
        school.positioned(school.durand, "C3.1", "acquis");
        Matrix now = school.durand.progress().matrix(school.cohort);
        assertThat(now.columns()).hasSize(9);
        assertThat(now.lines()).extracting(each -> each.learner().value()).containsExactlyElementsOf(VosReves.LEARNERS);
        assertThat(now.lines().get(0).cells()).hasSize(1);
        assertThat(now.lines().get(1).dossier()).as("Lina has no dossier yet").isNull();
        school.clock.advance(Duration.ofDays(10));
        school.head.cohorts().leave(school.cohort, PersonId.of("malo"));
        school.head.cohorts().enrol(VosReves.CLASS, learners("zoe"));
        assertThat(school.durand.progress().matrix(school.cohort).lines())
                .extracting(each -> each.learner().value())
                .containsExactly("emma", "lina", "yanis", "zoe");
        assertThat(school.durand
                        .progress()
                        .matrix(school.cohort, null, VosReves.TODAY)
                        .lines())
                .extracting(each -> each.learner().value())
                .as("malo's dossier is closed to the teacher by now")
                .containsExactly("emma", "lina", "yanis");
        assertThat(school.headReading(school.malos)
                        .progress()
                        .matrix(school.cohort, null, VosReves.TODAY)
                        .lines())
                .extracting(each -> each.learner().value())
                .as("what the head opened for a reason")
                .containsExactly("malo");
    }

    @Test
    void a_clock_that_was_set_back_loses_no_level_of_the_matrix() {
        school.clock.advance(Duration.ofHours(3));
        school.positioned(school.durand, "C3.1", "acquis");
        school.clock.advance(Duration.ofHours(-1));
        school.positioned(school.petit, "C3.2", "acquis");
        school.clock.advance(Duration.ofHours(2));
        assertThat(school.durand.progress().matrix(school.cohort).lines().get(0).cells())
                .hasSize(2);
    }

    @Test
    void the_matrix_of_now_is_the_matrix_as_of_today_after_any_history() {
        long seed = 20260907;
        Random random = new Random(seed);
        List<LevelPolicy> policies = List.of(
                LevelPolicies.latestTeacherPositioning(),
                LevelPolicies.bestOfLast(2),
                LevelPolicies.majorityOfLast(3),
                LevelPolicies.allSubCompetencies());
        var sno = BundledFrameworks.MC_SNO.framework();
        List<String> codes = sno.competencies().stream()
                .flatMap(each -> java.util.stream.Stream.concat(
                        java.util.stream.Stream.of((Item) each), each.subCompetencies().stream()))
                .map(each -> each.code().value())
                .toList();
        for (LevelPolicy policy : policies) {
            AdoptionId adoption = school.head.frameworks().adopt(sno.id(), ExampleScales.FOUR_STEPS, policy);
            DossierId dossier = school.emma.dossiers().open(adoption);
            List<Assessment> given = new ArrayList<>();
            for (int step = 0; step < 60; step++) {
                school.clock.advance(Duration.ofHours(random.nextInt(30)));
                Desk teacher = random.nextBoolean() ? school.durand : school.petit;
                String code = codes.get(random.nextInt(codes.size()));
                NewPositioning input = random.nextInt(6) == 0
                        ? NewPositioning.notApplicable(code)
                        : NewPositioning.of(code, randomLevel(random));
                LocalDate today = LocalDate.ofInstant(school.clock.instant(), VosReves.PARIS);
                input = input.because("x")
                        .observedOn(today.minusDays(random.nextInt(9)))
                        .confirmingTheDay();
                try {
                    if (random.nextInt(4) > 0 || given.isEmpty()) {
                        given.add(teacher.assessments().position(dossier, input));
                    } else {
                        Assessment earlier = given.get(random.nextInt(given.size()));
                        given.add(
                                random.nextBoolean()
                                        ? teacher.assessments().retract(dossier, earlier.id(), "x")
                                        : teacher.assessments()
                                                .correct(
                                                        dossier,
                                                        earlier.id(),
                                                        NewPositioning.of(
                                                                earlier.competency(),
                                                                org.eportfolio.framework.LevelId.of(
                                                                        randomLevel(random))),
                                                        "x"));
                    }
                } catch (org.eportfolio.DeniedException | org.eportfolio.ConflictException e) {
                    continue;
                }
                Matrix now = school.durand.progress().matrix(school.cohort, adoption);
                Matrix today2 = school.durand.progress().matrix(school.cohort, adoption, today);
                assertThat(now.lines())
                        .as("seed %s, %s, step %s", seed, policy, step)
                        .isEqualTo(today2.lines());
                Progress progress = school.emma.progress().of(dossier);
                Map<String, Outcome> shown = progress.all()
                        .filter(each -> each.current().outcome() != null)
                        .collect(Collectors.toMap(
                                each -> each.item().code().value(),
                                each -> java.util.Objects.requireNonNull(
                                        each.current().outcome())));
                Map<String, Outcome> carded = now.lines().get(0).cells().entrySet().stream()
                        .collect(Collectors.toMap(
                                each -> each.getKey().value(),
                                each -> each.getValue().outcome()));
                assertThat(carded)
                        .as("seed %s, %s, step %s", seed, policy, step)
                        .isEqualTo(shown);
            }
        }
        assertThat(school.head.journal().verify().faults()).isEmpty();
    }

    @Test
    void a_card_of_levels_of_the_first_version_says_the_same_and_goes_on() {
        school.positioned(school.durand, "C3.1", "acquis");
        Matrix before = school.durand.progress().matrix(school.cohort);
        Scope scope = new Scope(school.dossier.value());
        Row card = school.store.<Row>read(
                view -> view.list(scope, new Kind("levels"), null, 1).get(0));
        String older = card.body()
                .replaceFirst("\"v\":2", "\"v\":1")
                .replaceFirst("\"recordedUpTo\":[0-9]+,", "")
                .replaceFirst(
                        "\"C3.1\":\"(.{10}) acquis\"",
                        "\"C3.1\":{\"outcome\":\"LEVEL\",\"level\":\"acquis\",\"observedOn\":\"$1\"}");
        assertThat(older).contains("\"v\":1", "\"outcome\"").doesNotContain("recordedUpTo");
        Row kept = new Row(scope, card.kind(), card.id(), older, card.keys());
        school.store.commit(new Change(Map.of(), List.of(), List.of(kept), List.of()));
        try (Portfolio reopened =
                Portfolio.with(school.store).clock(school.clock).build()) {
            Desk teacher = reopened.as(Actor.of("m.durand"));
            assertThat(teacher.progress().matrix(school.cohort).lines()).isEqualTo(before.lines());
            assertThat(school.head.journal().verify().faults()).isEmpty();
            school.clock.advance(Duration.ofMinutes(1));
            teacher.assessments()
                    .position(
                            school.dossier,
                            NewPositioning.of("C3.1", "en-cours").because("Vu en TP."));
            assertThat(teacher.progress().matrix(school.cohort).lines())
                    .isEqualTo(teacher.progress()
                            .matrix(school.cohort, null, VosReves.TODAY)
                            .lines());
            assertThat(school.head.journal().verify().faults()).isEmpty();
        }
    }

    private static String randomLevel(Random random) {
        return ExampleScales.FOUR_STEPS.levels().get(random.nextInt(4)).id().value();
    }

    @Test
    void the_latest_teacher_positioning_counts_and_every_other_says_why_not() {
        Assessment superseded = school.positioned(school.durand, "C3.1", "decouverte");
        Assessment corrected = school.durand
                .assessments()
                .correct(school.dossier, superseded.id(), NewPositioning.of("C3.1", "en-cours"), "x");
        Assessment own = school.emma.assessments().publish(school.dossier, NewSelfAssessment.of("C3.1", "maitrise"));
        school.clock.advance(Duration.ofDays(1));
        Assessment latest = school.positioned(school.petit, "C3.1", "acquis");
        Assessment taken = school.positioned(school.petit, "C3.1", "maitrise");
        Assessment retraction = school.petit.assessments().retract(school.dossier, taken.id(), "x");
        CurrentLevel current = on("C3.1").current();
        assertThat(current.policy()).isEqualTo("latest-teacher-positioning");
        assertThat(current.counted()).containsExactly(latest.id());
        assertThat(why(current))
                .isEqualTo(Map.of(
                        superseded.id(), Why.SUPERSEDED,
                        corrected.id(), Why.LEFT_OUT_BY_POLICY,
                        own.id(), Why.OTHER_PERSPECTIVE,
                        taken.id(), Why.SUPERSEDED,
                        retraction.id(), Why.RETRACTION));
    }

    @Test
    void the_best_of_the_last_n_forgets_what_lies_before_them() {
        DossierId dossier = under(LevelPolicies.bestOfLast(2));
        days(dossier, "C3.1", "maitrise", "en-cours", "acquis");
        assertThat(current(dossier, "C3.1")).isEqualTo("acquis");
        days(dossier, "C3.2", "en-cours");
        assertThat(current(dossier, "C3.2")).as("of fewer, if there are fewer").isEqualTo("en-cours");
    }

    @Test
    void the_majority_of_the_last_n_needs_n_and_takes_the_later_of_a_tie() {
        DossierId dossier = under(LevelPolicies.majorityOfLast(3));
        days(dossier, "C3.1", "acquis", "acquis");
        assertThat(current(dossier, "C3.1")).as("too few").isNull();
        days(dossier, "C3.1", "decouverte");
        assertThat(current(dossier, "C3.1")).isEqualTo("acquis");
        days(dossier, "C3.1", "maitrise");
        assertThat(current(dossier, "C3.1"))
                .as("three levels once each: the latest")
                .isEqualTo("maitrise");
    }

    @Test
    void not_applicable_is_an_answer_and_neither_a_level_nor_nothing_yet() {
        for (LevelPolicy policy : List.of(
                LevelPolicies.latestTeacherPositioning(),
                LevelPolicies.bestOfLast(2),
                LevelPolicies.majorityOfLast(1))) {
            DossierId dossier = under(policy);
            days(dossier, "C3.1", "acquis");
            school.clock.advance(Duration.ofDays(1));
            school.durand
                    .assessments()
                    .position(dossier, NewPositioning.notApplicable("C3.1").because("Dispensée."));
            CurrentLevel current =
                    school.emma.progress().of(dossier).on("C3.1").orElseThrow().current();
            assertThat(current.outcome()).as(policy.name()).isEqualTo(Outcome.NOT_APPLICABLE);
            assertThat(current.level()).isNull();
            days(dossier, "C3.1", "en-cours");
            assertThat(current(dossier, "C3.1")).as(policy.name()).isNotNull();
        }
    }

    @Test
    void all_sub_competencies_gives_the_lowest_once_each_has_one_and_it_may_diverge() {
        DossierId dossier = under(LevelPolicies.allSubCompetencies());
        days(dossier, "C1.1", "maitrise");
        days(dossier, "C1.1/1", "acquis");
        days(dossier, "C1.1/2", "en-cours");
        assertThat(current(dossier, "C1.1")).as("one part is missing").isNull();
        school.durand
                .assessments()
                .position(dossier, NewPositioning.notApplicable("C1.1/3").because("x"));
        assertThat(current(dossier, "C1.1")).isEqualTo("en-cours");
        days(dossier, "C1.2", "acquis");
        assertThat(current(dossier, "C1.2")).as("no parts: its own").isEqualTo("acquis");
        days(dossier, "C1.3/1", "en-cours");
        school.emma.assessments().publish(dossier, NewSelfAssessment.of("C1.3", "acquis"));
        assertThat(school.emma.progress().of(dossier).divergences())
                .extracting(Divergence::toString)
                .containsExactly("C1.3: TEACHER ◔ en-cours < SELF ◕ acquis");
    }

    @Test
    void a_competency_is_uncovered_until_somebody_says_something_on_it_or_a_part() {
        assertThat(school.emma.progress().of(school.dossier).uncovered()).hasSize(9);
        school.positioned(school.durand, "C1.1/2", "acquis");
        school.emma.assessments().publish(school.dossier, NewSelfAssessment.of("C2.1", "acquis"));
        assertThat(school.emma.progress().of(school.dossier).uncovered())
                .hasSize(7)
                .extracting(item -> item.code().value())
                .doesNotContain("C1.1", "C2.1");
    }

    @Test
    void no_answer_has_a_place_for_a_mean_a_sum_or_a_percentage() {
        for (Class<?> answer : List.of(
                Progress.class,
                CompetencyProgress.class,
                CurrentLevel.class,
                Trajectory.class,
                Trajectory.Point.class,
                Divergence.class,
                Matrix.class,
                Matrix.Line.class,
                Matrix.Cell.class,
                Level.class)) {
            for (RecordComponent each : answer.getRecordComponents()) {
                assertThat(each.getType().isPrimitive() || Number.class.isAssignableFrom(each.getType()))
                        .as(answer.getSimpleName() + "." + each.getName())
                        .isFalse();
            }
        }
    }

    @Test
    void levels_of_different_adoptions_never_meet() {
        AdoptionId degrees =
                school.head.frameworks().adopt(BundledFrameworks.MC_SNO, ExampleScales.THREE_DEGREES_OF_AUTONOMY);
        school.emma.dossiers().accompany(school.dossier, degrees);
        school.positioned(school.durand, "C3.1", "acquis");
        at(NewPositioning.of("C3.1", "seul").because("x").under(degrees));
        assertThat(current(school.dossier, "C3.1")).isEqualTo("acquis");
        assertThat(level(school.emma.progress().of(school.dossier, degrees, VosReves.TODAY), "C3.1"))
                .isEqualTo("seul");
        assertThat(school.portfolio
                        .as(Actor.of("m.durand").acting(Role.TEACHER))
                        .progress()
                        .matrix(school.cohort, degrees)
                        .lines()
                        .get(0)
                        .cells())
                .hasSize(1);
    }

    private Assessment at(NewPositioning input) {
        return school.durand.assessments().position(school.dossier, input);
    }

    private CompetencyProgress on(String code) {
        return school.emma.progress().of(school.dossier).on(code).orElseThrow();
    }

    private DossierId under(LevelPolicy policy) {
        return school.emma
                .dossiers()
                .open(school.head
                        .frameworks()
                        .adopt(BundledFrameworks.MC_SNO.framework().id(), ExampleScales.FOUR_STEPS, policy));
    }

    /** One positioning a day. */
    private void days(DossierId dossier, String code, String... levels) {
        for (String level : levels) {
            school.clock.advance(Duration.ofDays(1));
            school.durand
                    .assessments()
                    .position(dossier, NewPositioning.of(code, level).because("x"));
        }
    }

    private @Nullable String current(DossierId dossier, String code) {
        return level(school.emma.progress().of(dossier), code);
    }

    private static @Nullable String level(Progress progress, String code) {
        Level level = progress.on(code).orElseThrow().current().level();
        return level == null ? null : level.id().value();
    }

    private static Map<AssessmentId, Why> why(CurrentLevel current) {
        Function<CurrentLevel.NotCounted, AssessmentId> assessment = CurrentLevel.NotCounted::assessment;
        return current.others().stream().collect(Collectors.toMap(assessment, CurrentLevel.NotCounted::why));
    }
}
