package org.eportfolio.spi;

import java.util.Objects;

/** Thrown by {@link PortfolioStore#commit} when a scope moved on since the change was decided; nothing was written. */
public final class StaleException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Scope scope;
    private final transient Head expected;
    private final transient Head actual;

    public StaleException(Scope scope, Head expected, Head actual) {
        super("scope " + scope.id() + " stands at " + actual.length() + ", not at " + expected.length());
        this.scope = Objects.requireNonNull(scope, "scope");
        this.expected = Objects.requireNonNull(expected, "expected");
        this.actual = Objects.requireNonNull(actual, "actual");
    }

    /** A scope that moved. */
    public Scope scope() {
        return scope;
    }

    /** The basis of the refused change. */
    public Head expected() {
        return expected;
    }

    /** Where the scope stands. */
    public Head actual() {
        return actual;
    }
}
