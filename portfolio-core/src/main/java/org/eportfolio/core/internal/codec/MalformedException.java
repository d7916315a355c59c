package org.eportfolio.core.internal.codec;

import java.util.Locale;
import java.util.Set;
import org.eportfolio.Message;
import org.eportfolio.PortfolioException;
import org.jspecify.annotations.Nullable;

/** The text is not what the record's shape asks for; says where. */
public final class MalformedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private static final Set<String> OF_NEWER =
            Set.of("malformed.version", "malformed.constant", "malformed.unknown-type");

    private final transient Message reason;

    MalformedException(@Nullable Throwable cause, String key, Object... arguments) {
        this(Message.of(key, arguments), cause);
    }

    MalformedException(Message reason, @Nullable Throwable cause) {
        super(reason.in(Locale.ENGLISH), cause);
        this.reason = reason;
    }

    /** Whether a newer version may well have written what could not be read: a version, a type or a constant of its own. */
    public static boolean ofNewer(Throwable e) {
        return e instanceof MalformedException malformed && OF_NEWER.contains(malformed.reason.key());
    }

    /**
     * Why reading failed, as an argument of a message: the sentence of the library's own exceptions; what another one says of
     * itself is for developers, and its cause keeps it.
     */
    public static Message reason(Throwable e) {
        if (e instanceof MalformedException malformed) return malformed.reason;
        if (e instanceof PortfolioException refused) return refused.reason();
        return Message.of("malformed.form");
    }
}
