package org.eportfolio.core.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eportfolio.core.Refusals.refused;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.eportfolio.DeniedException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.NotFoundException;
import org.eportfolio.PageRequest;
import org.eportfolio.PluginException;
import org.eportfolio.assessment.NewSelfAssessment;
import org.eportfolio.core.BundledFrameworks;
import org.eportfolio.core.Desk;
import org.eportfolio.core.ExampleScales;
import org.eportfolio.core.InMemoryStore;
import org.eportfolio.core.PassingStore;
import org.eportfolio.core.Portfolio;
import org.eportfolio.core.Story;
import org.eportfolio.core.VosReves;
import org.eportfolio.guidance.NewGoal;
import org.eportfolio.guidance.Nudge;
import org.eportfolio.guidance.NudgeDigest;
import org.eportfolio.guidance.NudgeFacts;
import org.eportfolio.guidance.NudgeRule;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.DossierId;
import org.eportfolio.spi.PortfolioStore;
import org.eportfolio.spi.View;
import org.junit.jupiter.api.Test;

/** Row B7: nudges, to the learner alone. */
class B7NudgesTest extends Story {
    private static final Duration WEEK = Duration.ofDays(7);

    private static NudgeRule rule(String name, Function<NudgeFacts, List<NudgeRule.Hint>> hints) {
        return new NudgeRule() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public List<Hint> hints(NudgeFacts facts) {
                return hints.apply(facts);
            }
        };
    }

    private List<String> told() {
        return school.emma.nudges().due(school.dossier).stream()
                .map(each -> each.in(Locale.ENGLISH))
                .toList();
    }

    @Test
    void what_lacks_evidence_is_said_in_both_languages_and_five_things_at_most() {
        school.mindMap();
        List<Nudge> due = school.emma.nudges().due(school.dossier);
        assertThat(due).hasSize(5).allMatch(each -> each.rule().equals("no-evidence"));
        assertThat(due.get(0).in(Locale.FRENCH)).startsWith("Pas encore de trace sur C1.1 (");
        assertThat(due.get(0).in(Locale.UK)).startsWith("No evidence yet on C1.1 (");
        assertThat(due.get(0).in(Locale.GERMAN)).as("else English").startsWith("No evidence yet");
        assertThat(due).noneMatch(each -> each.about().equals("C3.1"));
    }

    @Test
    void a_goal_that_is_due_and_a_draft_that_waits_are_said_before_that() {
        school.emma.goals().set(school.dossier, NewGoal.of("C3.2", "acquis").by(VosReves.TODAY.plusDays(21)));
        school.emma.assessments().draft(school.dossier, NewSelfAssessment.on("C2.1"));
        assertThat(told()).allMatch(each -> each.startsWith("No evidence"));
        school.clock.advance(Duration.ofDays(14));
        assertThat(told())
                .startsWith(
                        "Your goal on C3.2 is due on 28 September 2026.",
                        "Your self-assessment on C2.1 has been a draft since 7 September 2026: finish it or discard it.");
        school.clock.advance(Duration.ofDays(8));
        assertThat(told()).as("past its day").noneMatch(each -> each.startsWith("Your goal"));
    }

    @Test
    void nudges_come_once_a_week_at_most_and_reading_does_not_count() {
        long before = school.journalLength();
        List<Nudge> due = school.emma.nudges().due(school.dossier);
        assertThat(school.emma.nudges().due(school.dossier)).isEqualTo(due);
        assertThat(school.journalLength()).isEqualTo(before);

        NudgeDigest seen = school.emma.nudges().seen(school.dossier).orElseThrow();
        assertThat(seen.nudges()).isEqualTo(due);
        assertThat(told()).isEmpty();
        assertThat(school.emma.nudges().seen(school.dossier)).isEmpty();
        school.clock.advance(WEEK.minusSeconds(1));
        assertThat(told()).isEmpty();
        school.clock.advance(Duration.ofSeconds(1));
        assertThat(told()).hasSize(5);

        assertThat(school.emma
                        .nudges()
                        .history(school.dossier, PageRequest.first(10))
                        .items())
                .containsExactly(seen);
        assertThat(school.emma.nudges().settings(school.dossier).lastSeenAt()).isEqualTo(seen.seenAt());
        assertThat(school.head.journal().verify().faults()).isEmpty();
    }

    @Test
    void once_a_week_holds_over_all_dossiers_of_a_learner() {
        AdoptionId crcn = school.head.frameworks().adopt(BundledFrameworks.CRCN, ExampleScales.FOUR_STEPS);
        DossierId second = school.emma.dossiers().open(crcn);
        assertThat(school.emma.nudges().due(second)).isNotEmpty();
        school.emma.nudges().seen(school.dossier);
        assertThat(school.emma.nudges().due(second)).isEmpty();
        assertThat(school.malo.nudges().due(school.malos)).as("another learner").isNotEmpty();
        school.clock.advance(WEEK);
        assertThat(school.emma.nudges().due(second)).isNotEmpty();
    }

    @Test
    void the_learner_mutes_one_kind_or_all_and_unmutes() {
        assertThat(school.emma.nudges().rules(school.dossier))
                .containsExactly("goal-due", "draft-waiting", "no-evidence");
        school.emma.goals().set(school.dossier, NewGoal.of("C3.2", "acquis").by(VosReves.TODAY.plusDays(3)));
        school.emma.nudges().mute(school.dossier, "no-evidence");
        assertThat(told()).containsExactly("Your goal on C3.2 is due on 10 September 2026.");
        school.emma.nudges().muteAll(school.dossier);
        assertThat(told()).isEmpty();
        assertThat(school.emma.nudges().seen(school.dossier)).isEmpty();
        school.emma.nudges().unmuteAll(school.dossier);
        assertThat(told()).hasSize(1);
        school.emma.nudges().unmute(school.dossier, "no-evidence");
        assertThat(told()).hasSize(5);
        long before = school.journalLength();
        school.emma.nudges().unmute(school.dossier, "no-evidence");
        assertThat(school.journalLength()).as("nothing to change").isEqualTo(before);
        refused(
                InvalidInputException.class,
                "there is no nudge named ranking; there are: goal-due, draft-waiting, no-evidence",
                "il n'y a pas de rappel nommé ranking",
                () -> school.emma.nudges().mute(school.dossier, "ranking"));
    }

    @Test
    void nobody_but_the_learner_sees_them() {
        for (Desk staff : List.of(school.durand, school.head)) {
            refused(
                    DeniedException.class,
                    "see and set one's nudges",
                    "voir et régler ses rappels",
                    () -> staff.nudges().due(school.dossier));
            refused(
                    DeniedException.class,
                    "see and set one's nudges",
                    "voir et régler ses rappels",
                    () -> staff.nudges().history(school.dossier, PageRequest.first(10)));
        }
        refused(
                NotFoundException.class,
                "There is no dossier",
                "Aucun élément",
                () -> school.malo.nudges().seen(school.dossier));
    }

    @Test
    void a_host_adds_rules_which_speak_last_and_can_be_muted_like_any() {
        school.close();
        NudgeRule hello = rule(
                "hello",
                facts -> List.of(new NudgeRule.Hint(
                        "library", Map.of("fr", "Pensez au CDI, " + facts.today() + ".", "br", "Demat"))));
        try (VosReves other = VosReves.over(new InMemoryStore(), builder -> builder.nudgeRule(hello))) {
            other.emma.nudges().mute(other.dossier, "no-evidence");
            assertThat(other.emma.nudges().due(other.dossier))
                    .containsExactly(
                            new Nudge("hello", "library", Map.of("fr", "Pensez au CDI, 2026-09-07.", "br", "Demat")));
            assertThat(other.emma.nudges().due(other.dossier).get(0).in(Locale.GERMAN))
                    .isEqualTo("Demat");
            other.emma.nudges().mute(other.dossier, "hello");
            assertThat(other.emma.nudges().due(other.dossier)).isEmpty();
        }
    }

    @Test
    void a_rule_that_fails_is_named() {
        school.close();
        NudgeRule unlucky = rule("unlucky", facts -> {
            throw new IllegalStateException("no luck");
        });
        try (VosReves other = VosReves.over(new InMemoryStore(), builder -> builder.nudgeRule(unlucky))) {
            other.emma.nudges().mute(other.dossier, "no-evidence");
            refused(
                    PluginException.class,
                    "The host's NudgeRule unlucky failed: java.lang.IllegalStateException: no luck",
                    "NudgeRule unlucky",
                    () -> other.emma.nudges().due(other.dossier));
            refused(
                    PluginException.class,
                    "NudgeRule unlucky failed",
                    "NudgeRule unlucky",
                    () -> other.emma.nudges().seen(other.dossier));
            other.emma.nudges().mute(other.dossier, "unlucky");
            assertThat(other.emma.nudges().due(other.dossier)).isEmpty();
        }
    }

    @Test
    void rules_are_asked_with_no_connection_held() {
        school.close();
        WatchedStore store = new WatchedStore(new InMemoryStore());
        List<Integer> open = new ArrayList<>();
        NudgeRule watching = rule("watching", facts -> {
            open.add(store.open);
            return List.of();
        });
        try (VosReves other = VosReves.over(store, builder -> builder.nudgeRule(watching))) {
            other.emma.nudges().mute(other.dossier, "no-evidence");
            other.emma.nudges().due(other.dossier);
            other.emma.nudges().seen(other.dossier);
            other.emma.together(desk -> desk.nudges().due(other.dossier));
        }
        assertThat(open).containsExactly(0, 0, 0);
    }

    /** Counts the reads that are open. */
    private static final class WatchedStore extends PassingStore {
        private int open;

        WatchedStore(PortfolioStore store) {
            super(store);
        }

        @Override
        public <T> T read(Function<? super View, ? extends T> work) {
            open++;
            try {
                return sound.<T>read(work);
            } finally {
                open--;
            }
        }
    }

    @Test
    @SuppressWarnings("NullAway") // what a careless host could do
    void a_rule_that_gives_back_nothing_at_all_is_named() {
        school.close();
        try (VosReves other =
                VosReves.over(new InMemoryStore(), builder -> builder.nudgeRule(rule("nothing", facts -> null)))) {
            other.emma.nudges().mute(other.dossier, "no-evidence");
            refused(
                    PluginException.class,
                    "NudgeRule nothing failed",
                    "NudgeRule nothing",
                    () -> other.emma.nudges().due(other.dossier));
        }
    }

    @Test
    void two_rules_of_one_name_and_a_name_that_is_none_fail_the_building() {
        school.close();
        refused(
                PluginException.class,
                "Two plugins of the kind rule for nudges have the name no-evidence (org.eportfolio.guidance.NudgeRules",
                "règle de rappel",
                () -> building(rule("no-evidence", facts -> List.of())));
        refused(
                PluginException.class,
                "have the name mine (",
                "règle de rappel",
                () -> building(rule("mine", facts -> List.of()), rule("mine", facts -> List.of())));
        refused(
                PluginException.class,
                "does not name a rule for nudges",
                "ne nomme pas une règle de rappel",
                () -> building(rule("Mon Rappel", facts -> List.of())));
    }

    private static void building(NudgeRule... rules) {
        PortfolioStore store = new InMemoryStore();
        Portfolio.Builder builder = Portfolio.with(store);
        for (NudgeRule each : rules) builder.nudgeRule(each);
        builder.build().close();
    }
}
