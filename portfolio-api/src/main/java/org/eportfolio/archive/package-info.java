/** What travels whole between portfolios: how an archive is handed out and read, and what came of it. */
@NullMarked
package org.eportfolio.archive;

import org.jspecify.annotations.NullMarked;
