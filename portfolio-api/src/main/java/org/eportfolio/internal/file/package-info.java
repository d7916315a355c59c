/** How the library's own modules write files. Not API. */
@NullMarked
package org.eportfolio.internal.file;

import org.jspecify.annotations.NullMarked;
