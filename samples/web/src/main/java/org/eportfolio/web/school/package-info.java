/** The school for those who run it. */
@NullMarked
package org.eportfolio.web.school;

import org.jspecify.annotations.NullMarked;
