/** Workplace periods as their tutors see them. */
@NullMarked
package org.eportfolio.core.internal.workplace;

import org.jspecify.annotations.NullMarked;
