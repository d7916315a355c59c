/** Frameworks, adoptions and successions. */
@NullMarked
package org.eportfolio.core.internal.framework;

import org.jspecify.annotations.NullMarked;
