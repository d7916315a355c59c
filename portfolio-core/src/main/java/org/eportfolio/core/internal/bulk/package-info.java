/** Large loads of past work. */
@NullMarked
package org.eportfolio.core.internal.bulk;

import org.jspecify.annotations.NullMarked;
