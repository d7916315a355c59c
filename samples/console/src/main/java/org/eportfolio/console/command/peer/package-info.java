/** Commands for peer reviews. */
@NullMarked
package org.eportfolio.console.command.peer;

import org.jspecify.annotations.NullMarked;
