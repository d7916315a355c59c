/** A host that writes to people by mail what concerns them, and gives each a calendar of their own. */
@NullMarked
package org.eportfolio.mail;

import org.jspecify.annotations.NullMarked;
