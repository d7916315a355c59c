package org.eportfolio.exchange.roster;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eportfolio.Page;
import org.eportfolio.core.Desk;
import org.eportfolio.exchange.internal.Composed;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Cohort;
import org.eportfolio.school.Membership;
import org.eportfolio.school.SchoolYear;
import org.jspecify.annotations.Nullable;

/** The school's cohorts and their members, past ones too. The members of a cohort are read when they are first needed. */
final class KnownClasses {
    private static final Comparator<Cohort> BY_YEAR =
            Comparator.comparing(Cohort::schoolYear, Comparator.nullsFirst(Comparator.<SchoolYear>naturalOrder()));

    private final Desk desk;
    private final RosterClock clock;
    private final Map<String, List<Cohort>> byName = new LinkedHashMap<>();
    private final Map<CohortId, List<Membership>> members = new HashMap<>();

    KnownClasses(Desk desk, RosterClock clock) {
        this.desk = desk;
        this.clock = clock;
        for (Cohort each : Page.all(desk.cohorts()::list)) {
            byName.computeIfAbsent(Composed.of(each.name()), name -> new ArrayList<>())
                    .add(each);
        }
    }

    List<Cohort> all() {
        return byName.values().stream().flatMap(List::stream).toList();
    }

    Set<String> names() {
        return new TreeSet<>(byName.keySet());
    }

    /** The name, with the school year where several cohorts have it. */
    Object shown(Cohort cohort) {
        boolean several =
                byName.getOrDefault(Composed.of(cohort.name()), List.of()).size() > 1;
        return several ? RosterClass.of(cohort).shown() : cohort.name();
    }

    /** The same of a class that may be still to be made. */
    Object shown(ClassTarget target) {
        Cohort cohort = target.cohort();
        return cohort == null ? target.named().shown() : shown(cohort);
    }

    /**
     * Finds the cohort for a class of the file. If the file states a school year, it is the cohort of that name and year, or
     * else one of that name without a year that has no members or whose first member joined in that year. If it states none,
     * it is the cohort of that name with the latest year, unless that year is over.
     *
     * @return null if a new cohort is to be made
     */
    @Nullable
    Cohort find(RosterClass named) {
        List<Cohort> same = byName.getOrDefault(named.name(), List.of());
        SchoolYear year = named.year();
        if (year == null) {
            return same.stream()
                    .max(BY_YEAR)
                    .filter(each ->
                            each.schoolYear() == null || !each.schoolYear().isOverOn(clock.today()))
                    .orElse(null);
        }
        return same.stream()
                .filter(each -> year.equals(each.schoolYear()))
                .findFirst()
                .or(() -> same.stream()
                        .filter(each -> each.schoolYear() == null && beganIn(year, each))
                        .findFirst())
                .orElse(null);
    }

    /** The class to make. If a cohort of this name is of a year that is over, the new one is of the current year. */
    RosterClass toMake(RosterClass named) {
        boolean taken = named.year() == null && byName.containsKey(named.name());
        return taken ? new RosterClass(named.name(), SchoolYear.of(clock.today())) : named;
    }

    private boolean beganIn(SchoolYear year, Cohort cohort) {
        return members(cohort.id()).stream()
                .map(each -> each.period().from())
                .min(Comparator.naturalOrder())
                .map(first -> year.equals(SchoolYear.of(clock.day(first))))
                .orElse(true);
    }

    /** All memberships of a cohort, past ones too. */
    List<Membership> members(CohortId cohort) {
        return members.computeIfAbsent(
                cohort, id -> Page.all(next -> desk.cohorts().members(id, next)));
    }

    /** All memberships of a class by their learner; none of one that is to be made. */
    Map<PersonId, List<Membership>> membersByLearner(ClassTarget target) {
        Cohort cohort = target.cohort();
        return cohort == null ? Map.of() : members(cohort.id()).stream().collect(groupingBy(Membership::learner));
    }

    /** Those that hold now, or later. */
    List<Membership> current(CohortId cohort) {
        return members(cohort).stream()
                .filter(each -> each.period().endsAfter(clock.now()))
                .toList();
    }
}
