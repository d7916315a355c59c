/** Forms that came when the session in which their page was shown had ended: what was typed is not lost, and no one else reads it. */
@NullMarked
package org.eportfolio.web.unsent;

import org.jspecify.annotations.NullMarked;
