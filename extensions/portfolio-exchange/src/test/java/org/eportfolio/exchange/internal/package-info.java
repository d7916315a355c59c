@NullMarked
package org.eportfolio.exchange.internal;

import org.jspecify.annotations.NullMarked;
