/** The first page, search, and what concerns the person who is signed in. */
@NullMarked
package org.eportfolio.web.home;

import org.jspecify.annotations.NullMarked;
