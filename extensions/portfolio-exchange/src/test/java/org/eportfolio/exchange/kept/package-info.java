/** Files that earlier versions of the library made, and what later versions must be able to do with them. */
@NullMarked
package org.eportfolio.exchange.kept;

import org.jspecify.annotations.NullMarked;
