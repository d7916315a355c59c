/** A call on its way: one snapshot, the records it reads and writes, the journal entries that follow. */
@NullMarked
package org.eportfolio.core.internal.work;

import org.jspecify.annotations.NullMarked;
