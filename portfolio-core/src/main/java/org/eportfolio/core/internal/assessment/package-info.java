/** Judgements, and the current levels that follow from them. */
@NullMarked
package org.eportfolio.core.internal.assessment;

import org.jspecify.annotations.NullMarked;
