package org.eportfolio.core.internal.dossier;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eportfolio.core.internal.kind.GroupKinds;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.GroupProduction;
import org.eportfolio.dossier.Production;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.ProductionId;

/** Who made productions: their owner alone, or all who joined the group that made them. */
public record ProductionAuthors(Map<ProductionId, GroupProduction> groups) {
    /** One reading, however many. */
    public static ProductionAuthors of(Collection<ProductionId> productions, Work work) {
        Map<ProductionId, GroupProduction> groups = new HashMap<>();
        work.whereAny(
                        GroupKinds.GROUP,
                        productions.stream().map(GroupKinds::groupMaking).toList())
                .forEach(each -> groups.put(each.production(), each));
        return new ProductionAuthors(groups);
    }

    /** The group that made it; empty for what one learner made alone. */
    Optional<GroupProduction> group(ProductionId production) {
        return Optional.ofNullable(groups.get(production));
    }

    public boolean isMadeBy(PersonId person, Production production) {
        return group(production.id())
                .map(group -> group.isMadeBy(person))
                .orElseGet(() -> production.owner().equals(person));
    }

    /** Those who made it with this person. */
    public List<PersonId> others(PersonId person, ProductionId production) {
        return group(production).stream()
                .flatMap(group -> group.members().stream())
                .filter(GroupProduction.Member::joined)
                .map(GroupProduction.Member::person)
                .filter(each -> !each.equals(person))
                .toList();
    }
}
