package org.eportfolio.core.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eportfolio.core.Refused.refused;
import static org.eportfolio.core.Refused.stale;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.eportfolio.ConflictException;
import org.eportfolio.DeniedException;
import org.eportfolio.NotFoundException;
import org.eportfolio.PageRequest;
import org.eportfolio.core.Story;
import org.eportfolio.core.VosReves;
import org.eportfolio.dossier.Citation;
import org.eportfolio.guidance.Goal;
import org.eportfolio.guidance.NewGoal;
import org.eportfolio.guidance.Step;
import org.eportfolio.id.GoalId;
import org.eportfolio.school.Role;
import org.junit.jupiter.api.Test;

/** A7: « Se fixer des objectifs ». */
class A7GoalsTest extends Story {
    @Test
    void a_goal_has_a_competency_a_target_a_day_and_steps() {
        Goal goal = set();
        assertThat(goal.status()).isEqualTo(Goal.Status.OPEN);
        assertThat(goal.steps()).containsExactly(new Step("Lire le registre", false), new Step("Résumer", false));
        assertThat(school.durand
                        .goals()
                        .list(school.dossier, PageRequest.first(10))
                        .items())
                .containsExactly(goal);
        Goal stepped = school.emma.goals().completeStep(goal, 1);
        assertThat(stepped.steps()).extracting(Step::done).containsExactly(false, true);
        Goal reopened = school.emma.goals().reopenStep(stepped, 1);
        assertThat(reopened.steps()).isEqualTo(goal.steps());
        refused(() -> school.emma.goals().completeStep(reopened, 2), "3");
        refused(() -> school.emma.goals().reopenStep(reopened, -1), "2");
    }

    @Test
    void a_goal_without_a_day_a_known_code_or_a_level_of_the_scale_is_refused() {
        refused(() -> school.emma.goals().set(school.dossier, NewGoal.of("C3.2", "acquis")), "due date");
        NewGoal due = NewGoal.of("C9.9", "acquis").by(VosReves.TODAY);
        refused(() -> school.emma.goals().set(school.dossier, due), "C9.9");
        refused(
                () -> school.emma
                        .goals()
                        .set(school.dossier, NewGoal.of("C3.2", "seul").by(VosReves.TODAY)),
                "seul");
        refused(
                () -> school.emma
                        .goals()
                        .set(
                                school.dossier,
                                NewGoal.of("C3.2", "acquis").by(VosReves.TODAY).step("a\u0007")),
                "steps[0]");
    }

    @Test
    void it_is_reached_only_when_the_learner_claims_it_with_evidence_and_a_teacher_confirms() {
        Goal goal = set();
        state(() -> school.durand.goals().confirm(goal, "Trop tôt."), "open");
        refused(() -> school.emma.goals().claim(goal, "C'est fait."), "evidence");
        Goal claimed = claim(goal);
        assertThat(claimed.status()).isEqualTo(Goal.Status.CLAIMED);
        assertThatThrownBy(() -> school.emma.goals().confirm(claimed, "Je confirme."))
                .isInstanceOf(DeniedException.class);
        Goal reached = school.durand.goals().confirm(claimed, "Oui.");
        assertThat(reached.status()).isEqualTo(Goal.Status.REACHED);
        assertThat(reached.claim()).isEqualTo(claimed.claim());
        assertThat(reached.answer()).isNotNull();
        assertThat(reached.answer().role()).isEqualTo(Role.TEACHER);
    }

    @Test
    void a_declined_claim_opens_the_goal_again_and_says_why() {
        Goal goal = set();
        Goal claimed = claim(goal);
        refused(() -> school.durand.goals().decline(claimed, "  "), "note");
        Goal declined = school.durand.goals().decline(claimed, "Il manque le registre.");
        assertThat(declined.status()).isEqualTo(Goal.Status.OPEN);
        assertThat(declined.claim()).isNotNull();
        assertThat(declined.answer()).isNotNull();
        assertThat(declined.answer().note()).isEqualTo("Il manque le registre.");
        Goal again = claim(declined);
        assertThat(again.answer()).isNull();
        assertThat(again.revision()).isEqualTo(4);
    }

