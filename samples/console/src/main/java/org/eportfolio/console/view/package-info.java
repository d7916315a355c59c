/** How what a command found is shown to people. */
@NullMarked
package org.eportfolio.console.view;

import org.jspecify.annotations.NullMarked;
