/** Frameworks: published, adopted, succeeded by others. */
@NullMarked
package org.eportfolio.core.framework;

import org.jspecify.annotations.NullMarked;
