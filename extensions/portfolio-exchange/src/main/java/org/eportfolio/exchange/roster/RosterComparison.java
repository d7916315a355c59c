package org.eportfolio.exchange.roster;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eportfolio.core.Desk;
import org.eportfolio.exchange.ImportReport.Count;
import org.eportfolio.exchange.Place;
import org.eportfolio.exchange.internal.ExchangeMessages;
import org.eportfolio.exchange.roster.RosterChange.Kind;
import org.eportfolio.exchange.roster.RosterDifference.Group;
import org.eportfolio.exchange.roster.RosterDifference.Steps;
import org.eportfolio.exchange.roster.RosterDifference.Target;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Cohort;
import org.eportfolio.school.Grant;
import org.eportfolio.school.Membership;
import org.eportfolio.school.Period;
import org.eportfolio.school.PersonName;
import org.eportfolio.school.Reach;
import org.eportfolio.school.Role;
import org.eportfolio.school.SchoolYear;
import org.jspecify.annotations.Nullable;

/** Compares a roster with what is there, once. */
final class RosterComparison {
    /** A last day from this month on is the end of the year, which a file without a last day says nothing about. */
    private static final int END_OF_YEAR = 6;

    private static final String MEMBERSHIP = "membership";

    private record Line(PersonId person, Role role) {}

    private record Seat(CohortId cohort, PersonId learner) {}

    private final RosterLines lines;
    private final RosterCoverage coverage;
    private final Absent absent;
    private final Desk desk;
    private final Instant now;
    private final ZoneId zone;
    private final LocalDate today;
    private final KnownClasses known;

    private final Map<Target, Map<Line, Enrolment>> classes = new LinkedHashMap<>();
    private final Map<PersonId, Set<Target>> inClasses = new HashMap<>();
    private final Map<PersonId, Set<Target>> joinedClasses = new HashMap<>();
    private final Set<Seat> seats = new HashSet<>();

    private final List<RosterChange> changes = new ArrayList<>();
    private final List<RosterChange> remarks = new ArrayList<>();
    private final Map<String, Count> counts = new LinkedHashMap<>();
    private final Steps steps =
            new Steps(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());

    RosterComparison(RosterLines lines, RosterCoverage coverage, Absent absent, Desk desk) {
        this.lines = lines;
        this.coverage = coverage;
        this.absent = absent;
        this.desk = desk;
        now = desk.clock().instant();
        zone = desk.clock().getZone();
        today = LocalDate.ofInstant(now, zone);
        known = new KnownClasses(desk, today);
    }

    RosterDifference difference() {
        // Refuses those who manage no cohorts, before anything is told.
        Map<Line, List<Grant>> held = held();
        arrange();
        classes.forEach((target, each) -> compare(target, each, held));
        Set<PersonId> departing = departures();
        List<Cohort> concerned = concerned();
        for (Cohort each : concerned) missing(each, departing);
        names();
        return new RosterDifference(changes, remarks, counts, steps);
    }

    private Map<Line, List<Grant>> held() {
        Set<PersonId> staff = lines.all().stream()
                .filter(each -> each.role() != Role.LEARNER)
                .map(Enrolment::person)
                .collect(toSet());
        Map<Line, List<Grant>> held = new HashMap<>();
        for (Grant each : desk.grants().of(staff)) {
            if (!each.period().endsAfter(now)) continue;
            held.computeIfAbsent(new Line(each.holder(), each.role()), line -> new ArrayList<>())
                    .add(each);
        }
        return held;
    }

