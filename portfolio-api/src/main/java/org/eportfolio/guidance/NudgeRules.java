package org.eportfolio.guidance;

import java.util.List;
import java.util.function.Function;
import org.eportfolio.Message;

/** The rules for nudges that ship, each with its text in every language of the library. */
public final class NudgeRules {
    private static final int DAYS_BEFORE_DUE = 7;
    private static final int DAYS_OF_WAITING = 14;

    private NudgeRules() {}

    /** All of them, in the order in which they speak. */
    public static List<NudgeRule> all() {
        return List.of(goalDue(), draftWaiting(), noEvidence());
    }

    /** {@code goal-due}: an open goal is due within 7 days. */
    public static NudgeRule goalDue() {
        return new Named(
                "goal-due",
                facts -> facts.goals().stream()
                        .filter(goal -> goal.status() == Goal.Status.OPEN)
                        .filter(goal -> !goal.dueOn().isBefore(facts.today())
                                && !goal.dueOn().isAfter(facts.today().plusDays(DAYS_BEFORE_DUE)))
                        .map(goal -> NudgeRule.Hint.of(
                                goal.id().toString(), Message.of("nudge.goal-due", goal.competency(), goal.dueOn())))
                        .toList());
    }

    /** {@code draft-waiting}: nothing was changed in a self-assessment's draft for two weeks. */
    public static NudgeRule draftWaiting() {
        return new Named(
                "draft-waiting",
                facts -> facts.drafts().stream()
                        .filter(draft -> !draft.savedOn().isAfter(facts.today().minusDays(DAYS_OF_WAITING)))
                        .map(draft -> NudgeRule.Hint.of(
                                draft.id().toString(),
                                Message.of("nudge.draft-waiting", draft.competency(), draft.savedOn())))
                        .toList());
    }

    /** {@code no-evidence}: no production shows a competency yet, and no assessment of it cites any. */
    public static NudgeRule noEvidence() {
        return new Named(
                "no-evidence",
                facts -> facts.competencies().stream()
                        .filter(trace -> trace.evidenceOn() == null)
                        .map(trace -> NudgeRule.Hint.of(
                                trace.competency().toString(),
                                Message.of("nudge.no-evidence", trace.competency(), trace.label())))
                        .toList());
    }

    private record Named(String name, Function<NudgeFacts, List<NudgeRule.Hint>> rule) implements NudgeRule {
        @Override
        public List<Hint> hints(NudgeFacts facts) {
            return rule.apply(facts);
        }
    }
}
