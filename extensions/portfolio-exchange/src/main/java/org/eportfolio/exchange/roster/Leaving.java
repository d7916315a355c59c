package org.eportfolio.exchange.roster;

import java.time.LocalDate;
import org.eportfolio.exchange.roster.RosterChange.Kind;
import org.eportfolio.school.Membership;
import org.jspecify.annotations.Nullable;

/** Learners who leave a class on a day that the file states, or because it marks them as deleted. */
record Leaving(RosterClock clock, DifferenceDraft draft) {
    /** @param last a day that is past, or null for now */
    void left(PersonInClass who, Membership current, @Nullable LocalDate last) {
        draft.changed(DifferenceDraft.MEMBERSHIP);
        if (last == null) {
            draft.steps().end(current, clock.now());
            draft.remark(who.change(Kind.LEFT, null, clock.today(), "roster.deleted-leaves"));
        } else {
            draft.steps().end(current, clock.end(last));
            draft.remark(who.change(Kind.LEFT, null, last, "roster.left", last));
        }
    }

    /** Reports a last day ahead; the caller sets the period. */
    void willLeave(PersonInClass who, @Nullable LocalDate before, LocalDate last) {
        draft.remark(
                before == null
                        ? who.change(Kind.WILL_LEAVE, null, last, "roster.will-leave", last)
                        : who.change(Kind.WILL_LEAVE, before, last, "roster.last-day", before, last));
    }
}
