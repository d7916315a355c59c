/** What happens around a workplace period: what the tutor is shown. */
@NullMarked
package org.eportfolio.workplace;

import org.jspecify.annotations.NullMarked;