    @Test
    void each_state_allows_its_own_steps_only() {
        Goal claimed = claim(set());
        state(() -> school.emma.goals().completeStep(claimed, 0), "claimed");
        state(() -> claim(claimed), "claimed");
        Goal reached = school.durand.goals().confirm(claimed, "");
        state(() -> school.emma.goals().abandon(reached), "reached");
        state(() -> claim(reached), "reached");

        Goal given = set();
        Goal abandoned = school.emma.goals().abandon(given);
        assertThat(abandoned.status()).isEqualTo(Goal.Status.ABANDONED);
        state(() -> school.emma.goals().abandon(abandoned), "given up");
        state(() -> claim(abandoned), "given up");
        assertThat(school.emma
                        .goals()
                        .list(school.dossier, PageRequest.first(10))
                        .items())
                .hasSize(2);
        assertThatThrownBy(() -> school.emma.goals().abandon(elsewhere(given))).isInstanceOf(NotFoundException.class);
    }

    /** The same goal under an id that none has. */
    private static Goal elsewhere(Goal goal) {
        return new Goal(
                new GoalId(VosReves.nowhere()),
                goal.dossier(),
                goal.adoption(),
                goal.competency(),
                goal.target(),
                goal.dueOn(),
                goal.steps(),
                goal.status(),
                goal.claim(),
                goal.answer(),
                goal.interview(),
                goal.setAt(),
                goal.revision());
    }

    @Test
    void a_goal_that_changed_since_it_was_read_is_refused() {
        Goal seen = set();
        Goal stepped = school.emma.goals().completeStep(seen, 0);
        Citation shown = Citation.of(school.mindMap());
        stale(school, () -> school.emma.goals().completeStep(seen, 1));
        stale(school, () -> school.emma.goals().reopenStep(seen, 0));
        stale(school, () -> school.emma.goals().claim(seen, "Le voici.", shown));
        stale(school, () -> school.emma.goals().abandon(seen));
        Goal claimed = claim(stepped);
        Goal declined = school.durand.goals().decline(claimed, "Il manque le registre.");
        stale(school, () -> school.durand.goals().confirm(claimed, "Oui."));
        stale(school, () -> school.durand.goals().decline(claimed, "Encore."));
        assertThat(school.emma.goals().abandon(declined).status()).isEqualTo(Goal.Status.ABANDONED);
    }

    @Test
    void a_claimed_goal_may_be_given_up() {
        assertThat(school.emma.goals().abandon(claim(set())).status()).isEqualTo(Goal.Status.ABANDONED);
    }

    @Test
    void a_gap_is_an_open_goal_above_what_is_reached_the_most_urgent_first() {
        Goal later = school.emma
                .goals()
                .set(school.dossier, NewGoal.of("C3.1", "maitrise").by(LocalDate.of(2027, 6, 1)));
        Goal sooner = set();
        assertThat(school.emma.progress().of(school.dossier).gaps())
                .extracting(each -> each.goal())
                .containsExactly(sooner.id(), later.id());
        school.positioned(school.durand, "C3.2", "acquis");
        school.positioned(school.durand, "C3.1", "acquis");
        assertThat(school.durand.progress().of(school.dossier).gaps())
                .singleElement()
                .satisfies(gap -> {
                    assertThat(gap.goal()).isEqualTo(later.id());
                    assertThat(gap.reached()).isNotNull();
                });
        school.emma.goals().abandon(later);
        assertThat(school.emma.progress().of(school.dossier).gaps()).isEmpty();
    }

    private Goal set() {
        return school.emma
                .goals()
                .set(
                        school.dossier,
                        NewGoal.of("C3.2", "acquis")
                                .by(LocalDate.of(2027, 3, 1))
                                .step("Lire le registre")
                                .step("Résumer"));
    }

    private Goal claim(Goal goal) {
        return school.emma.goals().claim(goal, "Le voici.", Citation.of(school.mindMap()));
    }

    private static void state(ThrowingCallable call, String state) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ConflictException.class, conflict -> {
            assertThat(conflict.getMessage()).contains(state);
            assertThat(conflict.message(Locale.FRENCH)).doesNotContain(List.of("OPEN", "CLAIMED"));
            assertThat(conflict.expected()).isEqualTo(-1);
        });
    }
}
