package org.eportfolio.console.terminal;

/** What the console itself refuses, in a sentence for its user. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Refusal(String sentence) {
        super(sentence);
    }

    /** @param refused what it says in other words */
    public Refusal(String sentence, RuntimeException refused) {
        super(sentence, refused);
    }
}
