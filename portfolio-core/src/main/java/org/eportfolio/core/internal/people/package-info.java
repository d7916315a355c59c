/** People over the years: by which steps an id becomes another, and by which ids other systems know people. */
@NullMarked
package org.eportfolio.core.internal.people;

import org.jspecify.annotations.NullMarked;
