package org.eportfolio.core.internal.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eportfolio.access.AccessPath;
import org.eportfolio.access.AccessStep;
import org.eportfolio.access.HostService;
import org.eportfolio.access.Permission;
import org.eportfolio.access.Reader;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.GroupKinds;
import org.eportfolio.core.internal.kind.PeerKinds;
import org.eportfolio.core.internal.kind.SchoolKinds;
import org.eportfolio.core.internal.kind.SharingKinds;
import org.eportfolio.core.internal.peer.Reviewing;
import org.eportfolio.core.internal.work.Ids;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.dossier.GroupProduction;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.ProductionId;
import org.eportfolio.peer.HandIn;
import org.eportfolio.peer.ReviewAssignment;
import org.eportfolio.school.Grant;
import org.eportfolio.school.Membership;
import org.eportfolio.school.Reach;
import org.eportfolio.school.Role;
import org.eportfolio.sharing.ShareLink;
import org.eportfolio.sharing.Target;
import org.eportfolio.spi.Key;
import org.eportfolio.spi.Scope;
import org.jspecify.annotations.Nullable;

/**
 * All who can read something of a dossier. For each holder of a grant that could reach it the {@link AccessRules} decide,
 * in each role held and for each permission that shows a dossier; nothing is decided here.
 */
public final class Readership {
    private static final List<Permission> READING =
            Arrays.stream(Permission.values()).filter(Permission::showsADossier).toList();

    private final Instant at;
    private final Services services;
    private final Work work;

    public Readership(Instant at, Services services, Work work) {
        this.at = at;
        this.services = services;
        this.work = work;
    }

    /**
     * What is known of a past instant: it leaves out what was made after it, however far back it reaches. Of today and of
     * a day to come everything counts that is there.
     */
    private boolean wasThere(UUID id) {
        return !at.isBefore(work.now()) || Ids.madeBy(id, at);
    }

    private boolean wasOpen(Dossier dossier) {
        return !dossier.openedAt().isAfter(at);
    }

    /** The readers: first those with a role, by their ids, then services, reviewers, then bearers of links. */
    public List<Reader> of(Dossier dossier) {
        if (!wasOpen(dossier)) return List.of();
        List<GroupProduction> groups = work.list(GroupKinds.GROUP, DossierKinds.scope(dossier.id())).stream()
                .filter(each -> !each.startedAt().isAfter(at))
                .toList();
        List<Dossier> others = othersIn(groups, dossier);
        Map<DossierId, List<Reader>> known =
                readers(Stream.concat(Stream.of(dossier), others.stream()).toList());
        List<Reader> all = new ArrayList<>(known.getOrDefault(dossier.id(), List.of()));
        for (HostService each : services.declared()) {
            readings(Holdings.of(each, at, work), dossier, List.of()).forEach(all::add);
        }
        for (GroupProduction group : groups) {
            for (GroupProduction.Member member : group.members()) {
                DossierId with = member.dossier();
                if (with == null || with.equals(dossier.id()) || member.since().isAfter(at)) continue;
                known.getOrDefault(with, List.of()).stream()
                        .filter(each -> each.permissions().contains(Permission.READ_PRODUCTION))
                        .map(each -> new Reader(
                                each.person(),
                                each.path().then(new AccessStep.MadeTogether(group.id(), with)),
                                Set.of(Permission.READ_PRODUCTION)))
                        .forEach(all::add);
            }
        }
        all.addAll(reviewers(dossier));
        all.addAll(bearers(dossier));
        return all;
    }

    private List<Dossier> othersIn(List<GroupProduction> groups, Dossier dossier) {
        Set<Scope> scopes = groups.stream()
                .flatMap(group -> group.dossiers().stream())
                .filter(each -> !each.equals(dossier.id()))
                .map(DossierKinds::scope)
                .collect(Collectors.toSet());
        return work.among(DossierKinds.DOSSIER, scopes).stream()
                .filter(this::wasOpen)
                .toList();
    }

