package org.eportfolio.access;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eportfolio.Message;
import org.eportfolio.school.Role;

/**
 * What the gate decides about one actor, one action and one object, with the reason, whose days and times are those where
 * the school is. Immutable.
 *
 * @param allowed whether the actor gets through
 * @param paths by which they do; empty when refused
 * @param choice the roles of which the actor must name one to get through; empty for every other answer
 * @param reason in full, for those who may know all of it: also why something is out of the actor's reach
 * @param shown what the actor sees: the same as the reason where they may know the rule, else that there is no such thing
 */
public record Decision(boolean allowed, List<AccessPath> paths, Set<Role> choice, Message reason, Message shown) {
    public Decision {
        paths = List.copyOf(paths);
        EnumSet<Role> ordered = EnumSet.noneOf(Role.class);
        ordered.addAll(choice);
        choice = Collections.unmodifiableSet(ordered);
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(shown, "shown");
    }
}
