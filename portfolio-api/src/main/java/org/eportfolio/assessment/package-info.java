/** Judgements on competencies, each from one perspective, and the progress that follows from them. */
@NullMarked
package org.eportfolio.assessment;

import org.jspecify.annotations.NullMarked;
