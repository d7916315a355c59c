/** A learner's assessments as a table: the statement of positionings. */
@NullMarked
package org.eportfolio.exchange.statement;

import org.jspecify.annotations.NullMarked;