    /** Those with a role, for several dossiers in as many readings as for one. */
    private Map<DossierId, List<Reader>> readers(List<Dossier> dossiers) {
        Map<PersonId, List<Membership>> memberships = work
                .whereAny(
                        SchoolKinds.MEMBERSHIP,
                        dossiers.stream()
                                .map(each -> SchoolKinds.membershipsOf(each.learner()))
                                .collect(Collectors.toSet()))
                .stream()
                .filter(each -> wasThere(each.id().value()))
                .collect(Collectors.groupingBy(Membership::learner));
        Set<Key> reaching = new HashSet<>(Set.of(SchoolKinds.grantsOver(new Reach.Organisation())));
        dossiers.forEach(each -> reaching.add(SchoolKinds.grantsOver(new Reach.OfDossier(each.id()))));
        memberships.values().stream()
                .flatMap(List::stream)
                .forEach(each -> reaching.add(SchoolKinds.grantsOver(new Reach.OfCohort(each.cohort()))));
        List<Grant> grants = work.whereAny(SchoolKinds.GRANT, reaching);
        Set<PersonId> people = new TreeSet<>(Comparator.comparing(PersonId::value));
        grants.forEach(each -> people.add(each.holder()));
        dossiers.forEach(each -> people.add(each.learner()));
        List<Holdings> holdings = Holdings.of(people, at, work).stream()
                .map(each -> each.only(this::wasThere))
                .toList();

        Map<DossierId, List<Reader>> readers = new LinkedHashMap<>();
        for (Dossier dossier : dossiers) {
            List<Membership> own = memberships.getOrDefault(dossier.learner(), List.of());
            readers.put(
                    dossier.id(),
                    holdings.stream()
                            .flatMap(each -> readings(each, dossier, own))
                            .toList());
        }
        return readers;
    }

    private Stream<Reader> readings(Holdings holdings, Dossier dossier, List<Membership> memberships) {
        Map<AccessPath, Set<Permission>> readings = new LinkedHashMap<>();
        for (@Nullable Role role : roles(holdings)) {
            AccessRules rules = new AccessRules(holdings, role);
            for (@Nullable ProductionId production : productions(holdings, dossier)) {
                for (Permission permission : READING) {
                    for (AccessPath path : rules.dossier(dossier, production, permission, () -> memberships)
                            .paths()) {
                        readings.computeIfAbsent(path, each -> EnumSet.noneOf(Permission.class))
                                .add(permission);
                    }
                }
            }
        }
        return readings.entrySet().stream().map(each -> new Reader(holdings.person(), each.getKey(), each.getValue()));
    }

    /** Each role of the person; a learner who left has none and may still read. */
    private static Set<@Nullable Role> roles(Holdings holdings) {
        Set<@Nullable Role> roles = new LinkedHashSet<>(holdings.roles());
        if (roles.isEmpty()) roles.add(null);
        return roles;
    }

    /** The dossier as a whole, and the productions that were granted one by one. */
    private static Set<@Nullable ProductionId> productions(Holdings holdings, Dossier dossier) {
        Set<@Nullable ProductionId> productions = new LinkedHashSet<>();
        productions.add(null);
        for (Grant each : holdings.grants()) {
            if (each.reach() instanceof Reach.OfProduction of && of.dossier().equals(dossier.id())) {
                productions.add(of.production());
            }
        }
        return productions;
    }

    /** Classmates who were assigned to review what was handed in, while they may read it. */
    private List<Reader> reviewers(Dossier dossier) {
        Set<Key> campaigns = work.list(PeerKinds.HAND_IN, DossierKinds.scope(dossier.id())).stream()
                .map(HandIn::campaign)
                .map(PeerKinds::assignmentsOf)
                .collect(Collectors.toSet());
        List<ReviewAssignment> assigned = work.whereAny(PeerKinds.REVIEW_ASSIGNMENT, campaigns).stream()
                .filter(each -> each.dossier().equals(dossier.id()))
                .filter(each -> wasThere(each.id().value()))
                .toList();
        Reviewing reviewing = Reviewing.of(assigned, this::wasThere, work);
        return assigned.stream()
                .filter(each -> reviewing.opens(each, at))
                .map(ReviewAssignment::campaign)
                .distinct()
                .map(each -> new Reader(
                        null,
                        AccessPath.of(Role.LEARNER, new AccessStep.PeerReview(each)),
                        Set.of(Permission.REVIEW_PEERS)))
                .toList();
    }

    private List<Reader> bearers(Dossier dossier) {
        return work.list(SharingKinds.LINK, DossierKinds.scope(dossier.id())).stream()
                .filter(each -> each.standsAt(at))
                .filter(each -> !(each.target() instanceof Target.OfPackage of) || !learns(of.learner()))
                .map(Readership::bearer)
                .toList();
    }

    private boolean learns(PersonId person) {
        return Holdings.of(List.of(person), at, work)
                .get(0)
                .only(this::wasThere)
                .learnsNow();
    }

    private static Reader bearer(ShareLink link) {
        AccessStep step = new AccessStep.ByLink(link.id(), link.target(), link.period(), link.issuedBy());
        return new Reader(null, AccessPath.of(null, step), Set.of());
    }
}
