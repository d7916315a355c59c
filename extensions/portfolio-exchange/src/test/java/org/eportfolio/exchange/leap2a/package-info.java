@NullMarked
package org.eportfolio.exchange.leap2a;

import org.jspecify.annotations.NullMarked;
