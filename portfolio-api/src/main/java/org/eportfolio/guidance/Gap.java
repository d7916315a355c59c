package org.eportfolio.guidance;

import java.util.Objects;
import java.util.Set;
import org.eportfolio.Message;
import org.eportfolio.framework.Code;

/**
 * Something that a learner's published facts leave open (« identifier les écarts »), as a reason to suggest a step.
 *
 * @param competency the competency or sub-competency
 * @param parts the sub-competencies of a competency
 * @param apart how many levels lie between target and reached, or between two perspectives; 0 where nothing was said.
 *     Only for putting gaps in an order, never shown as a number
 * @param because the fact, in words
 */
public record Gap(Code competency, Set<Code> parts, Reason reason, int apart, Message because) {
    /** Why it is a gap; the earlier constant weighs more. */
    public enum Reason {
        /** There is no assessment of it yet. */
        UNCOVERED,
        /** A goal aims higher than what is reached. */
        TARGET,
        /** Two perspectives differ. */
        DIVERGENCE
    }

    public Gap {
        Objects.requireNonNull(competency, "competency");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(because, "because");
        parts = Set.copyOf(parts);
    }

    /** Whether something that trains these competencies helps with it: the competency itself, or a part of it. */
    public boolean coveredBy(Set<Code> trained) {
        return trained.contains(competency) || parts.stream().anyMatch(trained::contains);
    }
}
