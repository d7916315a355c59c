package org.eportfolio.core.internal.journal;

import java.nio.ByteBuffer;
import java.util.List;
import org.eportfolio.ConflictException;
import org.eportfolio.journal.Cursor;
import org.eportfolio.spi.FeedEntry;
import org.eportfolio.spi.View;

/** The feed from a cursor on. */
public final class FollowedFeed {
    private FollowedFeed() {}

    /**
     * At most so many entries after a cursor, whose own entry is read too, to see that it is still there. One reading.
     *
     * @throws ConflictException if the store does not hold the entry that the cursor stands at
     */
    public static List<FeedEntry> after(Cursor cursor, int most, View view) {
        if (cursor.equals(Cursor.START)) return view.feed(0, most);
        List<FeedEntry> from = view.feed(cursor.position() - 1, most + 1);
        if (from.isEmpty() || !at(from.get(0)).equals(cursor)) {
            throw ConflictException.state("cursor.elsewhere", cursor);
        }
        return from.subList(1, from.size());
    }

    /** The cursor that stands at an entry. */
    public static Cursor at(FeedEntry fed) {
        return new Cursor(
                fed.position(), ByteBuffer.wrap(fed.entry().hash().bytes()).getLong());
    }
}
