/** Scenarios, missions and year plans. */
@NullMarked
package org.eportfolio.core.internal.scenario;

import org.jspecify.annotations.NullMarked;
