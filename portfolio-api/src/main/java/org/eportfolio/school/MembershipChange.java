package org.eportfolio.school;

import java.util.Objects;

/**
 * A membership as it was read, and the period for which it is to hold.
 *
 * @param membership as it is now
 */
public record MembershipChange(Membership membership, Period period) {
    public MembershipChange {
        Objects.requireNonNull(membership, "membership");
        Objects.requireNonNull(period, "period");
    }
}
