package org.eportfolio.exchange.internal;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eportfolio.exchange.Place;
import org.jspecify.annotations.Nullable;

/**
 * A text file that does not state its encoding. It is read as UTF-16 if it begins with that byte order mark, or if of its
 * first four bytes every second one is zero, as with Latin letters; as UTF-8 if all its bytes are valid UTF-8; else as
 * windows-1252, which spreadsheets in Western Europe write. A remark names any encoding other than UTF-8.
 */
public final class TextFile {
    /** The bytes that tell the encoding and hold the header. */
    private static final int START = 64 * 1024;

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final char MARK = '\uFEFF';

    private TextFile() {}

    /** Opens the bytes anew; called up to twice. */
    public interface Source {
        InputStream open() throws IOException;
    }

    /**
     * A reader of the text without its byte order mark. It refuses bytes that are none of these encodings with a
     * {@link CharacterCodingException}.
     *
     * @param entry of an archive; empty for a plain file
     * @param name of the file, for the remark
     */
    public static Reader open(Source source, String entry, String name, Findings findings) throws IOException {
        Charset encoding = encoding(source);
        if (!encoding.equals(StandardCharsets.UTF_8)) {
            findings.remark(new Place(entry, 0, ""), "exchange.read-as", name, encoding.displayName());
        }
        return withoutMark(new InputStreamReader(source.open(), encoding.newDecoder()));
    }

    /** The whole text of a file that is read whole. It refuses what {@link #open} does, and what is larger. */
    public static String whole(Path file, long most, Findings findings) throws IOException {
        String name = String.valueOf(file.getFileName());
        StringWriter text = new StringWriter();
        try (Reader in = open(() -> new BoundedStream(Files.newInputStream(file), name, most), "", name, findings)) {
            in.transferTo(text);
        } catch (CharacterCodingException e) {
            throw ExchangeMessages.because("file", "exchange.not-utf-8", name);
        }
        return text.toString();
    }

    private static Charset encoding(Source source) throws IOException {
        try (InputStream in = new BufferedInputStream(source.open(), START)) {
            byte[] start = in.readNBytes(START);
            Charset stated = sixteenBits(start);
            if (stated != null) return stated;
            CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
            CharBuffer text = CharBuffer.allocate(START + 16);
            ByteBuffer bytes = ByteBuffer.allocate(START + 16);
            for (byte[] next = start; ; next = in.readNBytes(START)) {
                bytes.put(next).flip();
                text.clear();
                boolean last = next.length < START;
                CoderResult result = decoder.decode(bytes, text, last);
                if (result.isError()) return WINDOWS;
                if (last) return StandardCharsets.UTF_8;
                bytes.compact();
            }
        }
    }

    /** The text of the first bytes of a file, to recognise its format. */
    public static String start(byte[] start) {
        Charset stated = sixteenBits(start);
        Charset encoding = stated != null ? stated : startsAsUtf8(start) ? StandardCharsets.UTF_8 : WINDOWS;
        String text = new String(start, encoding);
        return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
    }

    private static boolean startsAsUtf8(byte[] start) {
        CharBuffer text = CharBuffer.allocate(start.length + 16);
        return !StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(start), text, false)
                .isError();
    }

    /** By the mark; without one, by the zeros that Latin letters have in every second byte. */
    private static @Nullable Charset sixteenBits(byte[] start) {
        if (start.length < 4) return null;
        int first = start[0] & 0xFF;
        int second = start[1] & 0xFF;
        if (first == 0xFF && second == 0xFE) return StandardCharsets.UTF_16LE;
        if (first == 0xFE && second == 0xFF) return StandardCharsets.UTF_16BE;
        if (first != 0 && second == 0 && start[2] != 0 && start[3] == 0) return StandardCharsets.UTF_16LE;
        if (first == 0 && second != 0 && start[2] == 0 && start[3] != 0) return StandardCharsets.UTF_16BE;
        return null;
    }

    private static Reader withoutMark(Reader in) throws IOException {
        BufferedReader text = new BufferedReader(in, START);
        text.mark(1);
        if (text.read() != MARK) text.reset();
        return text;
    }
}
