package org.eportfolio.core.internal.framework;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eportfolio.framework.FrameworkId;
import org.eportfolio.workplace.RequiredDays;
import org.eportfolio.workplace.WorkplaceRequirement;

/** How many weeks at a workplace each framework asks for: what ships, and what the host states. Thread-safe. */
public final class WorkplaceRequirements {
    private final Map<FrameworkId, WorkplaceRequirement> stated = new HashMap<>();
    private final int daysAWeek;

    /** @param stated in place of what ships for the same framework */
    public WorkplaceRequirements(List<WorkplaceRequirement> shipped, List<WorkplaceRequirement> stated, int daysAWeek) {
        shipped.forEach(each -> this.stated.put(each.framework(), each));
        stated.forEach(each -> this.stated.put(each.framework(), each));
        this.daysAWeek = daysAWeek;
    }

    public Optional<RequiredDays> of(FrameworkId framework) {
        return Optional.ofNullable(stated.get(framework)).map(each -> new RequiredDays(each, daysAWeek));
    }
}
