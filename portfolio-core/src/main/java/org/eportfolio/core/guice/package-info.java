/** For hosts that use Guice; others never load it. */
@NullMarked
package org.eportfolio.core.guice;

import org.jspecify.annotations.NullMarked;
