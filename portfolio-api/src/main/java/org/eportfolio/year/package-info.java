/** The beginning of a cohort's year (<em>rentrée</em>). */
@NullMarked
package org.eportfolio.year;

import org.jspecify.annotations.NullMarked;
