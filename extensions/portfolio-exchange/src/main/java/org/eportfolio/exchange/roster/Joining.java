package org.eportfolio.exchange.roster;

import java.time.LocalDate;
import org.eportfolio.exchange.roster.RosterChange.Kind;
import org.eportfolio.school.Role;

/** Learners and staff of the file who are not in their class yet. */
record Joining(KnownClasses known, RosterPeople people, DifferenceDraft draft) {
    void join(ClassTarget target, Enrolment line) {
        add(target, line, Kind.JOINS, "roster.joins", line.name().display(), line.role(), known.shown(target));
    }

    /** A learner who had left the class joins it again. */
    void rejoin(ClassTarget target, Enrolment line) {
        add(target, line, Kind.RETURNS, "roster.returns", line.name().display(), known.shown(target));
    }

    private void add(ClassTarget target, Enrolment line, Kind kind, String key, Object... arguments) {
        boolean learner = line.role() == Role.LEARNER;
        draft.steps().join(target, line, learner ? people.majority(line.person()) : null);
        draft.added(counted(line));
        RosterChange change = RosterChange.of(kind, line.place(), line.person(), null, target.text(), key, arguments);
        if (target.cohort() == null) draft.list(change);
        else draft.remark(change);
    }

    /** An enrolment that is over, or to be deleted, before it was ever here. */
    void notBroughtIn(ClassTarget target, Enrolment line) {
        draft.leftOut(counted(line));
        PersonInClass who = PersonInClass.of(line, known.shown(target));
        LocalDate until = line.until();
        if (line.deleted() || until == null) {
            draft.remark(who.change(Kind.NOT_BROUGHT_IN, null, null, "roster.deleted"));
        } else {
            LocalDate after = line.role() == Role.LEARNER ? until : null;
            draft.remark(who.change(Kind.NOT_BROUGHT_IN, null, after, "roster.over", until));
        }
    }

    private static String counted(Enrolment line) {
        return line.role() == Role.LEARNER ? DifferenceDraft.MEMBERSHIP : DifferenceDraft.STAFF;
    }
}
