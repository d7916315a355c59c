/** Comparisons on a PostgreSQL server, which {@code -Dportfolio.postgresql=jdbc:…} names; without one these chapters are left out. */
@NullMarked
package org.eportfolio.benchmarks.side.postgresql;

import org.jspecify.annotations.NullMarked;
