/** The GDPR as calls: register, exports, erasure, retention. */
@NullMarked
package org.eportfolio.core.internal.privacy;

import org.jspecify.annotations.NullMarked;
