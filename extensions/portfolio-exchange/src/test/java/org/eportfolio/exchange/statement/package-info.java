@NullMarked
package org.eportfolio.exchange.statement;

import org.jspecify.annotations.NullMarked;
