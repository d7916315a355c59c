package org.eportfolio.core.internal.kind;

import static org.eportfolio.core.internal.kind.Readers.ENTITLED;
import static org.eportfolio.core.internal.kind.Readers.LIBRARY;
import static org.eportfolio.core.internal.kind.Route.ACCESS_EXPORT;
import static org.eportfolio.core.internal.kind.Route.ARCHIVE;
import static org.eportfolio.core.internal.kind.Route.TAKE_AWAY;
import static org.eportfolio.core.internal.kind.WhenGone.DETACHED;
import static org.eportfolio.privacy.DataCategory.ASSESSMENT;
import static org.eportfolio.privacy.ErasureOutcome.PSEUDONYMISE;
import static org.eportfolio.privacy.PersonCategory.LEARNER;
import static org.eportfolio.privacy.PersonCategory.STAFF;

import java.util.Set;
import org.eportfolio.badge.BadgeAward;
import org.eportfolio.badge.BadgeDefinition;
import org.eportfolio.id.BadgeDefinitionId;
import org.eportfolio.spi.Key;

/** Badges that the school defines, those in dossiers, and the places by which these can be revoked. */
public final class BadgeKinds {
    static final KindFile KINDS = new KindFile();

    public static final RecordKind<BadgeDefinition> DEFINITION = KINDS.inOrganisation(
                    "badge-definition", BadgeDefinition.class, each -> each.id().value())
            .revised(BadgeDefinition::revision)
            .personal(ASSESSMENT, STAFF)
            .erased(PSEUDONYMISE)
            .readBy(ENTITLED)
            .leavesBy(ARCHIVE, ACCESS_EXPORT);

    /** Understood without its definition, which a copy at another school does not have. */
    public static final RecordKind<BadgeAward> AWARD = KINDS.inDossier(
                    "badge-award", BadgeAward.class, each -> each.id().value(), BadgeAward::dossier)
            .revised(BadgeAward::revision)
            .whenGone(BadgeDefinitionId.class, DETACHED)
            .closedWhen(each -> each.ending() != null)
            .personal(ASSESSMENT, LEARNER, STAFF)
            .erased(PSEUDONYMISE)
            .readBy(ENTITLED)
            .leavesBy(ARCHIVE, TAKE_AWAY, ACCESS_EXPORT);

    /** Stays after an erasure, so that what was issued is refused from then on. */
    public static final RecordKind<KeptBadgePlace> PLACE = KINDS.inOrganisation(
                    "badge-place", KeptBadgePlace.class, KeptBadgePlace::id)
            .keys(each -> each.revoked() ? Set.of(revokedPlaces()) : Set.of())
            .nothingPersonal()
            .readBy(LIBRARY)
            .leavesBy(ARCHIVE);

    private BadgeKinds() {}

    public static Key revokedPlaces() {
        return new Key("badge-place.revoked", "");
    }
}
