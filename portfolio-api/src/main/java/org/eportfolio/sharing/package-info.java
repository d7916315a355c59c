/** Links that open one thing of a dossier, for a time, to whoever bears them. */
@NullMarked
package org.eportfolio.sharing;

import org.jspecify.annotations.NullMarked;
