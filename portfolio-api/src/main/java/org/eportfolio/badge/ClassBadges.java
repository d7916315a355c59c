package org.eportfolio.badge;

import java.util.List;
import java.util.Objects;
import org.eportfolio.Message;
import org.eportfolio.id.BadgeAwardId;
import org.eportfolio.id.DossierId;

/**
 * The accepted badges of a class, ready to be signed, and those that stay here. Immutable.
 *
 * @param issued of the learners who agreed, and whose representatives did
 * @param withheld in the dossiers that the actor reads
 */
public record ClassBadges(List<IssuedBadge> issued, List<Withheld> withheld) {
    /** A badge that stays here, and why. */
    public record Withheld(DossierId dossier, BadgeAwardId badge, Message why) {
        public Withheld {
            Objects.requireNonNull(dossier, "dossier");
            Objects.requireNonNull(badge, "badge");
            Objects.requireNonNull(why, "why");
        }
    }

    public ClassBadges {
        issued = List.copyOf(issued);
        withheld = List.copyOf(withheld);
    }
}
