@NullMarked
package org.eportfolio.credentials;

import org.jspecify.annotations.NullMarked;
