/** What the school keeps of people, for how long, and what they can ask: rows D3 and D4, and J. */
@NullMarked
package org.eportfolio.core.privacy;

import org.jspecify.annotations.NullMarked;
