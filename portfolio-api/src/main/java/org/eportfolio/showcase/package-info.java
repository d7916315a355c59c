/** What a learner chooses to show of their dossier, to whom they choose. */
@NullMarked
package org.eportfolio.showcase;

import org.jspecify.annotations.NullMarked;
