package org.eportfolio.console.school;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eportfolio.assessment.LevelPolicies;
import org.eportfolio.assessment.LevelPolicy;
import org.eportfolio.console.terminal.Texts;

/** The level policies that ship, by the names that adoptions keep and in words. */
public final class PolicyNames {
    private static final Pattern NUMBERED = Pattern.compile("(best-of-last|majority-of-last)-([0-9]{1,2})");

    private PolicyNames() {}

    /** The policy of this name, such as {@code best-of-last-3}. */
    public static Optional<LevelPolicy> find(String name) {
        if (name.equals(LevelPolicies.latestTeacherPositioning().name())) {
            return Optional.of(LevelPolicies.latestTeacherPositioning());
        }
        if (name.equals(LevelPolicies.allSubCompetencies().name())) {
            return Optional.of(LevelPolicies.allSubCompetencies());
        }
        Matcher numbered = NUMBERED.matcher(name);
        if (!numbered.matches()) return Optional.empty();
        int last = Integer.parseInt(numbered.group(2));
        if (last < 1 || last > LevelPolicies.MOST) return Optional.empty();
        boolean best = numbered.group(1).equals("best-of-last");
        return Optional.of(best ? LevelPolicies.bestOfLast(last) : LevelPolicies.majorityOfLast(last));
    }

    /** In words; the name itself for one that a host contributed. */
    public static String inWords(String name, Texts texts) {
        Matcher numbered = NUMBERED.matcher(name);
        if (!numbered.matches()) return texts.find("policy." + name).orElse(name);
        return texts.say("policy." + numbered.group(1), numbered.group(2));
    }
}
