package org.eportfolio.core.internal.kind;

import static org.eportfolio.core.internal.kind.Readers.ENTITLED;
import static org.eportfolio.core.internal.kind.Route.ACCESS_EXPORT;
import static org.eportfolio.core.internal.kind.Route.ARCHIVE;
import static org.eportfolio.core.internal.kind.Route.TAKE_AWAY;
import static org.eportfolio.privacy.DataCategory.WORK;
import static org.eportfolio.privacy.ErasureOutcome.KEEP;
import static org.eportfolio.privacy.ErasureOutcome.PSEUDONYMISE;
import static org.eportfolio.privacy.PersonCategory.LEARNER;
import static org.eportfolio.privacy.PersonCategory.STAFF;

import java.util.HashSet;
import java.util.Set;
import org.eportfolio.dossier.GroupAppraisal;
import org.eportfolio.dossier.GroupContribution;
import org.eportfolio.dossier.GroupProduction;
import org.eportfolio.id.GroupId;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.ProductionId;
import org.eportfolio.spi.Key;

/** Productions that several learners make. */
public final class GroupKinds {
    static final KindFile KINDS = new KindFile();

    public static final RecordKind<GroupProduction> GROUP = KINDS.inDossier(
                    "group", GroupProduction.class, each -> each.id().value(), GroupProduction::dossier)
            .keys(GroupKinds::keysOf)
            .revised(GroupProduction::revision)
            .personal(WORK, LEARNER)
            .exceptionally(KEEP)
            .erased(PSEUDONYMISE)
            .readBy(ENTITLED)
            .leavesBy(ARCHIVE, TAKE_AWAY, ACCESS_EXPORT);

    public static final RecordKind<GroupContribution> GROUP_CONTRIBUTION = KINDS.inDossier(
                    "group-contribution",
                    GroupContribution.class,
                    each -> each.id().value(),
                    GroupContribution::dossier)
            .keys(each -> Set.of(contributionsTo(each.group())))
            .revised(GroupContribution::revision)
            .personal(WORK, LEARNER)
            .provided()
            .erased(PSEUDONYMISE)
            .readBy(ENTITLED)
            .leavesBy(ARCHIVE, TAKE_AWAY, ACCESS_EXPORT);

    public static final RecordKind<GroupAppraisal> GROUP_APPRAISAL = KINDS.inDossier(
                    "group-appraisal", GroupAppraisal.class, each -> each.id().value(), GroupAppraisal::home)
            .keys(each -> Set.of(appraisalsOf(each.group())))
            .personal(WORK, LEARNER, STAFF)
            .exceptionally(KEEP)
            .erased(PSEUDONYMISE)
            .readBy(ENTITLED)
            .leavesBy(ARCHIVE, TAKE_AWAY, ACCESS_EXPORT);

    private GroupKinds() {}

    public static Key group(GroupId group) {
        return new Key("group", group.toString());
    }

    /** The group that makes this production; most productions have none. */
    public static Key groupMaking(ProductionId production) {
        return new Key("group.production", production.toString());
    }

    public static Key groupsInviting(PersonId learner) {
        return new Key("group.invited", learner.value());
    }

    private static Set<Key> keysOf(GroupProduction group) {
        Set<Key> keys = new HashSet<>(Set.of(group(group.id()), groupMaking(group.production())));
        for (GroupProduction.Member each : group.members()) {
            if (!each.joined()) keys.add(groupsInviting(each.person()));
        }
        return keys;
    }

    public static Key contributionsTo(GroupId group) {
        return new Key("group-contribution.group", group.toString());
    }

    public static Key appraisalsOf(GroupId group) {
        return new Key("group-appraisal.group", group.toString());
    }
}
