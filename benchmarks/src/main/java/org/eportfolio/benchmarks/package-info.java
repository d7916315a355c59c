/** Measurements behind the choices; see CONTRIBUTING for the command. */
@NullMarked
package org.eportfolio.benchmarks;

import org.jspecify.annotations.NullMarked;
