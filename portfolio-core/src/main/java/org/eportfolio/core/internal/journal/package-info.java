/** Proofs over the journal: verification, anchors, references. */
@NullMarked
package org.eportfolio.core.internal.journal;

import org.jspecify.annotations.NullMarked;
