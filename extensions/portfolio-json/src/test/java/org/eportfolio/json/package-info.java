@NullMarked
package org.eportfolio.json;

import org.jspecify.annotations.NullMarked;
