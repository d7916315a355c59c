package org.eportfolio.exchange.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eportfolio.InvalidInputException;

/** Files that are read whole: text in UTF-8 of a size that memory holds with ease. */
public final class TextFiles {
    private TextFiles() {}

    /** The text without a byte order mark; an {@link InvalidInputException} if it is longer or not UTF-8. */
    public static String read(Path file, long most) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, String.valueOf(file.getFileName()), most);
        }
    }

    /** The same of a stream, which stays open. */
    public static String read(InputStream in, String name, long most) throws IOException {
        byte[] bytes = new BoundedStream(in, name, most).readAllBytes();
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw ExchangeMessages.because("file", "exchange.not-utf-8", name);
        }
    }
}
