@NullMarked
package org.eportfolio.exchange.matrix;

import org.jspecify.annotations.NullMarked;
