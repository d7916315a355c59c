/** What a user sees first: the learner's home for ten minutes a week, and the teacher's queue. */
@NullMarked
package org.eportfolio.agenda;

import org.jspecify.annotations.NullMarked;
