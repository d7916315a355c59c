/** The in-memory store. */
@NullMarked
package org.eportfolio.core.internal.memory;

import org.jspecify.annotations.NullMarked;
