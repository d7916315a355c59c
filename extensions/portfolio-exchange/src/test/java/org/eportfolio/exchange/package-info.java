@NullMarked
package org.eportfolio.exchange;

import org.jspecify.annotations.NullMarked;
