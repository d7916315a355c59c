package org.eportfolio.exchange.roster;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eportfolio.exchange.roster.RosterChange.Kind;
import org.eportfolio.school.Membership;
import org.eportfolio.school.Period;
import org.eportfolio.school.SchoolYear;
import org.jspecify.annotations.Nullable;

/**
 * A learner's line, compared with the learner's memberships in that class.
 *
 * @param statesEnds whether the file has a place for last days
 */
record LearnerComparison(
        KnownClasses known,
        RosterClock clock,
        Joining joining,
        Leaving leaving,
        boolean statesEnds,
        RosterPeople people,
        DifferenceDraft draft) {
    /** A last day from this month on is the end of the year, which a file without a last day says nothing about. */
    private static final int END_OF_YEAR = 6;

    void compare(ClassTarget target, Enrolment line, List<Membership> memberships) {
        Membership current = memberships.stream()
                .filter(each -> each.period().endsAfter(clock.now()))
                .findFirst()
                .orElse(null);
        boolean was = memberships.stream().anyMatch(each -> hasHeld(each.period()));
        if (line.isCurrentOn(clock.today())) {
            if (current != null) {
                PersonInClass who = PersonInClass.of(line, known.shown(target));
                adjust(who, line, current);
                comesOfAge(who, current);
            } else if (was) joining.rejoin(target, line);
            else joining.join(target, line);
        } else if (current != null) {
            PersonInClass who = PersonInClass.of(line, known.shown(target));
            leaving.left(who, current, line.deleted() ? null : line.until());
        } else if (was) {
            draft.same(DifferenceDraft.MEMBERSHIP);
        } else {
            joining.notBroughtIn(target, line);
        }
    }

    /** The day of majority, where none was stated before; the sentence leaves it out. */
    private void comesOfAge(PersonInClass who, Membership current) {
        LocalDate majority = people.majority(current.learner());
        if (majority == null || current.majorityOn() != null) return;
        draft.steps().comesOfAge(current, majority);
        draft.remark(who.change(Kind.MAJORITY, null, null, "roster.majority"));
    }

    private boolean hasHeld(Period period) {
        return period.from().isBefore(clock.now())
                && (period.until() == null || period.from().isBefore(period.until()));
    }

    /** Takes over the days that the file states. */
    private void adjust(PersonInClass who, Enrolment line, Membership current) {
        Period period = current.period();
        Instant from = from(who, line.from(), period.from());
        Instant until = until(who, line.until(), from, period.until());
        // A last day before the first one that was known, and no first day in the file: a member at once.
        if (until != null && !until.isAfter(from)) from = clock.now();
        Period after = new Period(from, until);
        if (after.equals(period)) {
            draft.same(DifferenceDraft.MEMBERSHIP);
        } else {
            draft.changed(DifferenceDraft.MEMBERSHIP);
            draft.steps().periods().put(current, after);
        }
    }

    private Instant from(PersonInClass who, @Nullable LocalDate first, Instant from) {
        LocalDate firstHere = clock.day(from);
        if (first == null || first.equals(firstHere)) return from;
        draft.remark(who.change(Kind.FIRST_DAY, firstHere, first, "roster.first-day", firstHere, first));
        return clock.start(first);
    }

    private @Nullable Instant until(
            PersonInClass who, @Nullable LocalDate last, Instant from, @Nullable Instant until) {
        LocalDate lastHere = clock.lastDay(until);
        if (last != null && !last.equals(lastHere)) {
            leaving.willLeave(who, lastHere, last);
            return clock.end(last);
        }
        if (last != null || until == null || lastHere == null) return until;
        // The file's first day lies behind the last day that was set here.
        if (!until.isAfter(from)) return null;
        if (statesEnds && isBeforeEndOfYear(lastHere)) {
            draft.remark(who.change(Kind.LAST_DAY_STAYS, lastHere, null, "roster.last-day-stays", lastHere));
        }
        return until;
    }

    private boolean isBeforeEndOfYear(LocalDate last) {
        LocalDate end = LocalDate.of(SchoolYear.of(clock.today()).begins() + 1, END_OF_YEAR, 1);
        return last.isBefore(end);
    }
}
