/** A cohort's matrix for spreadsheets. */
@NullMarked
package org.eportfolio.exchange.matrix;

import org.jspecify.annotations.NullMarked;
