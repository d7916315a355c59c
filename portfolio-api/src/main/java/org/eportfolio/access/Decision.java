package org.eportfolio.access;

import java.util.List;
import java.util.Objects;
import org.eportfolio.Message;

/**
 * What the gate decides about one actor, one action and one object, with the reason.
 *
 * @param allowed whether the actor gets through
 * @param ways by which they do; empty when refused
 * @param reason in full, for whoever may know: also why something is out of the actor's reach
 * @param told what the actor is told: the same as the reason where they may know the rule, else that there is no such
 *     thing
 */
public record Decision(boolean allowed, List<Way> ways, Message reason, Message told) {
    public Decision {
        ways = List.copyOf(ways);
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(told, "told");
    }
}
