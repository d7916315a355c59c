package org.eportfolio.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.eportfolio.spi.Hash;
import org.eportfolio.spi.Stored;

/**
 * A file's bytes, in short reads between which nothing is held but the chunks that were read: of a range all that it needs, up to
 * four; of whatever goes on to the end one at first, then two, then four, so that one who is slow holds little. Not thread-safe.
 */
final class ContentStream extends InputStream {
    private static final int MOST_AT_ONCE = 4;

    private final ReadConnections readers;
    private final long key;
    private final Stored content;
    private final long end;
    private final Deque<byte[]> ahead = new ArrayDeque<>();
    private byte[] chunk = new byte[0];
    private long most;
    private int at;
    private long fetched;
    private long number;
    private int begin;
    private boolean closed;

    /**
     * @param from how many bytes are left out; their chunks are not read
     * @param wanted how many will be read, as far as is known
     */
    ContentStream(ReadConnections readers, long key, Stored content, long from, long wanted) {
        this.readers = readers;
        this.key = key;
        this.content = content;
        boolean nothing = from == content.size();
        this.number = from / Contents.CHUNK;
        this.fetched = nothing ? from : number * Contents.CHUNK;
        long rest = content.size() - from;
        this.end = Contents.chunks(from + Math.max(0, Math.min(wanted, rest)));
        this.most = wanted < rest ? MOST_AT_ONCE : 1;
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
        ahead.clear();
        at = 0;
    }

    private boolean fill() throws IOException {
        if (closed) throw new IOException("the stream is closed");
        if (at < chunk.length) return true;
        if (fetched == content.size()) return false;
        if (ahead.isEmpty()) fetch();
        chunk = ahead.remove();
        at = begin;
        begin = 0;
        fetched += chunk.length;
        number++;
        return true;
    }

    /** Reads the next chunks, which follow each other without a gap. */
    private void fetch() throws IOException {
        int next = (int) Math.max(1, Math.min(most, end - number));
        Hash hash = content.sha256();
        List<byte[]> found = readers.atOnce(session -> Pieces.from(session, key, hash, number, next));
        if (found.size() < next) {
            found = readers.reading(
                    view -> view.whileOpen(() -> Pieces.withFormer(view.session(), key, hash, number, next)));
        }
        if (found.size() < next) {
            throw new IOException("content " + hash + " was removed meanwhile");
        }
        ahead.addAll(found);
        most = Math.min(2 * most, MOST_AT_ONCE);
    }
}
