package org.eportfolio.core;

import static org.eportfolio.access.Permission.READ_JOURNAL;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import org.eportfolio.ConflictException;
import org.eportfolio.core.internal.call.DeskContext;
import org.eportfolio.core.internal.work.EntryBody;
import org.eportfolio.core.internal.work.PageLimits;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.journal.Cursor;
import org.eportfolio.journal.Feed;
import org.eportfolio.spi.FeedEntry;
import org.eportfolio.spi.Watch;

/**
 * The journal as a feed to follow: every entry in commit order, none left out however many write. A host keeps the cursor
 * with what it made of the entries; when it begins again from there, it sees at least once whatever was committed.
 * Thread-safe.
 */
public final class ChangeDesk {
    /** How many entries {@link #await} gives at once, at most. */
    public static final int AT_ONCE = 500;

    /** After how long a waiting call looks again by itself, since another process may write to the same store. */
    static final Duration RELOOK = Duration.ofSeconds(1);

    private final DeskContext desk;

    ChangeDesk(DeskContext desk) {
        this.desk = desk;
    }

    /**
     * The entries after a cursor; {@link Feed#next} asks for those that follow.
     *
     * @param limit how many at most, 1 to {@value org.eportfolio.PageRequest#LARGEST}
     * @throws ConflictException if the store does not hold the entry that the cursor stands at, as after going back to an
     *     older backup: what was followed since then did not happen here, and the host must begin anew
     */
    public Feed after(Cursor cursor, int limit) {
        int most = PageLimits.page(limit);
        return desk.read(
                READ_JOURNAL,
                call -> { // From the cursor's own entry on, to see that it is still there.
                    List<FeedEntry> fed = cursor.equals(Cursor.START)
                            ? call.work().view().feed(0, most)
                            : beyond(cursor, call.work().view().feed(cursor.position() - 1, most + 1));
                    Cursor next = fed.isEmpty() ? cursor : at(fed.get(fed.size() - 1));
                    return new Feed(
                            fed.stream()
                                    .map(each -> EntryBody.read(each.entry(), Work.json()))
                                    .toList(),
                            next);
                });
    }

    /**
     * The entries after a cursor, at most {@link #AT_ONCE}; when there are none, waits for the next commit. Commits of this
     * process wake it at once, without polling; those of other processes are seen within a second, or sooner where the store
     * hears of them ({@link org.eportfolio.spi.PortfolioStore#watch}). Empty when the time is
     * over. The rights of a waiting reader are checked again each time there is something to read.
     *
     * @throws InterruptedException if the waiting thread is interrupted
     * @throws IllegalStateException among calls made together, and when the portfolio is closed meanwhile
     */
    public Feed await(Cursor cursor, Duration timeout) throws InterruptedException {
        if (desk.session() != desk.engine()) throw new IllegalStateException("what waits cannot be part of a commit");
        long end = System.nanoTime() + nanos(timeout);
        long heard = desk.engine().bell().rings();
        Feed feed = after(cursor, AT_ONCE);
        if (!feed.entries().isEmpty() || System.nanoTime() - end >= 0) return feed;
        Watch others = desk.engine().watchOthers();
        try {
            return awaitFrom(cursor, heard, end);
        } finally {
            others.close();
        }
    }

    private Feed awaitFrom(Cursor cursor, long heardBefore, long end) throws InterruptedException {
        long heard = heardBefore;
        while (true) {
            long left = end - System.nanoTime();
            desk.engine().bell().awaitAfter(heard, Math.min(left, RELOOK.toNanos()));
            heard = desk.engine().bell().rings();
            Feed feed = after(cursor, AT_ONCE);
            if (!feed.entries().isEmpty() || System.nanoTime() - end >= 0) return feed;
        }
    }

    private static List<FeedEntry> beyond(Cursor cursor, List<FeedEntry> from) {
        if (from.isEmpty() || !at(from.get(0)).equals(cursor)) {
            throw ConflictException.state("cursor.elsewhere", cursor);
        }
        return from.subList(1, from.size());
    }

    private static Cursor at(FeedEntry fed) {
        return new Cursor(
                fed.position(), ByteBuffer.wrap(fed.entry().hash().bytes()).getLong());
    }

    /** At most a century, so that adding it to a clock cannot overflow; what is negative is over at once. */
    private static long nanos(Duration timeout) {
        if (timeout.isNegative()) return 0;
        Duration century = Duration.ofDays(36_525);
        return (timeout.compareTo(century) < 0 ? timeout : century).toNanos();
    }
}
