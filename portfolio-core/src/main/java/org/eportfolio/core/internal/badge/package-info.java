/** What badges state, who must have agreed, and the places by which they are revoked. */
@NullMarked
package org.eportfolio.core.internal.badge;

import org.jspecify.annotations.NullMarked;
