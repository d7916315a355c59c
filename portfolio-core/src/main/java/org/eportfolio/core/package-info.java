/** The front door, and the store for tests and trials that lives on the heap. */
@NullMarked
package org.eportfolio.core;

import org.jspecify.annotations.NullMarked;
