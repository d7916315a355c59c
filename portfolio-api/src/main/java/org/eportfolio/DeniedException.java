package org.eportfolio;

/** The actor may not do this; the reason names the rule. Only told to those in whose scope the object lies. */
public final class DeniedException extends PortfolioException {
    private static final long serialVersionUID = 1;

    public DeniedException(Message reason) {
        super(reason, null);
    }
}
