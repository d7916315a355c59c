/** What is kept stays, and is found out where it does not: rows D5, D6 and E8. */
@NullMarked
package org.eportfolio.core.keeping;

import org.jspecify.annotations.NullMarked;
