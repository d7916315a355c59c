package org.eportfolio.postgresql;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eportfolio.spi.Stored;

/** A file's bytes, one piece per short read, so that between pieces nothing is held. Not thread-safe. */
final class ContentStream extends InputStream {
    private final Snapshots snapshots;
    private final UUID id;
    private final Stored content;
    private byte[] piece = new byte[0];
    private int at;
    private long fetched;
    private long number;
    private int begin;
    private boolean closed;

    /** @param from how many bytes are left out; their pieces are not read */
    ContentStream(Snapshots snapshots, UUID id, Stored content, long from) {
        this.snapshots = snapshots;
        this.id = id;
        this.content = content;
        boolean nothing = from == content.size();
        this.number = from / Contents.PIECE;
        this.fetched = nothing ? from : number * Contents.PIECE;
        this.begin = nothing ? 0 : (int) (from % Contents.PIECE);
    }

    @Override
    public int read() throws IOException {
        return fill() ? piece[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, to.length);
        if (length == 0) return 0;
        if (!fill()) return -1;
        int copied = Math.min(length, piece.length - at);
        System.arraycopy(piece, at, to, offset, copied);
        at += copied;
        return copied;
    }

    @Override
    public int available() {
        return piece.length - at;
    }

    @Override
    public void close() {
        closed = true;
        piece = new byte[0];
        at = 0;
    }

    private boolean fill() throws IOException {
        if (closed) throw new IOException("the stream is closed");
        if (at < piece.length) return true;
        if (fetched == content.size()) return false;
        List<byte[]> found = fetch();
        if (found.isEmpty()) throw new IOException("content " + content.sha256() + " was removed meanwhile");
        piece = found.get(0);
        at = begin;
        begin = 0;
        fetched += piece.length;
        number++;
        return true;
    }

    private List<byte[]> fetch() {
        return snapshots.read(view -> view.all(
                row -> row.getBytes(1),
                "SELECT b.bytes FROM portfolio.content c"
                        + " JOIN portfolio.chunk b ON b.school = c.school AND b.content = c.id"
                        + " WHERE c.school = ? AND c.id = ? AND c.sha256 = ? AND b.number = ?",
                id,
                content.sha256().bytes(),
                number));
    }
}
