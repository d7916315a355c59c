@NullMarked
package org.eportfolio.console;

import org.jspecify.annotations.NullMarked;
