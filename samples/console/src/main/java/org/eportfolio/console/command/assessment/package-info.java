/** Commands for levels and the feedback on them. */
@NullMarked
package org.eportfolio.console.command.assessment;

import org.jspecify.annotations.NullMarked;
