@NullMarked
package org.eportfolio.exchange.archive;

import org.jspecify.annotations.NullMarked;
