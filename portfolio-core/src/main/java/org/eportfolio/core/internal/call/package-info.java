/** One call of a desk: opened by the gate, with the few steps that all calls have in common. */
@NullMarked
package org.eportfolio.core.internal.call;

import org.jspecify.annotations.NullMarked;
