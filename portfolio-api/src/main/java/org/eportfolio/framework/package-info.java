/** What is to be learnt: framework versions, scales of levels, crosswalks, and their adoption by an organisation. */
@NullMarked
package org.eportfolio.framework;

import org.jspecify.annotations.NullMarked;
