package org.eportfolio.core.internal.search;

/**
 * One word of a text.
 *
 * @param start where it begins in the text
 * @param end behind its last character
 * @param form folded, without an elided article before it
 * @param exact whether it has a digit, as codes, days and numbers have: found by itself alone
 * @param common whether it is one of the {@link StopWords}
 */
record Word(int start, int end, String form, boolean exact, boolean common) {}
