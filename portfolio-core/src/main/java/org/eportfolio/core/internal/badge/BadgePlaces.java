package org.eportfolio.core.internal.badge;

import java.security.SecureRandom;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eportfolio.badge.BadgeAward;
import org.eportfolio.badge.BadgeDefinition;
import org.eportfolio.badge.BadgePlace;
import org.eportfolio.badge.BadgeStatus;
import org.eportfolio.badge.RevokedBadges;
import org.eportfolio.core.internal.call.Call;
import org.eportfolio.core.internal.kind.BadgeKinds;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.KeptBadgePlace;
import org.eportfolio.core.internal.work.NamedRecords;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.id.BadgeAwardId;
import org.eportfolio.id.DossierId;
import org.eportfolio.spi.Scope;

/** The places by which badges can be revoked: drawn at random, kept apart from the people, and published as lists. */
public final class BadgePlaces {
    /** A list of which so many places in a row are taken is nearly full: the next one begins. */
    private static final int TRIES = 8;

    private static final SecureRandom RANDOM = new SecureRandom();

    private BadgePlaces() {}

    /** Draws a place that is not taken, and takes it. One reading, as long as the first list has room. */
    public static BadgePlace take(Work work) {
        for (int list = 1; ; list++) {
            for (int i = 0; i < TRIES; i++) {
                BadgePlace place = new BadgePlace(list, RANDOM.nextInt(BadgePlace.PLACES));
                if (work.find(BadgeKinds.PLACE, Scope.ORGANISATION, KeptBadgePlace.id(place))
                        .isPresent()) continue;
                work.put(BadgeKinds.PLACE, KeptBadgePlace.of(place));
                return place;
            }
        }
    }

    /** Whether this school gave it. A badge that another school gave has its place in that school's list. */
    private static boolean isGivenHere(BadgeAward award, Work work) {
        return !givenHere(List.of(award), work).isEmpty();
    }

    /** Those of these that this school gave. Two readings at most, however many. */
    static Set<BadgeAwardId> givenHere(Collection<BadgeAward> awards, Work work) {
        Set<UUID> definitions =
                awards.stream().map(each -> each.definition().value()).collect(Collectors.toSet());
        NamedRecords<BadgeDefinition> found =
                NamedRecords.in(Scope.ORGANISATION, BadgeKinds.DEFINITION, definitions, work);
        return awards.stream()
                .filter(each -> found.find(Scope.ORGANISATION, each.definition().value())
                        .isPresent())
                .map(BadgeAward::id)
                .collect(Collectors.toSet());
    }

    /** Verifiers refuse the badge from the next publication of the list on. A badge that another school gave is not revoked here. */
    public static void revoke(BadgeAward award, Work work) {
        BadgeAward.Acceptance acceptance = award.acceptance();
        if (acceptance == null || !isGivenHere(award, work)) return;
        work.put(BadgeKinds.PLACE, KeptBadgePlace.of(acceptance.place()).asRevoked());
    }

    /** Revokes whatever badge the learner has in a dossier; the call goes on. */
    public static void revokeAll(DossierId dossier, Call call) {
        Work work = call.work();
        for (BadgeAward each : work.list(BadgeKinds.AWARD, DossierKinds.scope(dossier))) {
            if (each.status() != BadgeStatus.ACCEPTED) continue;
            work.put(
                    BadgeKinds.AWARD,
                    each.asRevoked(new BadgeAward.Ending("", call.person(), call.role(), call.now())));
            revoke(each, work);
        }
    }

    /** What is revoked, list by list; one list at least. */
    public static List<RevokedBadges> revoked(Work work) {
        Map<Integer, List<Integer>> lists = work.where(BadgeKinds.PLACE, BadgeKinds.revokedPlaces()).stream()
                .collect(Collectors.groupingBy(
                        KeptBadgePlace::list,
                        TreeMap::new,
                        Collectors.mapping(KeptBadgePlace::index, Collectors.toList())));
        lists.putIfAbsent(1, List.of());
        return lists.entrySet().stream()
                .map(each -> new RevokedBadges(
                        each.getKey(), each.getValue().stream().sorted().toList()))
                .toList();
    }
}
