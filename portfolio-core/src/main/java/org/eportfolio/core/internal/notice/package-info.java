/** What concerns a person, worked out from the journal and the records at the moment of reading. */
@NullMarked
package org.eportfolio.core.internal.notice;

import org.jspecify.annotations.NullMarked;
