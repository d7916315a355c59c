@NullMarked
package org.eportfolio.exchange.calendar;

import org.jspecify.annotations.NullMarked;
