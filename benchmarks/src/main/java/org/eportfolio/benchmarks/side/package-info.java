/**
 * The library beside what a host would write instead: hand-written JDBC on the best schema we know, and Hibernate, over
 * the same facts in the same run; archives, frameworks and the console's start beside what is plainest there.
 */
@NullMarked
package org.eportfolio.benchmarks.side;

import org.jspecify.annotations.NullMarked;
