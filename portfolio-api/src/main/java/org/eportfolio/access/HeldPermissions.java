package org.eportfolio.access;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eportfolio.school.Reach;
import org.eportfolio.school.Role;

/**
 * What an actor may do over something now, as data for buttons. A right is not a state: a goal may be claimed by its learner,
 * and yet a closed one is not claimed again.
 *
 * @param held the permissions with which a call gets through; unmodifiable, in the order of {@link Permission}
 * @param byRole those that several roles of the actor would carry, and these roles: a call gets through once the actor
 *     names one of them; unmodifiable, none of them among those held
 */
public record HeldPermissions(Reach over, Set<Permission> held, Map<Permission, Set<Role>> byRole) {
    public HeldPermissions {
        Objects.requireNonNull(over, "over");
        EnumSet<Permission> ordered = EnumSet.noneOf(Permission.class);
        ordered.addAll(held);
        held = Collections.unmodifiableSet(ordered);
        Map<Permission, Set<Role>> roles = new EnumMap<>(Permission.class);
        byRole.forEach((permission, some) -> roles.put(permission, Set.copyOf(some)));
        byRole = Collections.unmodifiableMap(roles);
    }

    /** Whether a call that takes this permission gets through as the actor is now. */
    public boolean has(Permission permission) {
        return held.contains(permission);
    }
}
