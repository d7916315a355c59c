package org.eportfolio.core.internal.access;

import java.util.List;
import java.util.Set;
import org.eportfolio.Message;
import org.eportfolio.access.AccessPath;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Role;

/** Whether one person may do one thing to one object: the answer of the {@link AccessRules}, as a value. */
public sealed interface Verdict {
    /** Whether the call gets through. */
    default boolean allowed() {
        return this instanceof Allowed;
    }

    /** The paths by which it does; empty unless allowed. */
    default List<AccessPath> paths() {
        return List.of();
    }

    /**
     * The call gets through.
     *
     * @param role the one role in which the person acts
     * @param paths at least one, all in this role
     */
    record Allowed(PersonId person, Role role, List<AccessPath> paths) implements Verdict {}

    /**
     * A rule is against it, and the actor may know which.
     *
     * @param choice the roles of which the actor must name one to get through; empty for every other refusal
     */
    record Refused(Message reason, Set<Role> choice) implements Verdict {
        /** The refusal of an actor who could do it in several of their roles, and named none. */
        static Refused betweenRoles(Set<Role> choice) {
            return new Refused(Message.of("denied.several-roles", List.copyOf(choice)), choice);
        }
    }

    /**
     * There is no such thing, or it is out of the actor's reach, who sees no difference.
     *
     * @param what the kind of thing, such as {@code dossier}
     * @param id as the actor gave it
     */
    record Hidden(String what, Object id) implements Verdict {
        /** What the actor sees. */
        public Message shown() {
            return Message.of("not-found", Message.of("thing." + what), id);
        }
    }

    /** A refusal that naming a role would not change. */
    static Verdict denied(String key, Object... arguments) {
        return new Refused(Message.of(key, arguments), Set.of());
    }
}
