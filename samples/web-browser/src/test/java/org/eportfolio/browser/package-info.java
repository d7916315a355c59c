/** The school of the web sample, in a browser as people have it. */
@NullMarked
package org.eportfolio.browser;

import org.jspecify.annotations.NullMarked;
