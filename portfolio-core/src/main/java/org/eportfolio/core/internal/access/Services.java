package org.eportfolio.core.internal.access;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eportfolio.ConflictException;
import org.eportfolio.NotFoundException;
import org.eportfolio.access.HostService;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.SchoolKinds;
import org.eportfolio.core.internal.work.Engine;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.id.PersonId;
import org.eportfolio.spi.Key;

/** The services that the host declared, in the order of their names. Thread-safe. */
public record Services(List<HostService> declared) {
    public static final Services NONE = new Services(List.of());

    public Services {
        List<HostService> sorted = new ArrayList<>(declared);
        sorted.sort(Comparator.comparing(HostService::name));
        declared = List.copyOf(sorted);
    }

    /** @throws NotFoundException if none of this name was declared */
    HostService require(String name) {
        return find(name).orElseThrow(() -> new NotFoundException("service", name));
    }

    private Optional<HostService> find(String name) {
        return declared.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /** Refuses an id that is a person's already: their rights and traces would be taken for the service's. */
    public void requireNoPersons(Engine engine) {
        if (declared.isEmpty()) return;
        engine.read(work -> {
            for (HostService each : declared) {
                if (isPerson(each.id(), work)) throw ConflictException.state("service.is-person", each.id());
            }
            return true;
        });
    }

    private static boolean isPerson(PersonId id, Work work) {
        Set<Key> keys = Set.of(
                SchoolKinds.grantsOf(id),
                SchoolKinds.membershipsOf(id),
                SchoolKinds.namesOf(id),
                DossierKinds.dossiersOf(id));
        return !work.view().whereAny(keys).isEmpty();
    }
}
