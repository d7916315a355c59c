/** Who may read and do what: row D1. */
@NullMarked
package org.eportfolio.core.rights;

import org.jspecify.annotations.NullMarked;
