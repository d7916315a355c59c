package org.eportfolio.core.internal.access;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.eportfolio.DeniedException;
import org.eportfolio.NotFoundException;
import org.eportfolio.access.AccessPolicy;
import org.eportfolio.access.Permission;
import org.eportfolio.dossier.Dossier;
import org.jspecify.annotations.Nullable;

/**
 * A verdict, and the dossier it is about.
 *
 * @param dossier {@code null} when it is about a cohort, the organisation or a learner, or when there is no such dossier
 */
public record Ruling(
        Verdict verdict, Permission permission, @Nullable Dossier dossier) {
    boolean allowed() {
        return verdict.allowed();
    }

    /** Whether the person gets through, would once they name a role, or only lacks the permission in what reaches the thing. */
    boolean reaches() {
        return allowed()
                || verdict instanceof Verdict.Refused refused
                        && (!refused.choice().isEmpty()
                                || refused.reason().key().equals("denied.permission"));
    }

    /** What the host's policy is to be asked; empty when the call does not get through anyway. */
    public Optional<AccessPolicy.Question> question() {
        if (!(verdict instanceof Verdict.Allowed allowed)) return Optional.empty();
        return Optional.of(new AccessPolicy.Question(
                allowed.person(), allowed.role(), permission, dossier == null ? null : dossier.id()));
    }

    /** Throws what the verdict refuses. */
    Entitled entitled() {
        return entitled(null);
    }

    /**
     * Throws what the verdict refuses.
     *
     * @param hidden in place of <em>not found</em>; {@code null} to keep that
     */
    Entitled entitled(@Nullable Supplier<? extends RuntimeException> hidden) {
        if (verdict instanceof Verdict.Allowed allowed) {
            return new Entitled(allowed.person(), allowed.role(), allowed.paths());
        }
        if (verdict instanceof Verdict.Refused refused) {
            throw new DeniedException(refused.reason(), refused.choice());
        }
        Verdict.Hidden outside = (Verdict.Hidden) verdict;
        throw hidden == null ? new NotFoundException(outside.what(), outside.id()) : hidden.get();
    }

    /** Throws what the verdict refuses; of a ruling about a dossier. */
    Opened opened(@Nullable Supplier<? extends RuntimeException> hidden) {
        Entitled by = entitled(hidden);
        return new Opened(by.person(), by.role(), Objects.requireNonNull(dossier), by.paths());
    }
}
