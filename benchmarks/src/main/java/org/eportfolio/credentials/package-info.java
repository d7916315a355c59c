/** A badge signed without this library, for comparison. */
@NullMarked
package org.eportfolio.credentials;

import org.jspecify.annotations.NullMarked;
