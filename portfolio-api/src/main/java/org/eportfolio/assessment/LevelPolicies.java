package org.eportfolio.assessment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eportfolio.framework.LevelId;
import org.eportfolio.framework.Scale;
import org.eportfolio.id.AssessmentId;

/** The level policies that ship. All treat the latest "not applicable" as the answer, and leave older ones out. */
public final class LevelPolicies {
    /** How far back a policy may look. */
    public static final int MOST = 20;

    private LevelPolicies() {}

    /** The level of the positioning observed last; the default. */
    public static LevelPolicy latestTeacherPositioning() {
        return new Named("latest-teacher-positioning", subject -> latest(subject.positionings()));
    }

    /** The highest of the last {@code n} levels; of fewer, if there are fewer. */
    public static LevelPolicy bestOfLast(int n) {
        return new Named("best-of-last-" + checked(n), subject -> {
            if (saysNotApplicable(subject.positionings())) return latest(subject.positionings());
            return lastLevels(subject.positionings(), n).stream()
                    .max(byRank(subject.scale()))
                    .map(LevelPolicies::decision)
                    .orElse(LevelPolicy.Decision.NOTHING_YET);
        });
    }

    /**
     * The level given most often among the last {@code n}; of several given equally often, the one observed last.
     * Nothing yet before there are {@code n}.
     */
    public static LevelPolicy majorityOfLast(int n) {
        return new Named("majority-of-last-" + checked(n), subject -> {
            if (saysNotApplicable(subject.positionings())) return latest(subject.positionings());
            List<Assessment> last = lastLevels(subject.positionings(), n);
            return last.size() < n ? LevelPolicy.Decision.NOTHING_YET : majority(last);
        });
    }

    /**
     * The lowest of the sub-competencies' latest levels, leaving out those that do not apply. Nothing yet while one of
     * them has none. A competency without listed sub-competencies goes by its own latest positioning.
     */
    public static LevelPolicy allSubCompetencies() {
        return new Named("all-sub-competencies", subject -> {
            if (subject.ofSubCompetencies().isEmpty()) return latest(subject.positionings());
            List<Assessment> latest = new ArrayList<>();
            Set<AssessmentId> notApplicable = new HashSet<>();
            for (List<Assessment> each : subject.ofSubCompetencies().values()) {
                if (each.isEmpty()) return LevelPolicy.Decision.NOTHING_YET;
                Assessment last = each.get(0);
                if (last.outcome() == Outcome.LEVEL) latest.add(last);
                else notApplicable.add(last.id());
            }
            if (latest.isEmpty()) return LevelPolicy.Decision.notApplicable(notApplicable);
            LevelId lowest = level(latest.stream().min(byRank(subject.scale())).orElseThrow());
            Set<AssessmentId> counted =
                    latest.stream().map(Assessment::id).collect(Collectors.toCollection(HashSet::new));
            counted.addAll(notApplicable);
            return LevelPolicy.Decision.level(lowest, counted);
        });
    }

    private record Named(String name, Function<LevelPolicy.Case, LevelPolicy.Decision> rule) implements LevelPolicy {
        @Override
        public Decision decide(Case subject) {
            return rule.apply(subject);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static LevelPolicy.Decision latest(List<Assessment> positionings) {
        if (positionings.isEmpty()) return LevelPolicy.Decision.NOTHING_YET;
        Assessment last = positionings.get(0);
        return last.outcome() == Outcome.LEVEL ? decision(last) : LevelPolicy.Decision.notApplicable(Set.of(last.id()));
    }

    private static LevelPolicy.Decision decision(Assessment one) {
        return LevelPolicy.Decision.level(level(one), Set.of(one.id()));
    }

    private static LevelPolicy.Decision majority(List<Assessment> last) {
        Map<LevelId, Integer> votes = new HashMap<>();
        for (Assessment each : last) votes.merge(level(each), 1, Integer::sum);
        int most = votes.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        LevelId winner = last.stream()
                .map(LevelPolicies::level)
                .filter(level -> Objects.equals(votes.get(level), most))
                .findFirst()
                .orElseThrow();
        return LevelPolicy.Decision.level(
                winner,
                last.stream()
                        .filter(each -> winner.equals(each.level()))
                        .map(Assessment::id)
                        .collect(Collectors.toSet()));
    }

    private static boolean saysNotApplicable(List<Assessment> positionings) {
        return !positionings.isEmpty() && positionings.get(0).outcome() == Outcome.NOT_APPLICABLE;
    }

    private static List<Assessment> lastLevels(List<Assessment> positionings, int n) {
        return positionings.stream()
                .filter(each -> each.outcome() == Outcome.LEVEL)
                .limit(n)
                .toList();
    }

    private static Comparator<Assessment> byRank(Scale scale) {
        return Comparator.comparingInt(each -> scale.rank(level(each)));
    }

    private static LevelId level(Assessment each) {
        return Objects.requireNonNull(each.level(), "level");
    }

    private static int checked(int n) {
        if (n < 1 || n > MOST) throw new IllegalArgumentException("the last 1 to " + MOST + ", not " + n);
        return n;
    }
}
