/** Moves a school from one store to another while it is used. */
@NullMarked
package org.eportfolio.core.internal.move;

import org.jspecify.annotations.NullMarked;
