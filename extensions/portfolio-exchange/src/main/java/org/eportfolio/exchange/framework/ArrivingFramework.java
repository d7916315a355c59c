package org.eportfolio.exchange.framework;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eportfolio.NotFoundException;
import org.eportfolio.core.Desk;
import org.eportfolio.core.FrameworkDesk;
import org.eportfolio.exchange.Place;
import org.eportfolio.exchange.internal.ExchangeMessages;
import org.eportfolio.exchange.internal.Findings;
import org.eportfolio.framework.Crosswalk;
import org.eportfolio.framework.Framework;
import org.eportfolio.framework.FrameworkId;
import org.eportfolio.framework.Original;

/** A framework that was read, on its way to those that are published. */
final class ArrivingFramework {
    private ArrivingFramework() {}

    /** Counts what is new and what is there; what is there with another content never changes. */
    static void compare(Framework framework, List<Crosswalk> crosswalks, FrameworkDesk desk, Findings findings) {
        Optional<Framework> there = find(framework.id(), desk);
        Place whole = Place.path("");
        if (there.isEmpty()) {
            findings.added("framework", 1);
            findings.added("item", framework.items().count());
        } else if (there.get().equals(framework)) {
            findings.same("framework", 1);
            findings.same("item", framework.items().count());
        } else {
            // Not an item among others: without it there is nothing to bring in.
            throw ExchangeMessages.state("framework.differs", framework.id());
        }
        for (Crosswalk each : crosswalks) {
            Optional<Crosswalk> before = there.isEmpty() ? Optional.empty() : desk.crosswalk(each.from(), each.to());
            if (before.isEmpty()) findings.added("crosswalk", 1);
            else if (sameLines(before.get(), each)) findings.same("crosswalk", 1);
            else findings.bad("crosswalk", whole, "crosswalk.differs", each.from(), each.to());
        }
    }

    private static Optional<Framework> find(FrameworkId id, FrameworkDesk desk) {
        try {
            return Optional.of(desk.get(id));
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    private static boolean sameLines(Crosswalk one, Crosswalk other) {
        List<Crosswalk.Mapping> full = new ArrayList<>(one.mappings());
        full.removeIf(each -> each.targets().isEmpty());
        return full.equals(other.mappings());
    }

    /** All of it, or nothing. */
    static void publish(Framework framework, Original original, List<Crosswalk> crosswalks, Desk desk) {
        desk.together(joined -> {
            FrameworkDesk frameworks = joined.frameworks();
            frameworks.publish(framework, original);
            for (Crosswalk each : crosswalks) {
                if (frameworks.crosswalk(each.from(), each.to()).isEmpty()) frameworks.publish(each);
            }
            return framework.id();
        });
    }
}
