/** Commands for interviews, pathways and reminders. */
@NullMarked
package org.eportfolio.console.command.guidance;

import org.jspecify.annotations.NullMarked;
