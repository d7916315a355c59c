/** Badge proofs written by hand, to measure beside; in this package for the library's JSON-LD contexts. */
@NullMarked
package org.eportfolio.credentials;

import org.jspecify.annotations.NullMarked;
