/** Links that open one thing of a dossier to their bearers for a time. */
@NullMarked
package org.eportfolio.sharing;

import org.jspecify.annotations.NullMarked;