    /** The lines by the class that they mean; of several about one person, the one that holds. */
    private void arrange() {
        Map<String, Set<SchoolYear>> years = new HashMap<>();
        for (Enrolment each : lines.all()) {
            if (each.year() == null) continue;
            years.computeIfAbsent(each.cohort(), name -> new TreeSet<>()).add(each.year());
        }
        Map<RosterClass, Target> targets = new HashMap<>();
        for (Enrolment each : lines.all()) {
            Target target = targets.computeIfAbsent(each.inClass(), named -> target(named, years));
            classes.computeIfAbsent(target, key -> new LinkedHashMap<>())
                    .merge(new Line(each.person(), each.role()), each, this::theOneThatHolds);
            if (each.role() != Role.LEARNER) continue;
            Cohort cohort = target.cohort();
            if (cohort != null) seats.add(new Seat(cohort.id(), each.person()));
            if (each.isCurrentOn(today)) {
                inClasses
                        .computeIfAbsent(each.person(), person -> new LinkedHashSet<>())
                        .add(target);
            }
        }
    }

    private Target target(RosterClass named, Map<String, Set<SchoolYear>> years) {
        Set<SchoolYear> stated = years.getOrDefault(named.name(), Set.of());
        RosterClass meant = named.year() == null && stated.size() == 1
                ? new RosterClass(named.name(), stated.iterator().next())
                : named;
        Cohort cohort = known.meant(meant);
        if (cohort == null) return new Target(known.made(meant), null);
        return new Target(new RosterClass(cohort.name(), meant.year()), cohort);
    }

    private Enrolment theOneThatHolds(Enrolment one, Enrolment other) {
        return !one.isCurrentOn(today) && other.isCurrentOn(today) ? other : one;
    }

    private Object shown(Target target) {
        Cohort cohort = target.cohort();
        return cohort == null ? target.named().shown() : known.shown(cohort);
    }

    private static String plain(Target target) {
        Cohort cohort = target.cohort();
        return (cohort == null ? target.named() : RosterClass.of(cohort)).toString();
    }

    private void compare(Target target, Map<Line, Enrolment> enrolments, Map<Line, List<Grant>> held) {
        Cohort cohort = target.cohort();
        boolean used = cohort != null || enrolments.values().stream().anyMatch(each -> each.isCurrentOn(today));
        if (used) announce(target, enrolments.values());
        Map<PersonId, List<Membership>> members = new HashMap<>();
        if (cohort != null) {
            for (Membership each : known.members(cohort.id())) {
                members.computeIfAbsent(each.learner(), learner -> new ArrayList<>())
                        .add(each);
            }
        }
        for (Enrolment each : enrolments.values()) {
            if (each.role() == Role.LEARNER) {
                learner(target, each, members.getOrDefault(each.person(), List.of()));
            } else {
                staff(target, each, held.getOrDefault(new Line(each.person(), each.role()), List.of()));
            }
        }
    }

    private void announce(Target target, Collection<Enrolment> enrolments) {
        Cohort cohort = target.cohort();
        Place place = enrolments.iterator().next().place();
        SchoolYear year = target.named().year();
        if (cohort == null) {
            count("cohort", 1, 0, 0, 0);
            Set<String> others = known.names();
            classes.keySet().forEach(each -> others.add(each.named().name()));
            List<String> near = NearNames.of(target.named().name(), others);
            long learners = enrolments.stream()
                    .filter(each -> each.role() == Role.LEARNER && each.isCurrentOn(today))
                    .count();
            Object label = target.named().shown();
            String after = target.named().toString();
            if (near.isEmpty()) {
                change(Kind.NEW_CLASS, place, null, "", after, "roster.new-class", label, learners);
            } else {
                change(Kind.NEW_CLASS, place, null, "", after, "roster.new-class-near", label, learners, near);
            }
        } else if (year != null && cohort.schoolYear() == null) {
            count("cohort", 0, 1, 0, 0);
            steps.years().put(cohort.id(), year);
            change(Kind.YEAR_OF_CLASS, place, null, "", year.toString(), "roster.class-year", cohort.name(), year);
        } else {
            count("cohort", 0, 0, 1, 0);
        }
    }

    private void learner(Target target, Enrolment line, List<Membership> memberships) {
        Membership current = memberships.stream()
                .filter(each -> each.period().endsAfter(now))
                .findFirst()
                .orElse(null);
        boolean was = memberships.stream().anyMatch(each -> hasHeld(each.period()));
        if (line.isCurrentOn(today)) {
            if (current == null) join(target, line, was);
            else adjust(target, line, current);
        } else if (current != null) {
            leave(target, line, current);
        } else if (was) {
            count(MEMBERSHIP, 0, 0, 1, 0);
        } else {
            notBroughtIn(target, line);
        }
    }

