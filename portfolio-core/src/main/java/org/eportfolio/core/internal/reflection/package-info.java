/** Reflection templates and recordings. */
@NullMarked
package org.eportfolio.core.internal.reflection;

import org.jspecify.annotations.NullMarked;
