/** Peer review: pairing, and what reviews amount to. */
@NullMarked
package org.eportfolio.core.internal.peer;

import org.jspecify.annotations.NullMarked;
