/** A session of many commands: reading lines, completing them, remembering them in memory only. */
@NullMarked
package org.eportfolio.console.shell;

import org.jspecify.annotations.NullMarked;
