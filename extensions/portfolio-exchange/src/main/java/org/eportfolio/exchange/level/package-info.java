/** Levels that learners had been given before, from a spreadsheet. */
@NullMarked
package org.eportfolio.exchange.level;

import org.jspecify.annotations.NullMarked;
