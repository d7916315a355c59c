/** Pages behind a link, without an account. */
@NullMarked
package org.eportfolio.web.link;

import org.jspecify.annotations.NullMarked;
