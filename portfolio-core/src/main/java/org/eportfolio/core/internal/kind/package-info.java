/** The kinds of records, each defined once, and what the rest of the library computes from the definitions. */
@NullMarked
package org.eportfolio.core.internal.kind;

import org.jspecify.annotations.NullMarked;
