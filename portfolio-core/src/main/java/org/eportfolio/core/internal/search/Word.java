package org.eportfolio.core.internal.search;

/**
 * One word of a text.
 *
 * @param start where it begins in the text
 * @param end behind its last character
 * @param written as it stands there
 * @param form folded, without an elided article before it
 * @param exact whether it has a digit, as codes, days and numbers have: found by itself alone
 */
record Word(int start, int end, String written, String form, boolean exact) {
    /** Whether it is one of the {@link StopWords}; asked of few words, since it takes as long as reading one. */
    boolean common() {
        return !exact && StopWords.contains(written);
    }
}
