package org.eportfolio.spring;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.eportfolio.school.Role;
import org.jspecify.annotations.Nullable;

/**
 * The role in which a person with several acts, kept in their session. It gives no right: a role that the person does not
 * hold refuses each call.
 */
public final class ActingRole {
    private static final String NAME = ActingRole.class.getName();

    private ActingRole() {}

    /** From now on this session acts in this role; {@code null} leaves the choice to each call again. */
    public static void choose(HttpServletRequest request, @Nullable Role role) {
        HttpSession session = request.getSession();
        if (role == null) session.removeAttribute(NAME);
        else session.setAttribute(NAME, role);
    }

    /** The role that was chosen in this session, if there is one. */
    public static Optional<Role> of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? Optional.empty() : Optional.ofNullable((Role) session.getAttribute(NAME));
    }
}
