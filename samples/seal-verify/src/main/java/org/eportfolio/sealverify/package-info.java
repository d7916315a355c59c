/** A program of its own that checks a sealed file, for a jury's office. */
@NullMarked
package org.eportfolio.sealverify;

import org.jspecify.annotations.NullMarked;
