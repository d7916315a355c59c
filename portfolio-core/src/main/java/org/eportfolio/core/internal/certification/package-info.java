/** The jury's sealed file. */
@NullMarked
package org.eportfolio.core.internal.certification;

import org.jspecify.annotations.NullMarked;
