/**
 * Peer review (<em>évaluation entre pairs</em>). What a learner receives says nothing of who wrote it, unless the
 * campaign names its reviewers; who that was stands in another record, kept with the organisation.
 */
@NullMarked
package org.eportfolio.peer;

import org.jspecify.annotations.NullMarked;
