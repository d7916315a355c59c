/** What the team does: rows B, and scenarios, missions, groups, workplaces and tutors. */
@NullMarked
package org.eportfolio.core.team;

import org.jspecify.annotations.NullMarked;
