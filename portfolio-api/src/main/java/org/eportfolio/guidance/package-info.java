/** What learners aim at, with the help of the team. */
@NullMarked
package org.eportfolio.guidance;

import org.jspecify.annotations.NullMarked;
