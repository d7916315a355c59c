/** What a screen needs: rows H. */
@NullMarked
package org.eportfolio.core.everyday;

import org.jspecify.annotations.NullMarked;
