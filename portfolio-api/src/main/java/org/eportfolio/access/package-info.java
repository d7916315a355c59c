/** Who gets at what, and why: the gate's decisions, explained. */
@NullMarked
package org.eportfolio.access;

import org.jspecify.annotations.NullMarked;
