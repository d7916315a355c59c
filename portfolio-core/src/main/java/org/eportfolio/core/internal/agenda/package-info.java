/** What waits for a learner each week, and for a team. */
@NullMarked
package org.eportfolio.core.internal.agenda;

import org.jspecify.annotations.NullMarked;
