/** What learners and those beside them did, as xAPI 1.0.3 statements under a published profile. */
@NullMarked
package org.eportfolio.exchange.xapi;

import org.jspecify.annotations.NullMarked;
