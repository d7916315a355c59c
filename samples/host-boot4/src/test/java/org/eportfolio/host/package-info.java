/** A platform that was there before its portfolio: its own database by JPA, its own pages, and the starter beside them. */
@org.jspecify.annotations.NullMarked
package org.eportfolio.host;
