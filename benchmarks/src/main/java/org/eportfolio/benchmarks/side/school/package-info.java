/**
 * The schools that are compared, each with the same facts in it: the library's, one written by hand with JDBC on the best schema
 * we know, and one by Hibernate; and what loads the latter two at once. Public is what the chapters call.
 */
@NullMarked
package org.eportfolio.benchmarks.side.school;

import org.jspecify.annotations.NullMarked;
