/** What every concept shares: the family of exceptions, pages, and the checks that records make of themselves. */
@NullMarked
package org.eportfolio;

import org.jspecify.annotations.NullMarked;
