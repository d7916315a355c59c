package org.eportfolio.spring;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.eportfolio.school.Actor;

/**
 * In whose name a request is made. A host whose accounts have other names than its people has a bean of its own; without
 * one it is {@link #byPrincipal}. Called from any thread.
 */
@FunctionalInterface
public interface ActorResolver {
    /**
     * @return the person who was authenticated, or the bearer of a link
     * @throws NotSignedInException if no one was
     */
    Actor actor(HttpServletRequest request);

    /**
     * The name of the authenticated principal as the person's id, in the role that {@link ActingRole} keeps for the
     * session, if one was chosen.
     */
    static ActorResolver byPrincipal() {
        return request -> {
            Principal principal = request.getUserPrincipal();
            if (principal == null) throw new NotSignedInException();
            Actor actor = Actor.of(principal.getName());
            return ActingRole.of(request).map(actor::acting).orElse(actor);
        };
    }
}
