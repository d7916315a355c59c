package org.eportfolio.core.internal.codec;

import org.jspecify.annotations.Nullable;

/** The text is not what the record's shape asks for; says where. */
public final class MalformedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    MalformedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
