package org.eportfolio.console.school;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** The system's clock until it is set; then it stands still. The demonstration plays a year with it. */
public final class SchoolClock extends Clock {
    private final Clock system;
    private volatile @Nullable Instant set;

    SchoolClock(Clock system) {
        this.system = system;
    }

    public void moveTo(Instant instant) {
        set = instant;
    }

    @Override
    public Instant instant() {
        Instant there = set;
        return there == null ? system.instant() : there;
    }

    @Override
    public ZoneId getZone() {
        return system.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }
}
