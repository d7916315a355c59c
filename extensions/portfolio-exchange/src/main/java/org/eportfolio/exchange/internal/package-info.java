/** What several formats share: bounded reading of streams, ZIP, XML and JSON. Not API. */
@NullMarked
package org.eportfolio.exchange.internal;

import org.jspecify.annotations.NullMarked;
