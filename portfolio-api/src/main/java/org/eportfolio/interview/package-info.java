/** The formative interview (<em>entretien formatif</em>): prepared, conducted, agreed, closed, answered. */
@NullMarked
package org.eportfolio.interview;

import org.jspecify.annotations.NullMarked;
