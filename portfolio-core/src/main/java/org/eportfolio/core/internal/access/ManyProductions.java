package org.eportfolio.core.internal.access;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eportfolio.access.Permission;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.GroupKinds;
import org.eportfolio.core.internal.kind.SchoolKinds;
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
        AccessRules rules,
        Map<DossierId, Dossier> dossiers,
        Map<PersonId, List<Membership>> memberships,
        List<GroupProduction> groups) {
    static ManyProductions of(Collection<Citation> cited, AccessRules rules, Work work) {
        List<GroupProduction> groups = work.whereAny(
                GroupKinds.GROUP,
                cited.stream()
                        .map(each -> GroupKinds.groupMaking(each.production()))
                        .collect(Collectors.toSet()));
        Set<Scope> scopes = new HashSet<>();
        cited.forEach(each -> scopes.add(DossierKinds.scope(each.dossier())));
        groups.forEach(group -> group.dossiers().forEach(each -> scopes.add(DossierKinds.scope(each))));
        Map<DossierId, Dossier> dossiers = new HashMap<>();
        work.among(DossierKinds.DOSSIER, scopes).forEach(each -> dossiers.put(each.id(), each));
        Map<PersonId, List<Membership>> memberships = work
                .whereAny(
                        SchoolKinds.MEMBERSHIP,
                        dossiers.values().stream()
                                .map(each -> SchoolKinds.membershipsOf(each.learner()))
                                .collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.groupingBy(Membership::learner));
        return new ManyProductions(rules, dossiers, memberships, groups);
    }

    /** Decides as {@link Rulings#production} does. */
    Ruling reading(Citation cited) {
        Ruling alone = dossier(cited.dossier(), cited.production());
        if (alone.allowed()) return alone;
        return groups.stream()
                .filter(group -> group.production().equals(cited.production())
                        && group.dossier().equals(cited.dossier()))
                .flatMap(group -> group.dossiers().stream())
                .map(each -> dossier(each, null))
                .filter(Ruling::allowed)
                .findFirst()
                .orElse(alone);
    }

    private Ruling dossier(DossierId id, @Nullable ProductionId production) {
        Dossier dossier = dossiers.get(id);
        Verdict verdict = dossier == null
                ? new Verdict.Hidden("dossier", id)
                : rules.dossier(
                        dossier,
                        production,
                        Permission.READ_PRODUCTION,
                        () -> memberships.getOrDefault(dossier.learner(), List.of()));
        return new Ruling(verdict, Permission.READ_PRODUCTION, dossier);
    }
}
