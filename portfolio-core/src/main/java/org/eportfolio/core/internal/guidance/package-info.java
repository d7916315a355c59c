/** Goals, gaps, interviews and nudges. */
@NullMarked
package org.eportfolio.core.internal.guidance;

import org.jspecify.annotations.NullMarked;
