package org.eportfolio.spi;

import java.util.Objects;

/** Thrown by {@link PortfolioStore#commit} when a content that the change needs is not there; nothing was written. */
public final class MissingContentException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Stored content;

    public MissingContentException(Stored content) {
        super("the content " + content.sha256() + " is not in the store");
        this.content = Objects.requireNonNull(content, "content");
    }

    /** A content that is not there. */
    public Stored content() {
        return content;
    }
}
