/**
 * Reflection and explicitation: guided reflections on one's own actions, reports of missions, the team's prompts and
 * feedback, recordings and the authorisations without which there are none.
 */
@NullMarked
package org.eportfolio.reflection;

import org.jspecify.annotations.NullMarked;
