/** The gate: who may do what, from grants and memberships, in one place. */
@NullMarked
package org.eportfolio.core.internal.access;

import org.jspecify.annotations.NullMarked;
