package org.eportfolio.exchange.internal;

/** Text that a spreadsheet would run. */
public final class Formula {
    private static final String BEGINNINGS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private Formula() {}

    /** Whether a spreadsheet that reads a CSV would take the text for a formula. */
    public static boolean looksLike(String text) {
        return !text.isEmpty() && BEGINNINGS.indexOf(text.charAt(0)) >= 0;
    }
}
