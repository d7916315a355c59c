/** Text on a terminal: what is printed, in which language and style, and JSON for programs. */
@NullMarked
package org.eportfolio.console.terminal;

import org.jspecify.annotations.NullMarked;
