package org.eportfolio.core.internal.work;

import java.io.InputStream;
import org.eportfolio.Message;
import org.eportfolio.StorageException;
import org.eportfolio.spi.Stored;

/** Files that rows speak of, so that they must be there. */
public final class RequiredContent {
    private RequiredContent() {}

    /** The bytes, to be closed by the caller; holds no connection between reads. */
    public static InputStream open(Stored file, Engine engine) {
        return engine.store()
                .contents()
                .open(file)
                .orElseThrow(() -> new StorageException(Message.of("content.missing", file.sha256()), null));
    }
}
