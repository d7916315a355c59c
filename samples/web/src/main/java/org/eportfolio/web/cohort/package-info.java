/** A class for its teachers. */
@NullMarked
package org.eportfolio.web.cohort;

import org.jspecify.annotations.NullMarked;
