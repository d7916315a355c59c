package org.eportfolio.core.internal.framework;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eportfolio.ConflictException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.assessment.LevelPolicy;
import org.eportfolio.core.internal.history.Arrivals;
import org.eportfolio.core.internal.kind.FrameworkKinds;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.framework.Adoption;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.Crosswalk;
import org.eportfolio.framework.Framework;
import org.eportfolio.framework.FrameworkId;
import org.eportfolio.framework.Item;
import org.eportfolio.framework.Scale;
import org.eportfolio.framework.Succession;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.spi.Scope;

/** Publishes and adopts frameworks within a call; what is there already stays as it is. */
public record FrameworkAdoption(Catalogue catalogue, Work work) {
    public void publish(Framework framework) {
        Optional<Framework> there = catalogue.find(framework.id(), work);
        if (there.isEmpty()) work.put(FrameworkKinds.FRAMEWORK, framework);
        else if (!there.get().equals(framework)) {
            throw ConflictException.state("framework.differs", framework.id());
        }
    }

    /** Publishes a framework that ships, with the crosswalks and successions that ship to those published already. */
    public FrameworkId publishShipped(Framework framework) {
        publish(framework);
        for (Crosswalk crosswalk : ShippedFrameworks.crosswalks()) {
            if (published(crosswalk.from(), crosswalk.to())) publish(crosswalk);
        }
        for (Succession succession : ShippedFrameworks.successions()) {
            if (published(succession.from(), succession.to())) publish(succession);
        }
        return framework.id();
    }

    private boolean published(FrameworkId... both) {
        return Stream.of(both).allMatch(id -> catalogue.find(id, work).isPresent());
    }

    public void publish(Crosswalk crosswalk) {
        Set<Code> from = codes(catalogue.framework(crosswalk.from(), work));
        Set<Code> to = codes(catalogue.framework(crosswalk.to(), work));
        for (Crosswalk.Mapping mapping : crosswalk.mappings()) {
            exists(mapping.code(), from, crosswalk.from());
            mapping.targets().forEach(target -> exists(target, to, crosswalk.to()));
        }
        Optional<Crosswalk> there = work.find(
                FrameworkKinds.CROSSWALK,
                Scope.ORGANISATION,
                FrameworkKinds.crosswalkId(crosswalk.from(), crosswalk.to()));
        if (there.isEmpty()) work.put(FrameworkKinds.CROSSWALK, crosswalk);
        else if (!there.get().equals(crosswalk)) {
            throw ConflictException.state("crosswalk.differs", crosswalk.from(), crosswalk.to());
        }
    }

    public void publish(Succession succession) {
        succession.requireFits(
                catalogue.framework(succession.from(), work), catalogue.framework(succession.to(), work));
        Optional<Succession> there = SuccessionGraph.between(succession.from(), succession.to(), work);
        if (there.isPresent()) {
            if (there.get().equals(succession)) return;
            throw ConflictException.state("succession.differs", succession.from(), succession.to());
        }
        if (SuccessionGraph.of(work).leads(succession.to(), succession.from())) {
            throw ConflictException.state("succession.circular", succession.from(), succession.to());
        }
        work.put(FrameworkKinds.SUCCESSION, succession);
    }

    /** The adoption of these three: the one that is there, or a new one. */
    public Adoption adopt(FrameworkId framework, Scale scale, LevelPolicy policy) {
        catalogue.framework(framework, work);
        String name = catalogue.policy(policy.name()).name();
        for (Adoption each : Arrivals.ownAdoptions(work)) {
            boolean sameId = each.scale().id().equals(scale.id());
            if (sameId && !each.scale().equals(scale)) throw ConflictException.state("scale.differs", scale.id());
            if (sameId && each.framework().equals(framework) && each.policy().equals(name)) return each;
        }
        Adoption adoption = new Adoption(new AdoptionId(work.newId()), framework, scale, name, work.now());
        work.put(FrameworkKinds.ADOPTION, adoption);
        return adoption;
    }

    private static Set<Code> codes(Framework framework) {
        return framework.items().map(Item::code).collect(Collectors.toSet());
    }

    private static void exists(Code code, Set<Code> codes, FrameworkId framework) {
        InvalidInputException.unless(codes.contains(code), "mappings", "framework.no-code", code, framework);
    }
}
