package org.eportfolio.postgresql;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import org.eportfolio.spi.Stored;

/** A file's bytes, one piece per short read, so that between pieces nothing is held. Not thread-safe. */
final class ContentStream extends InputStream {
    private static final String FIND =
            "SELECT c.id, k.key FROM portfolio.content c LEFT JOIN portfolio.content_key k ON k.school = c.school"
                    + " AND k.content = c.id WHERE c.school = ? AND c.sha256 = ? AND c.size = ?";

    private final Snapshots snapshots;
    private final Stored content;
    private Place place;
    private byte[] piece = new byte[0];
    private int at;
    private long fetched;
    private long number;
    private int begin;
    private boolean closed;

    private ContentStream(Snapshots snapshots, Place place, Stored content, long from) {
        this.snapshots = snapshots;
        this.place = place;
        this.content = content;
        boolean nothing = from == content.size();
        this.number = from / Contents.PIECE;
        this.fetched = nothing ? from : number * Contents.PIECE;
        this.begin = nothing ? 0 : (int) (from % Contents.PIECE);
    }

    /** @param from how many bytes are left out; their pieces are not read */
    static Optional<InputStream> open(Snapshots snapshots, Stored content, long from) {
        return find(snapshots, content).map(place -> new ContentStream(snapshots, place, content, from));
    }

    private static Optional<Place> find(Snapshots snapshots, Stored content) {
        return snapshots.<Optional<Place>>read(
                view -> view.all(Place::of, FIND, content.sha256().bytes(), content.size()).stream()
                        .findFirst());
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
        piece = bytes();
        at = begin;
        begin = 0;
        fetched += piece.length;
        number++;
        return true;
    }

    private byte[] bytes() throws IOException {
        Optional<byte[]> found = fetch();
        if (found.isEmpty()) {
            // It may have been given a key meanwhile, and stands elsewhere since.
            place = find(snapshots, content).orElseThrow(this::removed);
            found = fetch();
        }
        return place.opened(number, found.orElseThrow(this::removed));
    }

    private Optional<byte[]> fetch() {
        return snapshots.<Optional<byte[]>>read(view -> view
                .all(
                        row -> row.getBytes(1),
                        "SELECT b.bytes FROM portfolio.content c"
                                + " JOIN portfolio." + place.table()
                                + " b ON b.school = c.school AND b.content = c.id"
                                + " WHERE c.school = ? AND c.id = ? AND c.sha256 = ? AND b.number = ?",
                        place.id(),
                        content.sha256().bytes(),
                        number)
                .stream()
                .findFirst());
    }

    private IOException removed() {
        return new IOException("content " + content.sha256() + " was removed meanwhile");
    }
}
