package org.eportfolio.core;

import java.io.InputStream;
import org.eportfolio.Message;
import org.eportfolio.StorageException;
import org.eportfolio.core.internal.work.Engine;
import org.eportfolio.spi.Stored;

/** Files that rows speak of, so that they must be there. */
final class Contents {
    private Contents() {}

    /** The bytes, to be closed by the caller; holds no connection between reads. */
    static InputStream open(Stored file, Engine engine) {
        return engine.store()
                .contents()
                .open(file)
                .orElseThrow(() -> new StorageException(Message.of("content.missing", file.sha256()), null));
    }
}