    private void notBroughtIn(Target target, Enrolment line) {
        count(MEMBERSHIP, 0, 0, 0, 1);
        if (line.deleted()) {
            change(
                    Kind.NOT_BROUGHT_IN,
                    line.place(),
                    line.person(),
                    "",
                    "",
                    "roster.deleted",
                    line.name().display(),
                    shown(target));
        } else {
            LocalDate until = line.until() == null ? today : line.until();
            change(
                    Kind.NOT_BROUGHT_IN,
                    line.place(),
                    line.person(),
                    "",
                    until.toString(),
                    "roster.over",
                    line.name().display(),
                    shown(target),
                    until);
        }
    }

    private boolean hasHeld(Period period) {
        return period.from().isBefore(now)
                && (period.until() == null || period.from().isBefore(period.until()));
    }

    private void join(Target target, Enrolment line, boolean was) {
        steps.joining()
                .computeIfAbsent(target, each -> new LinkedHashMap<>())
                .computeIfAbsent(new Group(line.role(), line.from(), line.until()), each -> new LinkedHashSet<>())
                .add(line.person());
        String kind = line.role() == Role.LEARNER ? MEMBERSHIP : "staff";
        count(kind, 1, 0, 0, 0);
        if (line.role() == Role.LEARNER) {
            joinedClasses
                    .computeIfAbsent(line.person(), person -> new LinkedHashSet<>())
                    .add(target);
        }
        Object to = shown(target);
        String after = plain(target);
        String name = line.name().display();
        RosterChange change = was
                ? made(Kind.RETURNS, line.place(), line.person(), "", after, "roster.returns", name, to)
                : made(Kind.JOINS, line.place(), line.person(), "", after, "roster.joins", name, line.role(), to);
        changes.add(change);
        if (target.cohort() != null) remarks.add(change);
    }

    /** The days that the file states. */
    private void adjust(Target target, Enrolment line, Membership current) {
        Period period = current.period();
        Instant from = period.from();
        Instant until = period.until();
        Object to = shown(target);
        LocalDate first = line.from();
        LocalDate firstHere = day(from);
        if (first != null && !first.equals(firstHere)) {
            from = start(first);
            change(
                    Kind.FIRST_DAY,
                    line.place(),
                    line.person(),
                    firstHere.toString(),
                    first.toString(),
                    "roster.first-day",
                    line.name().display(),
                    to,
                    firstHere,
                    first);
        }
        LocalDate last = line.until();
        LocalDate lastHere = until == null ? null : lastDay(until);
        if (last != null && !last.equals(lastHere)) {
            until = start(last.plusDays(1));
            willLeave(line.place(), line.person(), line.name().display(), to, lastHere, last);
        } else if (last == null && until != null && !until.isAfter(from)) {
            // The file's first day lies behind the last day that was set here.
            until = null;
        } else if (last == null && lastHere != null && lines.statesEnds() && isBeforeEndOfYear(lastHere)) {
            change(
                    Kind.LAST_DAY_STAYS,
                    line.place(),
                    line.person(),
                    lastHere.toString(),
                    "",
                    "roster.last-day-stays",
                    line.name().display(),
                    to,
                    lastHere);
        }
        // A last day before the first one that was known, and no first day in the file: a member at once.
        if (until != null && !until.isAfter(from)) from = now;
        Period after = new Period(from, until);
        if (after.equals(period)) {
            count(MEMBERSHIP, 0, 0, 1, 0);
        } else {
            count(MEMBERSHIP, 0, 1, 0, 0);
            steps.periods().put(current, after);
        }
    }

