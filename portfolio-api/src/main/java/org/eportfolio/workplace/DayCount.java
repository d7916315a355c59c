package org.eportfolio.workplace;

import java.util.Collection;

/** Half-days, counted. */
public record DayCount(int planned, int done, int missed, int madeUp) {
    /** No day at all. */
    public static final DayCount NONE = new DayCount(0, 0, 0, 0);

    public static DayCount of(Collection<WorkplaceDay> days) {
        return days.stream()
                .map(each -> new DayCount(each.planned(), each.done(), each.missed(), each.madeUp()))
                .reduce(NONE, DayCount::plus);
    }

    public DayCount plus(DayCount other) {
        return new DayCount(planned + other.planned, done + other.done, missed + other.missed, madeUp + other.madeUp);
    }

    /** The half-days at the workplace: done and made up. */
    public int present() {
        return done + madeUp;
    }

    /** The planned half-days of which nothing was attested yet. */
    public int open() {
        return planned - done - missed;
    }
}
