package org.eportfolio.core.internal.image;

/** The bytes are not those of a whole picture of its format. */
public final class MalformedImageException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedImageException(String what) {
        super(what);
    }
}
