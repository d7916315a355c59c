/** How a project is followed up, and what a learner's watch over the trade and its technologies brings in. */
@NullMarked
package org.eportfolio.project;

import org.jspecify.annotations.NullMarked;
