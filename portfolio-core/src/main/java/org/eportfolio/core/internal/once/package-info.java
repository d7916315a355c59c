/** Calls that are made once, however often they are asked for under one key. */
@NullMarked
package org.eportfolio.core.internal.once;

import org.jspecify.annotations.NullMarked;
