/** What a platform of thousands of schools would need, from a model that is small enough to load. */
@NullMarked
package org.eportfolio.benchmarks.platform;

import org.jspecify.annotations.NullMarked;
