/** A dossier, for its learner and for the team: voices, productions, reflections, goals, interviews. */
@NullMarked
package org.eportfolio.web.dossier;

import org.jspecify.annotations.NullMarked;
