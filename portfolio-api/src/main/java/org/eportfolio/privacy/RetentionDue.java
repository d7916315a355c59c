package org.eportfolio.privacy;

import java.time.LocalDate;
import java.util.Objects;
import org.eportfolio.id.PersonId;

/**
 * A person whose retention period was measured by a rule.
 *
 * @param startedOn the day the period is counted from
 * @param dueOn the first day on which the rule's outcome is due
 */
public record RetentionDue(PersonId person, RetentionRule rule, LocalDate startedOn, LocalDate dueOn) {
    public RetentionDue {
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(startedOn, "startedOn");
        Objects.requireNonNull(dueOn, "dueOn");
    }
}
