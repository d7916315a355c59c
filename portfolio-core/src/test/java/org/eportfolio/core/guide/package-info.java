/** The examples of the README and of the guide. */
@NullMarked
package org.eportfolio.core.guide;

import org.jspecify.annotations.NullMarked;
