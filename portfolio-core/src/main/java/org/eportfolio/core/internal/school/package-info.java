/** People, cohorts and their rosters. */
@NullMarked
package org.eportfolio.core.internal.school;

import org.jspecify.annotations.NullMarked;
