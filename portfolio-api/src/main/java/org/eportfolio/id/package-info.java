/** The names of things: one-field records, so that a goal can never be mistaken for a production. */
@NullMarked
package org.eportfolio.id;

import org.jspecify.annotations.NullMarked;
