package org.eportfolio.dossier;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.eportfolio.spi.Stored;

/**
 * Bytes of a file, with what a host says of them to a browser. To be closed. For one thread; holds neither a connection nor a
 * snapshot between reads, so that a slow client blocks no one.
 */
public final class Download implements Closeable {
    private final String name;
    private final String mediaType;
    private final Stored content;
    private final long first;
    private final long length;
    private final InputStream bytes;

    /** Made by the library; the bytes are so many as the length says. */
    public Download(String name, String mediaType, Stored content, long first, long length, InputStream bytes) {
        this.name = Objects.requireNonNull(name, "name");
        this.mediaType = Objects.requireNonNull(mediaType, "mediaType");
        this.content = Objects.requireNonNull(content, "content");
        this.first = first;
        this.length = length;
        this.bytes = Objects.requireNonNull(bytes, "bytes");
    }

    /** Of the file, as its author gave it; of captions the file's with {@code .vtt}. */
    public String name() {
        return name;
    }

    /** As its author declared it, not what the bytes are; of captions {@code text/vtt}. */
    public String mediaType() {
        return mediaType;
    }

    /** Hash and size of the whole file. */
    public Stored content() {
        return content;
    }

    /** The first of the bytes, counted from 0. */
    public long first() {
        return first;
    }

    /** How many bytes follow. */
    public long length() {
        return length;
    }

    /** So many, and no more; ends with an {@link IOException} if the file is removed meanwhile. */
    public InputStream bytes() {
        return bytes;
    }

    /** Whether these are all bytes of the file; then a host answers 200, and else 206 with {@link #contentRange}. */
    public boolean whole() {
        return length == content.size();
    }

    /** A strong entity tag (RFC 9110, 8.8.3), in its quotes: the hash of the whole file, whichever range of it is read. */
    public String etag() {
        return '"' + content.sha256().toString() + '"';
    }

    /** What the field {@code Content-Range} says (RFC 9110, 14.4), such as {@code bytes 0-99/1234}. */
    public String contentRange() {
        return length == 0
                ? "bytes */" + content.size()
                : "bytes " + first + "-" + (first + length - 1) + "/" + content.size();
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
