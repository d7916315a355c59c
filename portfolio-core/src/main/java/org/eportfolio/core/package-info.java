/** The front door: a portfolio, and the desks at which people are served. */
@NullMarked
package org.eportfolio.core;

import org.jspecify.annotations.NullMarked;
