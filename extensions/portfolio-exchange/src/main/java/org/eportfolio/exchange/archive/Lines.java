package org.eportfolio.exchange.archive;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.eportfolio.InvalidInputException;
import org.eportfolio.exchange.Place;
import org.eportfolio.exchange.internal.BoundedJson;
import org.eportfolio.exchange.internal.ExchangeMessages;
import org.eportfolio.internal.file.Meter;
import org.eportfolio.spi.JsonText;
import org.jspecify.annotations.Nullable;

/**
 * The lines of one entry, each a JSON object of known beginning; at the end the entry must have been what the manifest
 * says. Closes its stream at the end.
 */
final class Lines<T> implements Iterator<T> {
    private static final int CHUNK = 16 * 1024;
    private static final String BODY = "\",\"body\":{";

    private final String entry;
    private final InputStream in;
    private final Manifest.Part part;
    private final Reading reading;
    private final Function<Line, T> read;
    private final MessageDigest digest = Manifest.sha256();
    private final byte[] chunk = new byte[CHUNK];
    private final boolean known;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1_024);
    private int at;
    private int filled;
    private long number;
    private @Nullable Line next;

    /**
     * How lines are read: within which bounds, and where progress is reported.
     *
     * @param sound the entries that were read to their end: what has the same hash again need not be parsed again
     */
    record Reading(JsonFactory json, int longest, Runnable item, Meter meter, Set<String> sound) {}

    Lines(String entry, InputStream in, Manifest.Part part, Reading reading, Function<Line, T> read) {
        this.entry = entry;
        this.in = in;
        this.part = part;
        this.reading = reading;
        this.read = read;
        this.known = reading.sound().contains(entry);
        advance();
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public T next() {
        Line current = next;
        if (current == null) throw new NoSuchElementException();
        advance();
        return read.apply(current);
    }

    private void advance() {
        try {
            next = line();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable Line line() throws IOException {
        bytes.reset();
        while (true) {
            if (at == filled && !fill()) {
                if (bytes.size() > 0) throw malformed(number + 1, ExchangeMessages.of("archive.line.unended"));
                return null;
            }
            int from = at;
            while (at < filled && chunk[at] != '\n') at++;
            bytes.write(chunk, from, at - from);
            if (bytes.size() > reading.longest()) {
                throw ExchangeMessages.because(place(number + 1), "exchange.too-large", entry, reading.longest());
            }
            if (at < filled) {
                at++;
                number++;
                reading.item().run();
                return new Line(checked(bytes.toByteArray()), number);
            }
        }
    }

    private boolean fill() throws IOException {
        int some = in.read(chunk, 0, CHUNK);
        if (some > 0) {
            digest.update(chunk, 0, some);
            at = 0;
            filled = some;
            reading.meter().did(some);
            return true;
        }
        in.close();
        ExchangeMessages.unless(
                HexFormat.of().formatHex(digest.digest()).equals(part.sha256()), entry, "archive.entry-altered", entry);
        reading.sound().add(entry);
        return false;
    }

    /** The line, which is UTF-8, and one object. */
    private byte[] checked(byte[] text) {
        if (known) return text;
        if (!isAscii(text)) requireUtf8(text);
        try (JsonParser parser = reading.json().createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw malformed(number, ExchangeMessages.of("archive.line.no-object"));
            }
            parser.skipChildren();
            if (parser.nextToken() != null) throw malformed(number, ExchangeMessages.of("archive.line.several"));
        } catch (JsonProcessingException e) {
            throw malformed(number, BoundedJson.position(e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text;
    }

    private static boolean isAscii(byte[] text) {
        for (byte each : text) if (each < 0) return false;
        return true;
    }

    private void requireUtf8(byte[] text) {
        try {
            decoder.decode(ByteBuffer.wrap(text));
        } catch (CharacterCodingException e) {
            throw malformed(number, ExchangeMessages.of("archive.line.not-utf-8"));
        }
    }

    private String place(long line) {
        return new Place(entry, line, "").toString();
    }

    private InvalidInputException malformed(long line, Object why) {
        return ExchangeMessages.because(place(line), "archive.line", why);
    }

    /** One line, taken apart from its beginning: the body stands last, as it was written. */
    final class Line {
        private final byte[] text;
        private final long line;
        private int taken;

        Line(byte[] text, long line) {
            this.text = text;
            this.line = line;
        }

        private boolean begins(String beginning) {
            if (text.length - taken < beginning.length()) return false;
            for (int i = 0; i < beginning.length(); i++) {
                if (text[taken + i] != beginning.charAt(i)) return false;
            }
            return true;
        }

        /** The text up to the end mark, after this beginning, both of which are ASCII. */
        private String between(String beginning, char end) {
            if (!begins(beginning)) throw malformed(line, beginning);
            int from = taken + beginning.length();
            int to = from;
            while (to < text.length && text[to] != end) to++;
            if (to == text.length) throw malformed(line, String.valueOf(end));
            taken = to;
            return new String(text, from, to - from, StandardCharsets.UTF_8);
        }

        UUID uuid(String beginning) {
            String raw = between(beginning, '"');
            UUID id;
            try {
                id = UUID.fromString(raw);
            } catch (IllegalArgumentException e) {
                throw malformed(line, raw);
            }
            if (!id.toString().equals(raw)) throw malformed(line, raw);
            return id;
        }

        long number(String beginning) {
            String raw = between(beginning, ',');
            try {
                return Long.parseLong(raw);
            } catch (NumberFormatException e) {
                throw malformed(line, raw);
            }
        }

        String word(String beginning) {
            return between(beginning, '"');
        }

        JsonText body() {
            int from = taken + BODY.length() - 1;
            int end = text.length - 1;
            boolean whole = begins(BODY) && end > from && text[end] == '}' && text[end - 1] == '}';
            if (!whole) throw malformed(line, "body");
            return JsonText.ofUtf8(Arrays.copyOfRange(text, from, end));
        }

        RuntimeException refused(String why) {
            return malformed(line, why);
        }
    }
}
