package org.eportfolio.core.internal.framework;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eportfolio.core.internal.kind.FrameworkKinds;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.framework.FrameworkId;
import org.eportfolio.framework.Succession;
import org.eportfolio.spi.Scope;

/** All published successions, as the way from one framework version to those after it. */
public record SuccessionGraph(List<Succession> all) {
    /** One reading. */
    public static SuccessionGraph of(Work work) {
        return new SuccessionGraph(work.list(FrameworkKinds.SUCCESSION, Scope.ORGANISATION));
    }

    /** Whether successions lead from one version to another, over however many. */
    boolean leads(FrameworkId from, FrameworkId to) {
        return from.equals(to) || between(from, to).isPresent();
    }

    /**
     * The succession between two versions: the published one or, over versions between them, the published ones joined;
     * where several ways lead there, the shortest.
     */
    public Optional<Succession> between(FrameworkId from, FrameworkId to) {
        Map<FrameworkId, Succession> reached = new HashMap<>();
        Deque<FrameworkId> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty() && !reached.containsKey(to)) {
            FrameworkId at = open.remove();
            Succession before = reached.get(at);
            for (Succession each : all) {
                if (!each.from().equals(at) || each.to().equals(from) || reached.containsKey(each.to())) continue;
                reached.put(each.to(), before == null ? each : before.then(each));
                open.add(each.to());
            }
        }
        return Optional.ofNullable(reached.get(to));
    }

    /** The versions that this one succeeds, directly or not. */
    public Set<FrameworkId> before(FrameworkId version) {
        Set<FrameworkId> earlier = new HashSet<>();
        for (Succession each : all) {
            if (leads(each.from(), version)) earlier.add(each.from());
        }
        earlier.remove(version);
        return earlier;
    }

    /** The succession between two versions; empty when none was published. */
    public static Optional<Succession> between(FrameworkId from, FrameworkId to, Work work) {
        return work.find(FrameworkKinds.SUCCESSION, Scope.ORGANISATION, FrameworkKinds.successionId(from, to));
    }
}
