/** What awaits somebody who opens the portfolio: the learner's ten minutes a week, the teacher's queue. */
@NullMarked
package org.eportfolio.agenda;

import org.jspecify.annotations.NullMarked;
