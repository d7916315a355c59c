/** Badges: what a school defines, what a learner asks for or is offered, and what becomes an Open Badge. */
@NullMarked
package org.eportfolio.badge;

import org.jspecify.annotations.NullMarked;
