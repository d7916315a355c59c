package org.eportfolio.access;

import java.util.Objects;
import java.util.Optional;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Role;
import org.jspecify.annotations.Nullable;

/**
 * Lets the host refuse what the library would allow; it can never allow what the library refuses. Asked once per
 * decision, on the caller's thread, after the gate and before anything is written, with no connection held. It is asked
 * again when the call is decided again: after another writer came first, or after a refusal based on remembered data.
 * Must be thread-safe, and must not call the portfolio. An exception refuses the call and is reported as
 * {@link org.eportfolio.PluginException}.
 */
@FunctionalInterface
public interface AccessPolicy {
    /** A reason to refuse, in words for the user; empty to let the call through. */
    Optional<String> veto(Question question);

    /**
     * What is about to be allowed.
     *
     * @param role in which the person acts
     * @param permission what they would do, such as {@link Permission#POSITION}
     * @param dossier the dossier concerned; {@code null} when it is a cohort or the organisation
     */
    record Question(
            PersonId actor,
            Role role,
            Permission permission,
            @Nullable DossierId dossier) {
        public Question {
            Objects.requireNonNull(actor, "actor");
            Objects.requireNonNull(role, "role");
            Objects.requireNonNull(permission, "permission");
        }
    }
}
