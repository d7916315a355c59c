/** What a learner captures where there is no network: the keys that seal it on their phone. */
@NullMarked
package org.eportfolio.web.draft;

import org.jspecify.annotations.NullMarked;
