/** A host on the command line: everything here is a user of the library, nothing is part of it. */
@NullMarked
package org.eportfolio.console;

import org.jspecify.annotations.NullMarked;
