/** Commands for copies of the whole and for files that go elsewhere. */
@NullMarked
package org.eportfolio.console.command.exchange;

import org.jspecify.annotations.NullMarked;
