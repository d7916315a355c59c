/** What this server alone knows: secrets in files beside the school's, and what is sealed under them. */
@NullMarked
package org.eportfolio.web.secret;

import org.jspecify.annotations.NullMarked;
