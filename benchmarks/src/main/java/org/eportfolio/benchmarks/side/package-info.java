/**
 * The library beside what a host would write instead, in the same run: chapters, each some rows of the one table, what they
 * measure with ({@code Course}, {@code Race}, {@code Turns}, {@code Row}), and what is plainest where no school is compared:
 * archives, frameworks, badges, search, the console's start.
 */
@NullMarked
package org.eportfolio.benchmarks.side;

import org.jspecify.annotations.NullMarked;
