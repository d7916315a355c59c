package org.eportfolio.spring;

/** A desk was asked for, and no one is signed in; answered with 401. */
public final class NotSignedInException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public NotSignedInException() {
        super("no one is signed in");
    }
}
