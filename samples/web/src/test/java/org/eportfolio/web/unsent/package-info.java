/** Whose a page is, tried out. */
@org.jspecify.annotations.NullMarked
package org.eportfolio.web.unsent;
