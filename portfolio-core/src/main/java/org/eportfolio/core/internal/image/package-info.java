/** Pictures without what was written into them beside the picture: place, time, device, comments, thumbnails. */
@NullMarked
package org.eportfolio.core.internal.image;

import org.jspecify.annotations.NullMarked;
