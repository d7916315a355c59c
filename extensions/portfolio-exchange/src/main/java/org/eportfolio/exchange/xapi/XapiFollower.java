package org.eportfolio.exchange.xapi;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.eportfolio.DeniedException;
import org.eportfolio.core.Desk;
import org.eportfolio.id.PersonId;
import org.eportfolio.journal.Cursor;
import org.eportfolio.journal.Feed;
import org.eportfolio.journal.JournalEntry;

/**
 * Follows the change feed and makes statements of it. The host keeps the cursor with what it handed on; when it begins again from
 * there, a statement may come again, under the same id, and none is left out. Thread-safe.
 *
 * <p>It reads with the rights of its desk: {@code READ_JOURNAL} is needed, and what else the desk may read is said: framework and
 * scale ({@code FIND_DOSSIER}, {@code READ_FRAMEWORKS}), competency and level of assessments and goals ({@code READ_PROGRESS}), the
 * files of productions ({@code READ_PRODUCTION}). A service of the host, declared with these, is the usual desk.
 *
 * <pre>{@code
 * XapiFollower follower = XapiFollower.of(portfolio.asService("traces"), XapiOptions.of(URI.create("https://school.example")));
 * XapiFollower.Piece piece = follower.await(cursor, Duration.ofMinutes(1));
 * piece.statements().forEach(each -> send(each.json()));
 * keep(piece.next());
 * }</pre>
 */
public final class XapiFollower {
    private final Desk desk;
    private final XapiOptions options;

    private XapiFollower(Desk desk, XapiOptions options) {
        this.desk = Objects.requireNonNull(desk, "desk");
        this.options = Objects.requireNonNull(options, "options");
    }

    public static XapiFollower of(Desk desk, XapiOptions options) {
        return new XapiFollower(desk, options);
    }

    /**
     * A piece of the feed as statements, in commit order.
     *
     * @param statements none where the piece holds only what the profile has no word for
     * @param next where to go on, with or without statements; the same cursor as given when there was nothing new
     * @param passedOver how many entries became no statement, by their acts
     * @param unread of how many records competency, level or files are not said, since the desk may not read them or they are gone
     */
    public record Piece(List<XapiStatement> statements, Cursor next, Map<String, Long> passedOver, long unread) {
        public Piece {
            statements = List.copyOf(statements);
            Objects.requireNonNull(next, "next");
            passedOver = Map.copyOf(passedOver);
        }
    }

    /**
     * What follows a cursor.
     *
     * @param limit entries of the journal at most, as for {@link org.eportfolio.core.ChangeDesk#after}
     * @throws org.eportfolio.ConflictException if the store does not hold the entry that the cursor stands at
     * @throws org.eportfolio.DeniedException if the desk may not read the journal, or not name actors where that was asked for
     */
    public Piece after(Cursor cursor, int limit) {
        return piece(desk.changes().after(cursor, limit));
    }

    /** The same of one dossier's journal alone; {@link Piece#passedOver} counts its entries only. */
    Piece after(Cursor cursor, int limit, UUID dossier) {
        Feed feed = desk.changes().after(cursor, limit);
        List<JournalEntry> own = feed.entries().stream()
                .filter(each -> each.scope().equals(dossier))
                .toList();
        return piece(new Feed(own, feed.next()));
    }

    /**
     * The same, waiting for the next commit while there is nothing new.
     *
     * @throws InterruptedException if the waiting thread is interrupted
     */
    public Piece await(Cursor cursor, Duration timeout) throws InterruptedException {
        return piece(desk.changes().await(cursor, timeout));
    }

    /** What an entry of the feed becomes: a statement, one for each assessment that it wrote, or none. */
    public List<XapiStatement> statements(JournalEntry entry) {
        return piece(new Feed(List.of(entry), Cursor.START)).statements();
    }

    private Piece piece(Feed feed) {
        List<JournalEntry> told = feed.entries().stream()
                .filter(each -> XapiActs.of(each).isPresent())
                .toList();
        Map<String, Long> passedOver = new TreeMap<>();
        XapiReading reading = new XapiReading(desk);
        XapiWriting writing = writing(told);
        List<XapiStatement> statements = new ArrayList<>();
        for (JournalEntry entry : feed.entries()) {
            XapiActs act = XapiActs.of(entry).orElse(null);
            List<JournalEntry.Item> objects = act == null ? List.of() : act.objects(entry);
            if (act == null || objects.isEmpty()) passedOver.merge(entry.act(), 1L, Long::sum);
            else
                objects.forEach(
                        each -> statements.add(writing.statement(entry, act, each, reading.of(entry, act, each))));
        }
        return new Piece(statements, feed.next(), passedOver, reading.unread());
    }

    private XapiWriting writing(List<JournalEntry> entries) {
        if (!options.named()) return new XapiWriting(options, Map.of(), Map.of());
        Map<UUID, PersonId> actors = desk.changes().actors(entries);
        return new XapiWriting(options, actors, names(actors.values()));
    }

    /** None where the desk may not read names. */
    private Map<PersonId, String> names(Collection<PersonId> people) {
        try {
            return desk.people().named(people.stream().distinct().toList());
        } catch (DeniedException notForThisReader) {
            return Map.of();
        }
    }
}
