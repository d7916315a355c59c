package org.eportfolio.guidance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eportfolio.Message;
import org.eportfolio.framework.Code;
import org.jspecify.annotations.Nullable;

/**
 * A step that would help a learner, and why. Only a proposal: the teacher decides.
 *
 * @param mission the mission proposed; {@code null} where no candidate trains the competency
 * @param covers the gaps that it helps with, at least one, the weightiest first
 */
public record Suggestion(@Nullable Candidate mission, List<Gap> covers) {
    private static final Comparator<Gap> WEIGHTIEST_FIRST =
            Comparator.comparing(Gap::reason).thenComparing(Gap::apart, Comparator.reverseOrder());

    public Suggestion {
        covers = List.copyOf(covers);
        if (covers.isEmpty()) throw new IllegalArgumentException("a suggestion covers a gap");
    }

    /** The competency that it is mainly about. */
    public Code competency() {
        return covers.get(0).competency();
    }

    /** The facts that speak for it, and where the mission comes from, in this language. */
    public String why(Locale locale) {
        Stream<Message> facts = covers.stream().map(Gap::because);
        Stream<Message> from = mission == null || mission.origin() == Candidate.Origin.HOST
                ? Stream.empty()
                : Stream.of(Message.of(
                        mission.origin() == Candidate.Origin.YEAR_PLAN
                                ? "suggestion.year-plan"
                                : "suggestion.framework",
                        mission.label()));
        String separator = Message.of("sentences.separator").in(locale);
        return Stream.concat(facts, from).map(each -> each.in(locale)).collect(Collectors.joining(separator));
    }

    /**
     * The rule. Gaps are taken by their reason (uncovered, then targets above what is reached, then divergences), among
     * equal reasons those furthest apart first, and else in the order given, which is the framework's. For the first gap
     * that is left, the candidate that helps with it is chosen which helps with the most gaps that are left; among
     * equals the first given. The suggestion covers all of those, and they are left no more. A gap that no candidate
     * helps with is suggested without a mission, together with the other gaps of that competency. No candidate is
     * suggested twice. A pure function: same gaps and candidates, same suggestions.
     *
     * @param most how many suggestions at most
     */
    public static List<Suggestion> forGaps(List<Gap> gaps, List<Candidate> candidates, int most) {
        List<Gap> left = new ArrayList<>(gaps);
        left.sort(WEIGHTIEST_FIRST);
        List<Candidate> unused = new ArrayList<>(candidates);
        List<Suggestion> suggestions = new ArrayList<>();
        while (!left.isEmpty() && suggestions.size() < most) {
            Gap first = left.get(0);
            Candidate best = null;
            List<Gap> covered = left.stream()
                    .filter(gap -> gap.competency().equals(first.competency()))
                    .toList();
            int bestCount = 0;
            for (Candidate each : unused) {
                Set<Code> trained = new HashSet<>(each.competencies());
                if (!first.coveredBy(trained)) continue;
                List<Gap> helped =
                        left.stream().filter(gap -> gap.coveredBy(trained)).toList();
                if (helped.size() <= bestCount) continue;
                best = each;
                bestCount = helped.size();
                covered = helped;
            }
            unused.remove(best);
            left.removeAll(covered);
            suggestions.add(new Suggestion(best, covered));
        }
        return suggestions;
    }
}
