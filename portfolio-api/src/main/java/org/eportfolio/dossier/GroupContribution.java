package org.eportfolio.dossier;

import java.time.Instant;
import java.util.Objects;
import org.eportfolio.id.ContributionId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.GroupId;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.ProductionId;
import org.jspecify.annotations.Nullable;

/**
 * A member's part in a group production, kept in their own dossier: where the production lives, and what they did, in
 * their own words. The same words stand in the production itself, where a citation freezes them.
 * Methods named {@code with…} give a changed copy; nothing is stored.
 *
 * @param dossier the member's
 * @param home the dossier in which the production lives
 * @param version of the production in which the words stand; 0 while nothing was said
 * @param words {@code null} while nothing was said
 * @param at when they joined, or said it
 * @param revision grows by one with each change
 */
public record GroupContribution(
        ContributionId id,
        DossierId dossier,
        PersonId member,
        GroupId group,
        DossierId home,
        ProductionId production,
        int version,
        @Nullable String words,
        Instant at,
        int revision) {
    public GroupContribution {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(dossier, "dossier");
        Objects.requireNonNull(member, "member");
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(home, "home");
        Objects.requireNonNull(production, "production");
        Objects.requireNonNull(at, "at");
    }

    /** The part once its member has said, for this version of the production, what they did. */
    public GroupContribution withWords(String text, int inVersion, Instant now) {
        return new GroupContribution(id, dossier, member, group, home, production, inVersion, text, now, revision + 1);
    }
}
