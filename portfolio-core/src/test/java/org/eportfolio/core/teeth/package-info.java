/** Faulty stores, and the proof that the kit finds each fault. */
@NullMarked
package org.eportfolio.core.teeth;

import org.jspecify.annotations.NullMarked;
