/**
 * The library's own archive: what a portfolio keeps of a dossier, a cohort or the organisation, whole, in a ZIP of JSON
 * Lines and files. {@code docs/archive.md} describes it.
 */
@NullMarked
package org.eportfolio.exchange.archive;

import org.jspecify.annotations.NullMarked;
