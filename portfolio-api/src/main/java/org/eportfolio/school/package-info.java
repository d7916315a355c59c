/** People by the host's own ids, cohorts and memberships, and the roles they hold as scoped, dated grants. */
@NullMarked
package org.eportfolio.school;

import org.jspecify.annotations.NullMarked;
