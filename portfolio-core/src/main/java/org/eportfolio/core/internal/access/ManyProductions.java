package org.eportfolio.core.internal.access;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eportfolio.DeniedException;
import org.eportfolio.NotFoundException;
import org.eportfolio.access.Permission;
import org.eportfolio.core.internal.work.Kinds;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.Citation;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.dossier.GroupProduction;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.ProductionId;
import org.eportfolio.school.Membership;
import org.eportfolio.spi.Scope;
import org.jspecify.annotations.Nullable;

/** What the decisions about several productions need, gathered in as many readings as for one. */
record ManyProductions(
        Gate gate,
        Holdings holdings,
        Map<DossierId, Dossier> dossiers,
        Map<PersonId, List<Membership>> memberships,
        List<GroupProduction> groups) {
    static ManyProductions of(Collection<Citation> cited, Gate gate, Holdings holdings, Work work) {
        List<GroupProduction> groups = work.whereAny(
                Kinds.GROUP,
                cited.stream().map(each -> Kinds.groupMaking(each.production())).collect(Collectors.toSet()));
        Set<Scope> scopes = new HashSet<>();
        cited.forEach(each -> scopes.add(Kinds.scope(each.dossier())));
        groups.forEach(group -> group.dossiers().forEach(each -> scopes.add(Kinds.scope(each))));
        Map<DossierId, Dossier> dossiers = new HashMap<>();
        work.among(Kinds.DOSSIER, scopes).forEach(each -> dossiers.put(each.id(), each));
        Map<PersonId, List<Membership>> memberships = work
                .whereAny(
                        Kinds.MEMBERSHIP,
                        dossiers.values().stream()
                                .map(each -> Kinds.membershipsOf(each.learner()))
                                .collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.groupingBy(Membership::learner));
        return new ManyProductions(gate, holdings, dossiers, memberships, groups);
    }

    /** Refuses what {@link Gate#production} refuses, in its words. */
    Opened readable(Citation cited) {
        try {
            return dossier(cited.dossier(), cited.production());
        } catch (NotFoundException | DeniedException refusal) {
            for (GroupProduction group : groups) {
                if (!group.production().equals(cited.production())
                        || !group.dossier().equals(cited.dossier())) continue;
                for (DossierId each : group.dossiers()) {
                    try {
                        return dossier(each, null);
                    } catch (NotFoundException | DeniedException another) {
                        continue;
                    }
                }
            }
            throw refusal;
        }
    }

    private Opened dossier(DossierId id, @Nullable ProductionId production) {
        Dossier dossier = dossiers.get(id);
        if (dossier == null) throw new NotFoundException("dossier", id);
        return gate.opened(
                dossier,
                production,
                Permission.READ_PRODUCTION,
                holdings,
                () -> memberships.getOrDefault(dossier.learner(), List.of()));
    }
}
