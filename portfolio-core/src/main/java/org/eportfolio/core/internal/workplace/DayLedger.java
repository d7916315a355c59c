package org.eportfolio.core.internal.workplace;

import static org.eportfolio.core.internal.kind.WorkplaceKinds.DAY_LINE;
import static org.eportfolio.core.internal.kind.WorkplaceKinds.daysIn;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eportfolio.InvalidInputException;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.guidance.WorkplacePeriod;
import org.eportfolio.id.DayLineId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Role;
import org.eportfolio.workplace.DayLine;
import org.eportfolio.workplace.DayState;
import org.eportfolio.workplace.NewAttestedDays;
import org.eportfolio.workplace.NewPlannedDays;
import org.eportfolio.workplace.WorkplaceDay;
import org.jspecify.annotations.Nullable;

/**
 * The ledger of one period, to which a person adds. What is said anew of a day reverses what was said before, line by line;
 * nothing is written for what stands already. For one thread.
 */
public final class DayLedger {
    private final WorkplacePeriod period;
    private final Work work;
    private final PersonId by;
    private final Role role;
    private final List<DayLine> lines;
    private boolean grown;

    public DayLedger(WorkplacePeriod period, PersonId by, Role role, Work work) {
        this.period = period;
        this.by = by;
        this.role = role;
        this.work = work;
        this.lines = new ArrayList<>(lines(period, work));
    }

    /** All lines of a period, in the order in which they were added. */
    public static List<DayLine> lines(WorkplacePeriod period, Work work) {
        return work.where(DAY_LINE, daysIn(period.id())).stream()
                .filter(each -> each.dossier().equals(period.dossier()))
                .toList();
    }

    /** What stands, day by day. */
    public List<WorkplaceDay> standing() {
        return WorkplaceDay.standing(lines);
    }

    /** Whether anything was added. */
    public boolean grown() {
        return grown;
    }

    /** Plans days of the period. What was attested of a day whose plan changes is reversed with it. */
    public void plan(NewPlannedDays input) {
        input.halves().forEach((day, halves) -> {
            if (halves > 0) requireWithin(day, period.until(), "halves");
            planned(day, halves);
        });
    }

    /** Takes the days out of the plan that lie outside other bounds of the period, unless they were attested. */
    public void keepWithin(LocalDate first, LocalDate last) {
        for (WorkplaceDay each : standing()) {
            boolean outside = each.day().isBefore(first) || each.day().isAfter(last);
            if (outside && !each.attested()) planned(each.day(), 0);
        }
    }

    private void planned(LocalDate day, int halves) {
        WorkplaceDay before = on(day);
        if (before.planned() == halves) return;
        InvalidInputException.unless(
                halves + before.madeUp() <= WorkplaceDay.HALVES, "halves", "workplace.day-full", day);
        set(day, DayState.DONE, 0);
        set(day, DayState.MISSED, 0);
        set(day, DayState.PLANNED, halves);
    }

    /** Attests days that have come. */
    public void attest(NewAttestedDays input, LocalDate today) {
        LocalDate upTo = input.upTo() == null ? today : input.upTo();
        requirePast(upTo, "upTo", today);
        input.missed().forEach((day, halves) -> {
            requirePast(day, "missed", today);
            int planned = on(day).planned();
            InvalidInputException.unless(planned > 0, "missed", "workplace.day-not-planned", day);
            InvalidInputException.unless(halves <= planned, "missed", "workplace.day-half", day);
            set(day, DayState.MISSED, halves);
            set(day, DayState.DONE, planned - halves);
        });
        for (WorkplaceDay each : standing()) {
            if (each.planned() > 0 && !each.attested() && !each.day().isAfter(upTo)) {
                set(each.day(), DayState.DONE, each.planned());
            }
        }
        input.madeUp().forEach((day, halves) -> {
            requirePast(day, "madeUp", today);
            if (halves > 0) requireWithin(day, period.readableUntil(), "madeUp");
            InvalidInputException.unless(
                    on(day).planned() + halves <= WorkplaceDay.HALVES, "madeUp", "workplace.day-full", day);
            set(day, DayState.MADE_UP, halves);
        });
    }

    private void requireWithin(LocalDate day, LocalDate last, String path) {
        InvalidInputException.unless(
                !day.isBefore(period.from()) && !day.isAfter(last),
                path,
                "workplace.day-outside",
                day,
                period.from(),
                last);
    }

    private static void requirePast(LocalDate day, String path, LocalDate today) {
        InvalidInputException.unless(!day.isAfter(today), path, "workplace.day-future", day);
    }

    private WorkplaceDay on(LocalDate day) {
        return WorkplaceDay.standing(
                        lines.stream().filter(each -> each.day().equals(day)).toList())
                .stream()
                .findFirst()
                .orElse(new WorkplaceDay(day, 0, 0, 0, 0));
    }

    private void set(LocalDate day, DayState state, int halves) {
        List<DayLine> standing = WorkplaceDay.added(lines.stream()
                .filter(each -> each.day().equals(day) && each.state() == state)
                .toList());
        if (standing.stream().mapToInt(DayLine::halves).sum() == halves) return;
        for (DayLine each : standing) add(day, state, each.halves(), each.id());
        if (halves > 0) add(day, state, halves, null);
    }

    private void add(LocalDate day, DayState state, int halves, @Nullable DayLineId reverses) {
        DayLine line = new DayLine(
                new DayLineId(work.newId()),
                period.dossier(),
                period.id(),
                day,
                state,
                halves,
                by,
                role,
                work.now(),
                reverses);
        work.put(DAY_LINE, line);
        lines.add(line);
        grown = true;
    }
}
