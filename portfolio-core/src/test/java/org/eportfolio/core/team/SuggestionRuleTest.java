package org.eportfolio.core.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.eportfolio.Message;
import org.eportfolio.framework.Code;
import org.eportfolio.guidance.Candidate;
import org.eportfolio.guidance.Gap;
import org.eportfolio.guidance.Suggestion;
import org.junit.jupiter.api.Test;

/** The rule by which steps are suggested. */
class SuggestionRuleTest {
    private static Gap gap(String code, Gap.Reason reason, int apart, String... parts) {
        return new Gap(
                Code.of(code),
                Set.of(parts).stream().map(Code::of).collect(java.util.stream.Collectors.toSet()),
                reason,
                apart,
                Message.of(code));
    }

    private static List<String> competencies(List<Suggestion> suggestions) {
        return suggestions.stream().map(each -> each.competency().value()).toList();
    }

    @Test
    void uncovered_comes_first_then_targets_then_divergences_each_furthest_apart_first() {
        List<Gap> gaps = List.of(
                gap("C1", Gap.Reason.DIVERGENCE, 1),
                gap("C2", Gap.Reason.DIVERGENCE, 3),
                gap("C3", Gap.Reason.TARGET, 1),
                gap("C4", Gap.Reason.TARGET, 2),
                gap("C5", Gap.Reason.UNCOVERED, 0),
                gap("C6", Gap.Reason.UNCOVERED, 0));
        assertThat(competencies(Suggestion.forGaps(gaps, List.of(), 10)))
                .containsExactly("C5", "C6", "C4", "C3", "C2", "C1");
        assertThat(competencies(Suggestion.forGaps(gaps, List.of(), 2))).containsExactly("C5", "C6");
    }

    @Test
    void equal_gaps_stay_in_the_order_of_the_framework() {
        List<Gap> gaps = List.of(
                gap("C9", Gap.Reason.TARGET, 2), gap("C1", Gap.Reason.TARGET, 2), gap("C5", Gap.Reason.TARGET, 2));
        assertThat(competencies(Suggestion.forGaps(gaps, List.of(), 10))).containsExactly("C9", "C1", "C5");
    }

    @Test
    void the_mission_that_helps_with_most_is_chosen_and_each_only_once() {
        Candidate narrow = Candidate.of("narrow", "Une seule", "C1");
        Candidate wide = Candidate.of("wide", "Plusieurs", "C1", "C3");
        Candidate same = Candidate.of("same", "Autant", "C3", "C1");
        List<Gap> gaps = List.of(
                gap("C1", Gap.Reason.UNCOVERED, 0),
                gap("C2", Gap.Reason.UNCOVERED, 0),
                gap("C3", Gap.Reason.TARGET, 1));
        List<Suggestion> suggestions = Suggestion.forGaps(gaps, List.of(narrow, wide, same), 10);
        assertThat(suggestions).extracting(Suggestion::mission).containsExactly(wide, null);
        assertThat(suggestions.get(0).covers()).containsExactly(gaps.get(0), gaps.get(2));
        assertThat(suggestions.get(1).covers()).containsExactly(gaps.get(1));
    }

    @Test
    void training_a_part_helps_with_the_whole_but_not_the_other_way_round() {
        Candidate part = Candidate.of("part", "Une partie", "C1/1");
        Candidate whole = Candidate.of("whole", "Le tout", "C2");
        assertThat(Suggestion.forGaps(List.of(gap("C1", Gap.Reason.UNCOVERED, 0, "C1/1")), List.of(part), 1))
                .extracting(Suggestion::mission)
                .containsExactly(part);
        assertThat(Suggestion.forGaps(List.of(gap("C2/1", Gap.Reason.TARGET, 1)), List.of(whole), 1))
                .extracting(Suggestion::mission)
                .containsOnlyNulls();
    }

    @Test
    void nothing_is_suggested_where_there_is_no_gap() {
        assertThat(Suggestion.forGaps(List.of(), List.of(Candidate.of("m", "Mission", "C1")), 3))
                .isEmpty();
    }
}
