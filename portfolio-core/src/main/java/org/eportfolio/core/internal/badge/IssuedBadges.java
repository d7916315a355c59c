package org.eportfolio.core.internal.badge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eportfolio.ConflictException;
import org.eportfolio.Message;
import org.eportfolio.access.Permission;
import org.eportfolio.badge.BadgeAward;
import org.eportfolio.badge.BadgeStatus;
import org.eportfolio.badge.ClassBadges;
import org.eportfolio.badge.IssuedBadge;
import org.eportfolio.core.internal.call.Call;
import org.eportfolio.core.internal.call.DossierCall;
import org.eportfolio.core.internal.kind.BadgeKinds;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.SchoolKinds;
import org.eportfolio.core.internal.work.NamedRecords;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.id.BadgeAwardId;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.DossierId;
import org.eportfolio.school.Membership;
import org.eportfolio.spi.Key;
import org.eportfolio.spi.Scope;

/** Badges on their way out: a learner's own, or all that a class has, in a bounded number of readings. */
public final class IssuedBadges {
    private static final String ACT = "badge.issued";

    private IssuedBadges() {}

    /** @throws ConflictException if one of them may not leave, with the reason; then none does */
    public static List<IssuedBadge> own(Set<BadgeAwardId> badges, DossierCall call) {
        List<IssuedBadge> issued = ready(badges, call);
        call.work().touch(DossierKinds.scope(call.dossier().id()));
        call.journal(ACT);
        return issued;
    }

    /** The same, without that they leave. */
    public static List<IssuedBadge> ready(Set<BadgeAwardId> badges, DossierCall call) {
        Set<UUID> ids = new LinkedHashSet<>();
        badges.forEach(each -> ids.add(each.value()));
        Scope scope = DossierKinds.scope(call.dossier().id());
        NamedRecords<BadgeAward> found = NamedRecords.in(scope, BadgeKinds.AWARD, ids, call.work());
        List<BadgeAward> awards = new ArrayList<>();
        for (UUID id : ids) {
            BadgeAward award = found.find(scope, id).orElseGet(() -> call.require(BadgeKinds.AWARD, id));
            award.require(BadgeStatus.ACCEPTED);
            awards.add(award);
        }
        boolean here = BadgePlaces.givenHere(awards, call.work()).size() == awards.size();
        if (!here) throw ConflictException.state("badge.elsewhere");
        BadgeConsent.require(call);
        return BadgeContents.of(awards, call);
    }

    /** All accepted badges of the learners who are in the class now, in the dossiers that the actor reads. */
    public static ClassBadges ofClass(CohortId cohort, Call call) {
        ClassBadges badges = readyOfClass(cohort, call);
        if (badges.issued().isEmpty()) return badges;
        badges.issued()
                .forEach(each ->
                        call.work().touch(DossierKinds.scope(each.award().dossier())));
        call.journal(ACT);
        return badges;
    }

    /** The same, without that they leave. */
    public static ClassBadges readyOfClass(CohortId cohort, Call call) {
        Map<DossierId, Dossier> open = open(cohort, call);
        List<BadgeAward> accepted =
                call
                        .work()
                        .among(
                                BadgeKinds.AWARD,
                                open.keySet().stream().map(DossierKinds::scope).toList())
                        .stream()
                        .filter(each -> each.status() == BadgeStatus.ACCEPTED)
                        .toList();
        Set<BadgeAwardId> here = BadgePlaces.givenHere(accepted, call.work());
        Map<DossierId, Message> withheld = BadgeConsent.withheld(open.values(), call);
        List<BadgeAward> leaving = new ArrayList<>();
        List<ClassBadges.Withheld> staying = new ArrayList<>();
        for (BadgeAward each : accepted) {
            Message why = here.contains(each.id()) ? withheld.get(each.dossier()) : Message.of("badge.elsewhere");
            if (why == null) leaving.add(each);
            else staying.add(new ClassBadges.Withheld(each.dossier(), each.id(), why));
        }
        return new ClassBadges(BadgeContents.of(leaving, call), staying);
    }

    private static Map<DossierId, Dossier> open(CohortId cohort, Call call) {
        List<Membership> memberships = call.where(SchoolKinds.MEMBERSHIP, SchoolKinds.membersOf(cohort));
        Set<Key> learners = new HashSet<>();
        for (Membership each : memberships) {
            if (each.period().holdsAt(call.now())) learners.add(DossierKinds.dossiersOf(each.learner()));
        }
        Map<DossierId, Dossier> open = new LinkedHashMap<>();
        call.many(memberships)
                .open(call.work().whereAny(DossierKinds.DOSSIER, learners), Permission.READ_BADGE)
                .forEach(each -> open.put(each.id(), each));
        return open;
    }
}
