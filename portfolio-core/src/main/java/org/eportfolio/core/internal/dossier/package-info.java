/** Dossiers, productions and what is cited of them. */
@NullMarked
package org.eportfolio.core.internal.dossier;

import org.jspecify.annotations.NullMarked;
