/** What was changed, when and in which role, without a word of personal data. */
@NullMarked
package org.eportfolio.journal;

import org.jspecify.annotations.NullMarked;
