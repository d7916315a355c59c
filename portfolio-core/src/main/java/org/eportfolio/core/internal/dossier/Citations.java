package org.eportfolio.core.internal.dossier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eportfolio.NotFoundException;
import org.eportfolio.core.internal.access.Gate;
import org.eportfolio.core.internal.call.DossierCall;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.work.NamedRecords;
import org.eportfolio.dossier.Citation;
import org.eportfolio.dossier.Evidence;
import org.eportfolio.dossier.GroupProduction;
import org.eportfolio.dossier.Production;
import org.eportfolio.id.PersonId;
import org.eportfolio.spi.RowName;

/** Turns citations into evidence, freezing what is cited in the same commit. */
public final class Citations {
    private Citations() {}

    /**
     * A production may be cited in any dossier of those who made it, by any reader of it. One in a dossier from elsewhere may
     * if it was frozen there, since nothing is written in such a dossier. A bounded number of readings, however many citations.
     */
    public static List<Evidence> freeze(List<Citation> citations, DossierCall call) {
        if (citations.isEmpty()) return List.of();
        Map<RowName, Production> there = citable(citations, call);
        List<Evidence> evidence = new ArrayList<>(citations.size());
        for (Citation citation : citations) {
            Production production = Objects.requireNonNull(there.get(name(citation)));
            Production frozen = production.withFrozen(citation.version());
            if (!frozen.equals(production)) {
                Gate.requireNoHistory(citation.dossier(), call.work());
                call.put(DossierKinds.PRODUCTION, frozen);
            }
            // It may be cited again, in another version.
            there.put(name(citation), frozen);
            evidence.add(new Evidence(
                    citation.dossier(),
                    citation.production(),
                    citation.version(),
                    Objects.requireNonNull(frozen.version(citation.version()).frozen())));
        }
        return evidence;
    }

    /**
     * A draft may cite what could be cited now. What it cited before and has gone since stays until its learner replaces
     * it: sharing the draft is refused then.
     */
    public static void require(List<Citation> citations, List<Citation> before, DossierCall call) {
        List<Citation> added =
                citations.stream().filter(each -> !before.contains(each)).toList();
        if (added.isEmpty()) return;
        Map<RowName, Production> there = citable(added, call);
        added.forEach(each -> Objects.requireNonNull(there.get(name(each))).version(each.version()));
    }

    /** The cited productions, each of which is there, was made by the learner, and may be cited. */
    private static Map<RowName, Production> citable(List<Citation> citations, DossierCall call) {
        PersonId learner = call.learner();
        call.gate()
                .productions(
                        citations.stream()
                                .filter(each ->
                                        !each.dossier().equals(call.dossier().id()))
                                .toList(),
                        call.work());
        ProductionAuthors makers = ProductionAuthors.of(
                citations.stream().map(Citation::production).toList(), call.work());
        Map<RowName, Production> there = new HashMap<>(NamedRecords.of(
                        DossierKinds.PRODUCTION,
                        citations.stream().map(Citations::name).collect(Collectors.toSet()),
                        call.work())
                .found());
        for (Citation citation : citations) {
            Production production = Optional.ofNullable(there.get(name(citation)))
                    .filter(each -> makers.isMadeBy(learner, each))
                    .orElseThrow(() -> new NotFoundException("production", citation.production()));
            makers.group(production.id()).ifPresent(GroupProduction::requireCitable);
        }
        return there;
    }

    private static RowName name(Citation citation) {
        return new RowName(
                DossierKinds.scope(citation.dossier()),
                DossierKinds.PRODUCTION.kind(),
                citation.production().value());
    }
}
