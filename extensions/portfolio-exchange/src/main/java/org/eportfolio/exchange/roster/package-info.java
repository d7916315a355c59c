/**
 * Rosters: who learns and works in which cohort. A dry run reports the difference first: who joins, who is no longer in the
 * file, who is called otherwise. No one is ever deleted; a membership can end, and what was assessed stays.
 */
@NullMarked
package org.eportfolio.exchange.roster;

import org.jspecify.annotations.NullMarked;
