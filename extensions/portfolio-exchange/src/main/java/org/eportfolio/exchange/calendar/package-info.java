/** Days and times for calendars. */
@NullMarked
package org.eportfolio.exchange.calendar;

import org.jspecify.annotations.NullMarked;
