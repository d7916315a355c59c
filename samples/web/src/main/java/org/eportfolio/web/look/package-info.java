/** What pages are made of: words, levels, people, fields and forms. Nothing here is about one page. */
@NullMarked
package org.eportfolio.web.look;

import org.jspecify.annotations.NullMarked;
