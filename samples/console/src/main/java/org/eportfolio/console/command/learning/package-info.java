/** Commands for what learners do and make. */
@NullMarked
package org.eportfolio.console.command.learning;

import org.jspecify.annotations.NullMarked;
