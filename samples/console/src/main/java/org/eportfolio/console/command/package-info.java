/** What all commands have in common. */
@NullMarked
package org.eportfolio.console.command;

import org.jspecify.annotations.NullMarked;
