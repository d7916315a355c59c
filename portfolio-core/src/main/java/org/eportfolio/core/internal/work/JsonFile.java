package org.eportfolio.core.internal.work;

import java.io.IOException;
import java.io.InputStream;
import org.eportfolio.InvalidInputException;
import org.eportfolio.core.internal.codec.MalformedException;

/** Files that people write: records as JSON in UTF-8, in which an unknown field is refused with its place. */
public final class JsonFile {
    private JsonFile() {}

    /** Reads a record; an {@link InvalidInputException} says what is wrong, and where. */
    public static <T> T read(InputStream in, Class<T> type) throws IOException {
        try {
            return Work.json().file(in, type);
        } catch (MalformedException e) {
            throw InvalidInputException.because("file", "file.malformed", MalformedException.reason(e));
        }
    }
}
