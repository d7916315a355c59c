@NullMarked
package org.eportfolio.exchange.roster;

import org.jspecify.annotations.NullMarked;
