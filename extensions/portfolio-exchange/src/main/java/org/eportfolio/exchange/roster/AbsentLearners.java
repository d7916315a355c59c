package org.eportfolio.exchange.roster;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eportfolio.core.Desk;
import org.eportfolio.exchange.Place;
import org.eportfolio.exchange.roster.RosterChange.Kind;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Cohort;
import org.eportfolio.school.Membership;

/**
 * Learners who are members of a cohort here, and whom the file puts into another class or into none. In a whole school's file
 * the former move; {@link Absent} decides whether the latter leave.
 */
final class AbsentLearners {
    private final KnownClasses known;
    private final LinesByClass classes;
    private final RosterScope scope;
    private final Absent absent;
    private final RosterClock clock;
    private final Desk desk;
    private final DifferenceDraft draft;
    private final Steps steps;
    private final Map<PersonId, Set<ClassTarget>> joined;

    /** @param draft in which the lines of the file are compared already */
    AbsentLearners(
            KnownClasses known,
            LinesByClass classes,
            RosterScope scope,
            Absent absent,
            RosterClock clock,
            Desk desk,
            DifferenceDraft draft) {
        this.known = known;
        this.classes = classes;
        this.scope = scope;
        this.absent = absent;
        this.clock = clock;
        this.desk = desk;
        this.draft = draft;
        steps = draft.steps();
        joined = steps.joinedByLearner();
    }

    void compare(Set<PersonId> departing) {
        Map<Membership, Cohort> missing = new LinkedHashMap<>();
        for (Cohort cohort : known.all()) {
            if (!scope.statesLearners(cohort)) continue;
            Set<PersonId> present = classes.learners(cohort);
            known.current(cohort.id()).stream()
                    .filter(each -> !present.contains(each.learner()))
                    .filter(each -> !departing.contains(each.learner()))
                    .filter(each -> scope.statesAbsence()
                            || !classes.currentClasses(each.learner()).isEmpty())
                    .forEach(each -> missing.put(each, cohort));
        }
        if (missing.isEmpty()) return;
        Map<PersonId, String> names = desk.people()
                .named(missing.keySet().stream().map(Membership::learner).toList());
        missing.forEach((membership, cohort) -> {
            PersonId learner = membership.learner();
            String name = names.getOrDefault(learner, learner.value());
            Place place = Place.path(cohort.name());
            compare(membership, new PersonInClass(place, learner, name, known.shown(cohort)), cohort);
        });
    }

    private void compare(Membership membership, PersonInClass who, Cohort cohort) {
        Set<ClassTarget> elsewhere = classes.currentClasses(who.person());
        boolean leaves = (absent == Absent.LEAVE && scope.statesAbsence()) || (scope.moves() && !elsewhere.isEmpty());
        Instant end = firstDay(who.person(), elsewhere);
        Instant until = membership.period().until();
        if (leaves && until != null && !until.isAfter(end)) {
            draft.same(DifferenceDraft.MEMBERSHIP);
            return;
        }
        if (leaves) {
            draft.changed(DifferenceDraft.MEMBERSHIP);
            steps.end(membership, end);
        } else {
            draft.same(DifferenceDraft.MEMBERSHIP);
        }
        RosterClass here = RosterClass.of(cohort);
        draft.remark(elsewhere.isEmpty() ? inNoClass(who, here, leaves) : elsewhere(who, here, elsewhere, leaves));
    }

    private static RosterChange inNoClass(PersonInClass who, RosterClass here, boolean leaves) {
        return leaves
                ? who.change(Kind.ABSENT_LEAVES, here, null, "roster.leaves")
                : who.change(Kind.ABSENT_STAYS, here, here, "roster.absent");
    }

    private RosterChange elsewhere(PersonInClass who, RosterClass here, Set<ClassTarget> elsewhere, boolean leaves) {
        Set<ClassTarget> joins = joined.getOrDefault(who.person(), Set.of());
        Set<ClassTarget> others = joins.isEmpty() ? elsewhere : joins;
        List<Object> shown = others.stream().map(known::shown).toList();
        String after = others.stream().map(ClassTarget::text).collect(joining(", "));
        if (!leaves) return who.change(Kind.ALSO_ELSEWHERE, here, after, "roster.also-elsewhere", shown);
        String key = joins.isEmpty() ? "roster.leaves-class" : "roster.moves";
        return who.change(Kind.MOVES, here, after, key, shown);
    }

    /** When a learner leaves: now, or with the first day in another class if that is later. */
    private Instant firstDay(PersonId learner, Set<ClassTarget> elsewhere) {
        return elsewhere.stream()
                .map(each -> firstDay(learner, each))
                .min(Comparator.naturalOrder())
                .filter(clock.now()::isBefore)
                .orElse(clock.now());
    }

    private Instant firstDay(PersonId learner, ClassTarget target) {
        Cohort cohort = target.cohort();
        if (cohort != null) {
            for (Membership each : known.current(cohort.id())) {
                if (each.learner().equals(learner)) return steps.period(each).from();
            }
        }
        Enrolment line = classes.line(target, learner);
        LocalDate from = line == null ? null : line.from();
        return from == null ? clock.now() : clock.start(from);
    }
}
