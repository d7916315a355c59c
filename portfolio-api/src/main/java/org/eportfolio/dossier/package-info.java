/** A learner's digital dossier: productions, their pieces and versions, and the evidence that is cited from them. */
@NullMarked
package org.eportfolio.dossier;

import org.jspecify.annotations.NullMarked;
