/** Commands for the school itself: people, classes, frameworks, years. */
@NullMarked
package org.eportfolio.console.command.school;

import org.jspecify.annotations.NullMarked;
