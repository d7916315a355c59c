/** What the front door checks of an input before anything else. */
@NullMarked
package org.eportfolio.core.internal.input;

import org.jspecify.annotations.NullMarked;
