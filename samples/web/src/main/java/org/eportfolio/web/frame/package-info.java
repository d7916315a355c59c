/** What stands around each page, who signs in, and what a person reads when something is refused. */
@NullMarked
package org.eportfolio.web.frame;

import org.jspecify.annotations.NullMarked;
