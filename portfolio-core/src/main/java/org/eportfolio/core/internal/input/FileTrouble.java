package org.eportfolio.core.internal.input;

import java.io.FileNotFoundException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.eportfolio.InvalidInputException;
import org.eportfolio.Message;

/** What is wrong with a file, in the library's words: a system says it in its own language, which the cause keeps. */
public final class FileTrouble {
    private FileTrouble() {}

    /** Why it could not be read or written, as an argument of a message. */
    public static Message of(Exception e) {
        if (e instanceof NoSuchFileException || e instanceof FileNotFoundException) {
            return Message.of("file-trouble.missing");
        }
        if (e instanceof AccessDeniedException) return Message.of("file-trouble.denied");
        if (e instanceof CharacterCodingException) return Message.of("file-trouble.not-utf-8");
        return Message.of("file-trouble.broken-off");
    }

    /** Refuses an attachment that its source does not give. */
    public static InvalidInputException unreadable(String field, String name, Exception e) {
        return new InvalidInputException(
                List.of(new InvalidInputException.Violation(field, Message.of("attachment.unreadable", name, of(e)))),
                e);
    }
}