    private void willLeave(
            Place place, PersonId person, String name, Object cohort, @Nullable LocalDate before, LocalDate last) {
        if (before == null) {
            change(Kind.WILL_LEAVE, place, person, "", last.toString(), "roster.will-leave", name, cohort, last);
        } else {
            change(
                    Kind.WILL_LEAVE,
                    place,
                    person,
                    before.toString(),
                    last.toString(),
                    "roster.last-day",
                    name,
                    cohort,
                    before,
                    last);
        }
    }

    private boolean isBeforeEndOfYear(LocalDate last) {
        LocalDate end = LocalDate.of(SchoolYear.of(today).begins() + 1, END_OF_YEAR, 1);
        return last.isBefore(end);
    }

    private void leave(Target target, Enrolment line, Membership current) {
        count(MEMBERSHIP, 0, 1, 0, 0);
        LocalDate last = line.deleted() ? null : line.until();
        leftOn(line.place(), line.person(), line.name().display(), shown(target), last, current);
    }

    /** @param last a day that is past, or null for now */
    private void leftOn(
            Place place, PersonId person, String name, Object cohort, @Nullable LocalDate last, Membership current) {
        if (last == null) {
            end(current, now);
            change(Kind.LEFT, place, person, "", day(now).toString(), "roster.deleted-leaves", name, cohort);
        } else {
            end(current, start(last.plusDays(1)));
            change(Kind.LEFT, place, person, "", last.toString(), "roster.left", name, cohort, last);
        }
    }

    private void staff(Target target, Enrolment line, List<Grant> grants) {
        Cohort cohort = target.cohort();
        Grant there = grants.stream()
                .filter(each -> cohort != null && each.reach().equals(new Reach.OfCohort(cohort.id())))
                .findFirst()
                .orElse(null);
        boolean current = line.isCurrentOn(today);
        if (there == null && current) {
            join(target, line, false);
        } else if (there == null) {
            count("staff", 0, 0, 0, 1);
            String key = line.deleted() ? "roster.deleted" : "roster.over";
            LocalDate until = line.until() == null ? today : line.until();
            change(
                    Kind.NOT_BROUGHT_IN,
                    line.place(),
                    line.person(),
                    "",
                    "",
                    key,
                    line.name().display(),
                    shown(target),
                    until);
        } else {
            count("staff", 0, 0, 1, 0);
            Instant end = there.period().until();
            LocalDate last = line.until();
            LocalDate lastHere = end == null ? null : lastDay(end);
            boolean other = last != null && !last.equals(lastHere);
            if (current && !other) return;
            String key = line.deleted() ? "roster.staff-deleted" : "roster.staff-days";
            change(
                    Kind.STAFF_STAYS,
                    line.place(),
                    line.person(),
                    lastHere == null ? "" : lastHere.toString(),
                    last == null ? "" : last.toString(),
                    key,
                    line.name().display(),
                    line.role(),
                    shown(target),
                    last == null ? "" : last);
        }
    }

    /** Those who leave every class. */
    private Set<PersonId> departures() {
        if (lines.departures().isEmpty()) return Set.of();
        Map<PersonId, Map<Membership, Object>> memberships = new HashMap<>();
        for (Cohort cohort : known.all()) {
            if (!concerns(cohort)) continue;
            for (Membership each : known.current(cohort.id(), now)) {
                memberships
                        .computeIfAbsent(each.learner(), learner -> new LinkedHashMap<>())
                        .put(each, known.shown(cohort));
            }
        }
        Set<PersonId> departing = new HashSet<>();
        for (Departure each : lines.departures()) {
            departing.add(each.person());
            Map<Membership, Object> theirs = memberships.getOrDefault(each.person(), Map.of());
            if (theirs.isEmpty()) {
                count(MEMBERSHIP, 0, 0, 0, 1);
                change(Kind.NOT_BROUGHT_IN, each.place(), each.person(), "", "", absence(each), each.name());
            }
            theirs.forEach((membership, cohort) -> departs(each, membership, cohort));
        }
        return departing;
    }

    private String absence(Departure who) {
        LocalDate last = who.lastDay();
        if (last == null) return "roster.deleted-person";
        return last.isBefore(today) ? "roster.left-school" : "siecle.no-division";
    }

