package org.eportfolio;

import org.jspecify.annotations.Nullable;

/**
 * The store could not read or write: the disk is full or read-only, the file is not ours, is newer than the library, or
 * is damaged. Nothing of the call was written. Where that cannot be said, it is a {@link CommitUnknownException}.
 */
public final class StorageException extends PortfolioException {
    private static final long serialVersionUID = 1;

    public StorageException(Message message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
