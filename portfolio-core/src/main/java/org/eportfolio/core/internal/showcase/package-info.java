/** What learners show, and the links that open it. */
@NullMarked
package org.eportfolio.core.internal.showcase;

import org.jspecify.annotations.NullMarked;
