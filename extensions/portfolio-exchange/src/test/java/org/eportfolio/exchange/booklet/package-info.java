@NullMarked
package org.eportfolio.exchange.booklet;

import org.jspecify.annotations.NullMarked;
