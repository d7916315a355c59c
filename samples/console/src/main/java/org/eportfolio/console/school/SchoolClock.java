package org.eportfolio.console.school;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** The system's clock until it is set; then it stands still. The demonstration plays a year with it. */
public final class SchoolClock extends Clock {
    private final Clock system;
    private volatile @Nullable Instant set;
    private volatile @Nullable ZoneId zone;

    SchoolClock(Clock system) {
        this.system = system;
    }

    public void moveTo(Instant instant) {
        set = instant;
    }

    /** Days are the school's, whatever the machine is set to. */
    void readIn(ZoneId school) {
        zone = school;
    }

    @Override
    public Instant instant() {
        Instant there = set;
        return there == null ? system.instant() : there;
    }

    @Override
    public ZoneId getZone() {
        ZoneId school = zone;
        return school == null ? system.getZone() : school;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }
}
