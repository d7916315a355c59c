/** What learners do: rows A, and their badges. */
@NullMarked
package org.eportfolio.core.learner;

import org.jspecify.annotations.NullMarked;
