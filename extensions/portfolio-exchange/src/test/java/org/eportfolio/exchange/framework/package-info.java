@NullMarked
package org.eportfolio.exchange.framework;

import org.jspecify.annotations.NullMarked;
