package org.eportfolio;

/** The object is no longer what the caller saw, or its state does not allow the step. Read it again and decide anew. */
public final class ConflictException extends PortfolioException {
    private static final long serialVersionUID = 1;

    private final long expected;
    private final long actual;

    private ConflictException(Message message, long expected, long actual) {
        super(message, null);
        this.expected = expected;
        this.actual = actual;
    }

    /** Another actor changed the object since the caller read it. */
    public static ConflictException stale(String what, long expected, long actual) {
        return new ConflictException(
                Message.of("conflict.stale", Message.of("thing." + what), expected, actual), expected, actual);
    }

    /** The object's state does not allow this step; the message says which state and which step. */
    public static ConflictException state(String key, Object... arguments) {
        return state(Message.of(key, arguments));
    }

    /** The same in the words of an extension. */
    public static ConflictException state(Message reason) {
        return new ConflictException(reason, -1, -1);
    }

    /** The revision that the caller had seen, or -1 where the conflict is not about revisions. */
    public long expected() {
        return expected;
    }

    /** The revision that is there, or -1 where the conflict is not about revisions. */
    public long actual() {
        return actual;
    }
}
