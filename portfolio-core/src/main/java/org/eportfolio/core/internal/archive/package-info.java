/** Archives: writing them, and bringing them in. */
@NullMarked
package org.eportfolio.core.internal.archive;

import org.jspecify.annotations.NullMarked;
