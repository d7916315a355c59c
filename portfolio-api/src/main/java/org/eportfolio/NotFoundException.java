package org.eportfolio;

/**
 * There is no such thing, or none that this actor may know of: outside the actor's reach the answer is the same as for an id
 * that does not exist.
 */
public final class NotFoundException extends PortfolioException {
    private static final long serialVersionUID = 1;

    private final String what;
    private final String id;

    /**
     * @param what the kind of thing, such as {@code dossier}; users read it as the message {@code thing.<what>}
     * @param id as the caller gave it
     */
    public NotFoundException(String what, Object id) {
        super(Message.of("not-found", Message.of("thing." + what), id), null);
        this.what = what;
        this.id = id.toString();
    }

    private NotFoundException(Message message) {
        super(message, null);
        this.what = "link";
        this.id = "";
    }

    /**
     * A link that opens nothing, whether it was mistyped, has ended, was taken back, or leads to what is not shown any
     * more: always the same, and without the token.
     */
    public static NotFoundException link() {
        return new NotFoundException(Message.of("not-found.link"));
    }

    /** The kind of thing that was looked for, such as {@code dossier}. */
    public String what() {
        return what;
    }

    /** The id that was asked for. */
    public String id() {
        return id;
    }
}
