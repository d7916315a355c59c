package org.eportfolio.core;

import static org.eportfolio.access.Permission.NAME_ACTORS;
import static org.eportfolio.access.Permission.READ_JOURNAL;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eportfolio.ConflictException;
import org.eportfolio.core.internal.call.DeskContext;
import org.eportfolio.core.internal.journal.FollowedActors;
import org.eportfolio.core.internal.journal.FollowedFeed;
import org.eportfolio.core.internal.work.CommitWait;
import org.eportfolio.core.internal.work.EntryBody;
import org.eportfolio.core.internal.work.PageLimits;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.id.PersonId;
import org.eportfolio.journal.Cursor;
import org.eportfolio.journal.Feed;
import org.eportfolio.journal.JournalEntry;
import org.eportfolio.spi.FeedEntry;

/**
 * The journal as a feed to follow: every entry in commit order, none left out however many write. A host keeps the cursor
 * with what it made of the entries. When it resumes from there, it sees everything that was committed at least once.
 * Thread-safe.
 */
public final class ChangeDesk {
    /** How many entries {@link #await} gives at once, at most. */
    public static final int AT_ONCE = 500;

    private final DeskContext desk;

    ChangeDesk(DeskContext desk) {
        this.desk = desk;
    }

    /**
     * The entries after a cursor; {@link Feed#next} asks for those that follow.
     *
     * @param limit how many at most, 1 to {@value org.eportfolio.PageRequest#LARGEST}
     * @throws ConflictException if the store does not hold the entry that the cursor stands at, as after going back to an
     *     older backup: the entries followed since then do not exist here, and the host must begin anew
     */
    public Feed after(Cursor cursor, int limit) {
        int most = PageLimits.page(limit);
        return desk.read(READ_JOURNAL, call -> {
            List<FeedEntry> fed = FollowedFeed.after(cursor, most, call.work().view());
            Cursor next = fed.isEmpty() ? cursor : FollowedFeed.at(fed.get(fed.size() - 1));
            return new Feed(
                    fed.stream()
                            .map(each -> EntryBody.read(each.entry(), Work.json()))
                            .toList(),
                    next);
        });
    }

    /**
     * Who acted in these entries, by the aliases in them, for a service of the host that was declared with
     * {@link org.eportfolio.access.Permission#NAME_ACTORS}; the register of processing lists it with its purpose. Left out are the
     * system and services, people who were erased, and learners in another learner's dossier, which would say who reviewed
     * whose work.
     *
     * @param entries as the feed gave them
     */
    public Map<UUID, PersonId> actors(Collection<JournalEntry> entries) {
        Objects.requireNonNull(entries, "entries");
        return desk.read(NAME_ACTORS, call -> FollowedActors.of(entries, call.work()));
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
        return new CommitWait(desk.engine())
                .until(feed -> !feed.entries().isEmpty(), () -> after(cursor, AT_ONCE), timeout, desk.session());
    }
}
