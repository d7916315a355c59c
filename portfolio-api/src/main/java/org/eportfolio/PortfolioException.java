package org.eportfolio;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the library refuses or cannot do. Each kind carries its subject; {@link #message(Locale)} says in the user's
 * language what was refused, which rule, and what to do. When a call throws one of these, nothing of it was written;
 * {@link CommitUnknownException} alone says that this could not be found out.
 */
public abstract sealed class PortfolioException extends RuntimeException
        permits NotFoundException,
                InvalidInputException,
                DeniedException,
                ConflictException,
                StorageException,
                CommitUnknownException,
                PluginException,
                CancelledException {
    private static final long serialVersionUID = 1;

    private final transient Message message;

    PortfolioException(Message message, @Nullable Throwable cause) {
        super(message.in(Locale.ENGLISH), cause);
        this.message = Objects.requireNonNull(message, "message");
    }

    /** The key and arguments behind the sentence. */
    public final Message reason() {
        return message;
    }

    /** The sentence for a user who reads this language; English if the library has no other. */
    public String message(Locale locale) {
        return message.in(locale);
    }
}
