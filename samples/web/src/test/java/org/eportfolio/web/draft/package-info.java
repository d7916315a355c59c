/** Drafts of a phone, tried out. */
@org.jspecify.annotations.NullMarked
package org.eportfolio.web.draft;
