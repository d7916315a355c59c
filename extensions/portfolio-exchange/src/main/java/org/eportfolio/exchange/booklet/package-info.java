/**
 * The booklet (« dossier imprimable »): one learner's dossier for people to read, as accessible HTML or as PDF, and a
 * showcase for outsiders.
 */
@NullMarked
package org.eportfolio.exchange.booklet;

import org.jspecify.annotations.NullMarked;
