package org.eportfolio.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import org.eportfolio.spi.Stored;

/** A file's bytes, one chunk per short read, so that between chunks nothing is held. Not thread-safe. */
final class ContentStream extends InputStream {
    private final ReadConnections readers;
    private final long key;
    private final Stored content;
    private byte[] chunk = new byte[0];
    private int at;
    private long fetched;
    private long number;
    private int begin;
    private boolean closed;

    /** @param from how many bytes are left out; their chunks are not read */
    ContentStream(ReadConnections readers, long key, Stored content, long from) {
        this.readers = readers;
        this.key = key;
        this.content = content;
        boolean nothing = from == content.size();
        this.number = from / Contents.CHUNK;
        this.fetched = nothing ? from : number * Contents.CHUNK;
        this.begin = nothing ? 0 : (int) (from % Contents.CHUNK);
    }

    @Override
    public int read() throws IOException {
        return fill() ? chunk[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, to.length);
        if (length == 0) return 0;
        if (!fill()) return -1;
        int copied = Math.min(length, chunk.length - at);
        System.arraycopy(chunk, at, to, offset, copied);
        at += copied;
        return copied;
    }

    @Override
    public int available() {
        return chunk.length - at;
    }

    @Override
    public void close() {
        closed = true;
        chunk = new byte[0];
        at = 0;
    }

    private boolean fill() throws IOException {
        if (closed) throw new IOException("the stream is closed");
        if (at < chunk.length) return true;
        if (fetched == content.size()) return false;
        chunk = fetch().orElseThrow(() -> new IOException("content " + content.sha256() + " was removed meanwhile"));
        at = begin;
        begin = 0;
        fetched += chunk.length;
        number++;
        return true;
    }

    private Optional<byte[]> fetch() {
        return readers.reading(view -> view.whileOpen(() -> view.query(
                        "SELECT b.bytes FROM content c CROSS JOIN content_chunk b ON b.content = c.key"
                                + " WHERE c.key = ? AND c.sha256 = ? AND b.number = ?",
                        key,
                        content.sha256().bytes(),
                        number)
                .map((row, context) -> row.getBytes(1))
                .findOne()));
    }
}
