/** Small pictures of pictures, by what the JDK can read. */
@NullMarked
package org.eportfolio.console.picture;

import org.jspecify.annotations.NullMarked;
