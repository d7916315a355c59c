package org.eportfolio.agenda;

import java.util.List;
import java.util.Objects;
import org.eportfolio.journal.Cursor;

/**
 * A piece of what concerns the actor, in commit order.
 *
 * @param next where to go on, to be kept until then
 * @param more whether something may follow already; a page may be empty and have more behind it
 */
public record Notices(List<Notice> notices, Cursor next, boolean more) {
    public Notices {
        notices = List.copyOf(notices);
        Objects.requireNonNull(next, "next");
    }
}
