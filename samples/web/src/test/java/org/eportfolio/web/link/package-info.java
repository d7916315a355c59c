/** Pages behind a link, tried out. */
@org.jspecify.annotations.NullMarked
package org.eportfolio.web.link;
