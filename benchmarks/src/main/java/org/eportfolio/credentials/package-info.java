/** What others would write by hand, given the contexts of the library. */
@NullMarked
package org.eportfolio.credentials;

import org.jspecify.annotations.NullMarked;
