/** For hosts that use Guice; nobody else loads this. */
@NullMarked
package org.eportfolio.core.guice;

import org.jspecify.annotations.NullMarked;
