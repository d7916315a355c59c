package org.eportfolio.privacy;

import java.util.List;
import java.util.Objects;
import org.eportfolio.InvalidInputException;
import org.eportfolio.Message;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.SealId;
import org.jspecify.annotations.Nullable;

/**
 * What erasing several people would do, as one document to read and confirm: a plan for each, who stays for now and why, and
 * one list of what is destroyed. Nothing is done by it. Immutable.
 *
 * @param plans in the order in which they were asked for. Each says what erasing this person alone would do; a record that
 *     concerns two of them stands in both plans
 * @param blocked those who would not be erased
 * @param destruction of all plans together, each record and file counted once: a file that only people of the plan refer to goes
 * @param visaNeeded whether the archive service's reference is needed first
 * @param visa that reference; {@code null} until it is given
 */
public record ErasuresPlan(
        List<ErasurePlan> plans,
        List<Blocked> blocked,
        DestructionList destruction,
        boolean visaNeeded,
        @Nullable String visa) {
    /**
     * A person who is not erased, and what stands against it.
     *
     * @param undecided the sealed files that await a decision; empty where something else stands against it
     */
    public record Blocked(PersonId person, Message reason, List<SealId> undecided) {
        public Blocked {
            Objects.requireNonNull(person, "person");
            Objects.requireNonNull(reason, "reason");
            undecided = List.copyOf(undecided);
        }
    }

    public ErasuresPlan {
        plans = List.copyOf(plans);
        blocked = List.copyOf(blocked);
        Objects.requireNonNull(destruction, "destruction");
    }

    /** The same plan with the archive service's reference. */
    public ErasuresPlan withVisa(String reference) {
        InvalidInputException.unless(!reference.isBlank(), "visa", "text.blank");
        return new ErasuresPlan(plans, blocked, destruction, visaNeeded, reference);
    }

    /** How many records have this outcome, over all plans. */
    public long count(ErasureOutcome outcome) {
        return plans.stream().mapToLong(each -> each.count(outcome)).sum();
    }
}
