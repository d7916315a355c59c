/** Search over what a person may read: what is asked, and what is found with the places of the hits. */
@NullMarked
package org.eportfolio.search;

import org.jspecify.annotations.NullMarked;
