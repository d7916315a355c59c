/** Search: how texts and queries become words, and how what a person may read is looked through. */
@NullMarked
package org.eportfolio.core.internal.search;

import org.jspecify.annotations.NullMarked;
