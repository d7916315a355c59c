package org.eportfolio.core;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.eportfolio.ConflictException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.agenda.Notice;
import org.eportfolio.agenda.NoticeKind;
import org.eportfolio.agenda.NoticePreferences;
import org.eportfolio.agenda.Notices;
import org.eportfolio.core.internal.call.DeskContext;
import org.eportfolio.core.internal.input.Inputs;
import org.eportfolio.core.internal.kind.TraceKinds;
import org.eportfolio.core.internal.notice.NoticeReading;
import org.eportfolio.core.internal.work.CommitWait;
import org.eportfolio.core.internal.work.PageLimits;
import org.eportfolio.journal.Cursor;
import org.eportfolio.spi.Scope;

/**
 * What concerns the actor: a message of the team, a goal to be confirmed, an authorisation to sign. For people with a role, and
 * for each only their own. Thread-safe.
 *
 * <p>A notice is no record: it is worked out from the journal and from what the records say when it is read, so that the
 * actor's rights of that moment count. Left out are things that were withdrawn, are held back or were superseded, and what
 * the actor did. Of peer reviews there is one notice for each campaign, when it is over, so that its time reveals nothing of
 * when a peer wrote.
 *
 * <p>A teacher hears of the learners whom they teach or who were granted to them one by one; a head and a data protection
 * officer of requests about personal data. Of several roles all count, unless the actor names one. Reading notices of a
 * learner is a reading of the dossier in the access log.
 *
 * <p>What falls due on a day is no commit, and so is not among them: {@link #due} finds it for the days asked for.
 */
public final class NoticeDesk {
    /** How many notices {@link #await} gives at once, at most, but for those of one act. */
    public static final int AT_ONCE = 100;

    private static final int MOST_DAYS = 92;

    private final DeskContext desk;

    NoticeDesk(DeskContext desk) {
        this.desk = desk;
    }

    /**
     * What concerns the actor and was committed after a cursor, in commit order, as they may know it now. Looks at no more than
     * 1,000 entries of the journal, so that a page may be empty and say that there may be {@link Notices#more}.
     *
     * <p>A cursor of {@link ChangeDesk} serves here too: a host that begins in the middle of the year begins with one.
     *
     * @param limit after how many a page ends, 1 to {@value org.eportfolio.PageRequest#LARGEST}; those of one act stay
     *     together, so that it may hold a few more
     * @throws ConflictException if the store does not hold the entry that the cursor stands at, as after going back to an
     *     older backup
     * @throws org.eportfolio.DeniedException if the actor holds no role, or not the one that they name
     */
    public Notices after(Cursor cursor, int limit) {
        int most = PageLimits.page(limit);
        Objects.requireNonNull(cursor, "cursor");
        return look(cursor, most).notices();
    }

    private NoticeReading.Look look(Cursor cursor, int most) {
        return desk.session().read(work -> NoticeReading.of(desk.gate(), work).after(cursor, most));
    }

    /**
     * The same, at most {@link #AT_ONCE}; when there is nothing, neither here nor further on, waits until something concerns the
     * actor. Commits of this process are seen at once, those of others within a second. Without notices when the time is over.
     *
     * @throws InterruptedException if the waiting thread is interrupted
     * @throws IllegalStateException among calls made together, and when the portfolio is closed meanwhile
     */
    public Notices await(Cursor cursor, Duration timeout) throws InterruptedException {
        Objects.requireNonNull(cursor, "cursor");
        FurtherLooks looks = new FurtherLooks(cursor);
        Notices found =
                new CommitWait(desk.engine()).until(NoticeDesk::isSomething, looks::next, timeout, desk.session());
        return isSomething(found) ? found : new Notices(List.of(), cursor, false);
    }

    /** Looks at what was committed since the last look, so that a waiting call reads each entry once, however often it is woken. */
    private final class FurtherLooks {
        private Cursor from;

        FurtherLooks(Cursor from) {
            this.from = from;
        }

        Notices next() {
            NoticeReading.Look look = look(from, AT_ONCE);
            from = look.seen();
            return look.notices();
        }
    }

    private static boolean isSomething(Notices found) {
        return !found.notices().isEmpty() || found.more();
    }

    /**
     * What falls on the days from one to another, both included: goals and steps that are due, reviews to write, interviews,
     * the ends of workplace periods and authorisations, and, once the moment is past, levels that an embargo held back and
     * the reviews of campaigns whose deadline has passed. Worked out from what the records say now, so that what is moved
     * meanwhile is found on its new day, and asking twice gives the same twice.
     *
     * @param until at most 92 days in all
     * @return by time
     */
    public List<Notice> due(LocalDate from, LocalDate until) {
        Inputs.requireBounded("from", from);
        Inputs.requireBounded("until", until);
        InvalidInputException.unless(
                !until.isBefore(from) && ChronoUnit.DAYS.between(from, until) < MOST_DAYS,
                "until",
                "notices.days",
                MOST_DAYS,
                from,
                until);
        return desk.session().read(work -> NoticeReading.of(desk.gate(), work).due(from, until));
    }

    /** Which kinds the actor wants to hear of. */
    public NoticePreferences preferences() {
        return desk.session().read(work -> {
            NoticeReading reading = NoticeReading.of(desk.gate(), work);
            return NoticeReading.preferences(reading.person(), work);
        });
    }

    /**
     * Leaves these kinds out from now on and lets all others in; without any, all kinds come. Kept for the actor alone,
     * without an entry in the journal.
     */
    public NoticePreferences leaveOut(NoticeKind... kinds) {
        Inputs.requireEach("kinds", (Object[]) kinds);
        return desk.session().write(Scope.ORGANISATION, work -> {
            NoticeReading reading = NoticeReading.of(desk.gate(), work);
            NoticePreferences before = NoticeReading.preferences(reading.person(), work);
            NoticePreferences after = before.leavingOut(kinds);
            if (!after.equals(before)) work.put(TraceKinds.NOTICE_PREFERENCES, after);
            return after;
        });
    }
}
