/**
 * What learners are put to work on: scenarios with their situations and missions, what is published of them, the plan of
 * a cohort's year, and how far each learner is.
 */
@NullMarked
package org.eportfolio.scenario;

import org.jspecify.annotations.NullMarked;
