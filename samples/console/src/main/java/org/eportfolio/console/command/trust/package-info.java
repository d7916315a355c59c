/** Commands for access, the journal and privacy. */
@NullMarked
package org.eportfolio.console.command.trust;

import org.jspecify.annotations.NullMarked;
