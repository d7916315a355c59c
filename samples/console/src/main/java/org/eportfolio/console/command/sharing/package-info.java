/** Commands for showing work to others, and for what that needs. */
@NullMarked
package org.eportfolio.console.command.sharing;

import org.jspecify.annotations.NullMarked;
