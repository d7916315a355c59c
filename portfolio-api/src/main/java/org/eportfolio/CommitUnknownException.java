package org.eportfolio;

import org.jspecify.annotations.Nullable;

/**
 * A change may have been written, or not: the connection to the store was lost at the wrong moment, and the store could
 * not find out afterwards. Only a store behind a network throws it. Look before doing it again: what was written shows in
 * the journal like any other act.
 */
public final class CommitUnknownException extends PortfolioException {
    private static final long serialVersionUID = 1;

    public CommitUnknownException(Message message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