    private void departs(Departure who, Membership membership, Object cohort) {
        LocalDate last = who.lastDay();
        if (last == null || last.isBefore(today)) {
            count(MEMBERSHIP, 0, 1, 0, 0);
            leftOn(who.place(), who.person(), who.name(), cohort, last, membership);
            return;
        }
        Instant until = membership.period().until();
        LocalDate lastHere = until == null ? null : lastDay(until);
        if (last.equals(lastHere)) {
            count(MEMBERSHIP, 0, 0, 1, 0);
            return;
        }
        count(MEMBERSHIP, 0, 1, 0, 0);
        Instant from = membership.period().from();
        Instant end = start(last.plusDays(1));
        steps.periods().put(membership, new Period(from, end.isBefore(from) ? from : end));
        willLeave(who.place(), who.person(), who.name(), cohort, lastHere, last);
    }

    private List<Cohort> concerned() {
        if (lines.all().stream().noneMatch(each -> each.role() == Role.LEARNER)) return List.of();
        return known.all().stream().filter(this::concerns).toList();
    }

    /** Whether the file speaks of this cohort: it names it, or it is the whole school's and the cohort is of its year or before. */
    private boolean concerns(Cohort cohort) {
        if (isNamed(cohort)) return true;
        SchoolYear year = cohort.schoolYear();
        if (coverage == RosterCoverage.CLASSES || year == null) return false;
        return lines.all().stream()
                .map(Enrolment::year)
                .filter(each -> each != null)
                .max(SchoolYear::compareTo)
                .map(latest -> year.compareTo(latest) <= 0)
                .orElse(!year.isOverOn(today));
    }

    private boolean isNamed(Cohort cohort) {
        return classes.keySet().stream().anyMatch(each -> cohort.equals(each.cohort()));
    }

    /** Those of a cohort whom the file does not have in it. */
    private void missing(Cohort cohort, Set<PersonId> departing) {
        boolean named = isNamed(cohort);
        // A class of teachers only says nothing about its learners.
        if (named && coverage == RosterCoverage.CLASSES && hasNoLearners(cohort)) return;
        List<Membership> missing = known.current(cohort.id(), now).stream()
                .filter(each -> !seats.contains(new Seat(cohort.id(), each.learner())))
                .filter(each -> !departing.contains(each.learner()))
                .toList();
        if (missing.isEmpty()) return;
        Map<PersonId, String> names =
                desk.people().named(missing.stream().map(Membership::learner).toList());
        for (Membership each : missing) {
            String name = names.getOrDefault(each.learner(), each.learner().value());
            missing(each, name, cohort);
        }
    }

    private boolean hasNoLearners(Cohort cohort) {
        return classes.entrySet().stream()
                .filter(each -> cohort.equals(each.getKey().cohort()))
                .flatMap(each -> each.getValue().keySet().stream())
                .noneMatch(each -> each.role() == Role.LEARNER);
    }

    private void missing(Membership membership, String name, Cohort cohort) {
        PersonId learner = membership.learner();
        Place place = Place.path(cohort.name());
        Object shown = known.shown(cohort);
        String here = RosterClass.of(cohort).toString();
        Set<Target> elsewhere = inClasses.getOrDefault(learner, Set.of());
        Instant end = elsewhere.isEmpty() ? now : firstDay(learner, elsewhere);
        Instant until = membership.period().until();
        boolean leaves = absent == Absent.LEAVE || (coverage == RosterCoverage.SCHOOL && !elsewhere.isEmpty());
        if (leaves && until != null && !until.isAfter(end)) {
            count(MEMBERSHIP, 0, 0, 1, 0);
            return;
        }
        count(MEMBERSHIP, 0, leaves ? 1 : 0, leaves ? 0 : 1, 0);
        if (elsewhere.isEmpty()) {
            if (leaves) {
                end(membership, end);
                change(Kind.ABSENT_LEAVES, place, learner, here, "", "roster.leaves", name, shown);
            } else {
                change(Kind.ABSENT_STAYS, place, learner, here, here, "roster.absent", name, shown);
            }
            return;
        }
        Set<Target> joined = joinedClasses.getOrDefault(learner, Set.of());
        Set<Target> classes = joined.isEmpty() ? elsewhere : joined;
        List<Object> to = classes.stream().map(this::shown).toList();
        String after = classes.stream().map(RosterComparison::plain).collect(joining(", "));
        if (!leaves) {
            change(Kind.ALSO_ELSEWHERE, place, learner, here, after, "roster.also-elsewhere", name, shown, to);
            return;
        }
        end(membership, end);
        String key = joined.isEmpty() ? "roster.leaves-class" : "roster.moves";
        change(Kind.MOVES, place, learner, here, after, key, name, shown, to);
    }

