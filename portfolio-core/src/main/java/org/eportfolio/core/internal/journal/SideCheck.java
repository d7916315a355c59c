package org.eportfolio.core.internal.journal;

import org.eportfolio.spi.Scope;
import org.eportfolio.spi.View;

/**
 * What else looks at the rows while the journal is verified, so that each is read and decoded once. Several threads may ask it,
 * each of scopes of its own.
 */
public sealed interface SideCheck permits ReferenceCheck, IndexCheck {
    /** @param arrived whether the scope came from elsewhere */
    OfScope of(Scope scope, boolean arrived);

    /** Shown each journalled row of one scope, then ended. For one thread. */
    interface OfScope {
        void at(SeenRow row);

        /** Once all rows were shown, in their snapshot. */
        default void compare(View view) {}

        /** @param readable false where not all could be read in one go */
        default void end(boolean readable) {}
    }
}
