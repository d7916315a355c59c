package org.eportfolio.peer;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eportfolio.InvalidInputException;
import org.eportfolio.dossier.Evidence;
import org.eportfolio.id.CampaignId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.HandInId;
import org.eportfolio.id.PersonId;

/**
 * A production handed in to a campaign, in a frozen version.
 *
 * @param dossier where the reviews will be received
 * @param author whose production it is
 * @param coAuthors who made it too
 */
public record HandIn(
        HandInId id,
        CampaignId campaign,
        DossierId dossier,
        PersonId author,
        List<PersonId> coAuthors,
        Evidence work,
        Instant at) {
    public HandIn {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(campaign, "campaign");
        Objects.requireNonNull(dossier, "dossier");
        Objects.requireNonNull(author, "author");
        Objects.requireNonNull(work, "work");
        Objects.requireNonNull(at, "at");
        coAuthors = List.copyOf(coAuthors);
        InvalidInputException.unless(!coAuthors.contains(author), "coAuthors", "hand-in.own-co-author", author);
    }

    /** All who made it: none of them may review it. */
    public Set<PersonId> makers() {
        Set<PersonId> makers = new HashSet<>(coAuthors);
        makers.add(author);
        return makers;
    }
}
