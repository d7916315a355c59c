@NullMarked
package org.eportfolio.exchange.xapi;

import org.jspecify.annotations.NullMarked;
