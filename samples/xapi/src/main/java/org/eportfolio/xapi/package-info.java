/** A host that turns the change feed into xAPI statements: what any host does that must miss nothing. */
@NullMarked
package org.eportfolio.xapi;

import org.jspecify.annotations.NullMarked;
