package org.eportfolio.spi;

import java.util.Optional;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Role;
import org.jspecify.annotations.Nullable;

/**
 * Lets the host refuse what the library would allow; it can never allow what the library refuses. Asked once per
 * decision, on the caller's thread, after the gate and before anything is written, with no connection held; a decision
 * that is made anew, since somebody else wrote meanwhile or it was a refusal upon what was only remembered, asks anew. Must be
 * thread-safe, and must not call the portfolio. An exception refuses the call and is reported as {@link org.eportfolio.PluginException}.
 */
@FunctionalInterface
public interface AccessPolicy {
    /** A reason to refuse, in words for the user; empty to let the call through. */
    Optional<String> veto(Question question);

    /**
     * What is about to be allowed.
     *
     * @param role in which the person acts
     * @param permission the name of the permission, such as {@code POSITION}
     * @param dossier the dossier concerned; {@code null} when it is the organisation
     */
    record Question(
            PersonId actor,
            Role role,
            String permission,
            @Nullable DossierId dossier) {}
}
