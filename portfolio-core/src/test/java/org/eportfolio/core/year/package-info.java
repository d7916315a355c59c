/** A random year of two schools. */
@NullMarked
package org.eportfolio.core.year;

import org.jspecify.annotations.NullMarked;
