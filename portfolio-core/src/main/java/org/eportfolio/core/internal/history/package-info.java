/** What came from other schools. */
@NullMarked
package org.eportfolio.core.internal.history;

import org.jspecify.annotations.NullMarked;
