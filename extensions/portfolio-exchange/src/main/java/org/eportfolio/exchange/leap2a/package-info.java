/** Leap2A: what a learner takes along to other portfolios, and brings from them. */
@NullMarked
package org.eportfolio.exchange.leap2a;

import org.jspecify.annotations.NullMarked;
