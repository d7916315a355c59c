/** The beginning of a cohort's year. */
@NullMarked
package org.eportfolio.core.internal.year;

import org.jspecify.annotations.NullMarked;
