package org.eportfolio.workplace;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.eportfolio.id.DayLineId;

/** What stands of one day, in half-days; what was reversed does not count. */
public record WorkplaceDay(LocalDate day, int planned, int done, int missed, int madeUp) {
    /** How many halves a day has. */
    public static final int HALVES = 2;

    public WorkplaceDay {
        Objects.requireNonNull(day, "day");
    }

    /** Whether the tutor or the team said if the learner was there. */
    public boolean attested() {
        return done + missed > 0;
    }

    /** What stands of these lines, day by day; a day of which nothing stands is not among them. */
    public static List<WorkplaceDay> standing(Collection<DayLine> lines) {
        Map<LocalDate, Map<DayState, Integer>> days = new TreeMap<>();
        for (DayLine each : added(lines)) {
            days.computeIfAbsent(each.day(), day -> new EnumMap<>(DayState.class))
                    .merge(each.state(), each.halves(), Integer::sum);
        }
        return days.entrySet().stream()
                .map(each -> new WorkplaceDay(
                        each.getKey(),
                        each.getValue().getOrDefault(DayState.PLANNED, 0),
                        each.getValue().getOrDefault(DayState.DONE, 0),
                        each.getValue().getOrDefault(DayState.MISSED, 0),
                        each.getValue().getOrDefault(DayState.MADE_UP, 0)))
                .toList();
    }

    /** Those of the lines that add and were not reversed, in their order. */
    public static List<DayLine> added(Collection<DayLine> lines) {
        Set<DayLineId> reversed = new HashSet<>();
        for (DayLine each : lines) if (each.reverses() != null) reversed.add(each.reverses());
        return lines.stream()
                .filter(each -> each.reverses() == null && !reversed.contains(each.id()))
                .toList();
    }
}
