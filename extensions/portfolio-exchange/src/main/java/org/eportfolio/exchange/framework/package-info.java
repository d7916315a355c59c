/**
 * Frameworks in formats of others: CASE packages and Moodle's competency CSV. Trees of any depth become blocs,
 * competencies and sub-competencies by one rule, described in {@link org.eportfolio.exchange.framework.CaseFormat}.
 */
@NullMarked
package org.eportfolio.exchange.framework;

import org.jspecify.annotations.NullMarked;
