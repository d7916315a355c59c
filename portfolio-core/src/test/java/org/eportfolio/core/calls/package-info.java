/** Rules that each public call of each desk is held to. */
@NullMarked
package org.eportfolio.core.calls;

import org.jspecify.annotations.NullMarked;
