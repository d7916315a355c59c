package org.eportfolio.console;

/** What the console itself refuses, in a sentence for its user. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    Refusal(String sentence) {
        super(sentence);
    }
}
