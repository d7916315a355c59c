package org.eportfolio;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.eportfolio.school.Role;

/**
 * The actor may not do this; the reason names the rule. Thrown only to actors in whose scope the object lies, others get a
 * {@link NotFoundException}.
 */
public final class DeniedException extends PortfolioException {
    private static final long serialVersionUID = 1;

    private final transient Set<Role> choice;

    public DeniedException(Message reason) {
        this(reason, Set.of());
    }

    /**
     * @param choice the roles in any of which the actor could do it, if they name one
     */
    public DeniedException(Message reason, Set<Role> choice) {
        super(reason, null);
        EnumSet<Role> ordered = EnumSet.noneOf(Role.class);
        ordered.addAll(choice);
        this.choice = Collections.unmodifiableSet(ordered);
    }

    /**
     * The roles of which the actor must name one, by {@link org.eportfolio.school.Actor#acting}, to get through; empty for
     * every refusal but this one. Unmodifiable.
     */
    public Set<Role> choice() {
        return choice;
    }
}