    /** When a learner who moves leaves: now, or with the first day in the other class. */
    private Instant firstDay(PersonId learner, Set<Target> elsewhere) {
        return elsewhere.stream()
                .map(each -> firstDay(learner, each))
                .min(Comparator.naturalOrder())
                .filter(now::isBefore)
                .orElse(now);
    }

    private Instant firstDay(PersonId learner, Target target) {
        Cohort cohort = target.cohort();
        if (cohort != null) {
            for (Membership each : known.current(cohort.id(), now)) {
                if (!each.learner().equals(learner)) continue;
                return steps.periods().getOrDefault(each, each.period()).from();
            }
        }
        Enrolment line = classes.getOrDefault(target, Map.of()).get(new Line(learner, Role.LEARNER));
        LocalDate from = line == null ? null : line.from();
        return from == null ? now : start(from);
    }

    private void end(Membership membership, Instant at) {
        Period period = steps.periods().getOrDefault(membership, membership.period());
        steps.periods().put(membership, period.endedAt(at));
    }

    private void names() {
        Map<PersonId, Enrolment> people = new LinkedHashMap<>();
        lines.all().forEach(each -> {
            if (each.isCurrentOn(today)) people.putIfAbsent(each.person(), each);
        });
        Map<PersonId, PersonName> kept = desk.people().kept(people.keySet());
        people.forEach((person, line) -> name(person, line, kept.get(person)));
    }

    private void name(PersonId person, Enrolment line, @Nullable PersonName before) {
        PersonName name = line.name();
        boolean sameShown = before != null && before.display().equals(name.display());
        boolean sameParts = before != null && (name.family() == null || name.equals(before));
        if (sameShown && sameParts) {
            count("person", 0, 0, 1, 0);
            return;
        }
        steps.names().put(person, name);
        String shown = name.display();
        if (before == null || sameShown) {
            count("person", before == null ? 1 : 0, before == null ? 0 : 1, 0, 0);
            String had = before == null ? "" : before.display();
            changes.add(made(Kind.NAMED, line.place(), person, had, shown, "roster.named", person, shown));
        } else {
            count("person", 0, 1, 0, 0);
            String had = before.display();
            change(Kind.RENAMED, line.place(), person, had, shown, "roster.renamed", person, had, shown);
        }
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    private LocalDate lastDay(Instant end) {
        return day(end.minusNanos(1));
    }

    private void count(String kind, long added, long changed, long same, long leftOut) {
        counts.merge(
                kind,
                new Count(added, changed, same, leftOut),
                (one, other) -> new Count(
                        one.added() + other.added(),
                        one.changed() + other.changed(),
                        one.same() + other.same(),
                        one.leftOut() + other.leftOut()));
    }

    private static RosterChange made(
            Kind kind,
            Place place,
            @Nullable PersonId person,
            String before,
            String after,
            String key,
            Object... arguments) {
        return new RosterChange(kind, place, person, before, after, ExchangeMessages.of(key, arguments));
    }

    private void change(
            Kind kind,
            Place place,
            @Nullable PersonId person,
            String before,
            String after,
            String key,
            Object... arguments) {
        RosterChange change = made(kind, place, person, before, after, key, arguments);
        changes.add(change);
        remarks.add(change);
    }
}
