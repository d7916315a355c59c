/** Records as JSON text and back: one codec for all of them. */
@NullMarked
package org.eportfolio.core.internal.codec;

import org.jspecify.annotations.NullMarked;
