package org.eportfolio.spi;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Files by their hash, streamed in both directions and stored once. Thread-safe.
 *
 * <p>Content is written before the row that refers to it is committed, so content that no row refers to can exist after
 * a crash or a refusal; it is found with {@link #untouchedSince} and taken away with {@link #remove}. Once the store is
 * closed, every method throws {@link IllegalStateException}.
 */
public interface ContentStore {
    /**
     * Reads the stream to its end, in bounded memory, and keeps the bytes durably. Writing bytes that are there already
     * touches them and stores nothing. When the stream throws, nothing remains and the exception passes through.
     * The stream is not closed, and no connection is held while it is read.
     *
     * @param at the time of the touch, for {@link #untouchedSince}, kept in microseconds; a touch never goes backwards
     */
    Stored write(InputStream in, Instant at) throws IOException;

    /**
     * The bytes, to be closed by the caller; empty if they are not here. Holds no connection and no snapshot between
     * reads, so a slow download blocks no one; a read fails with an {@link IOException} if the content was removed.
     */
    Optional<InputStream> open(Stored content);

    /** At most {@code limit} contents whose last touch lies before {@code cutoff}, in the order of their hashes. */
    List<Stored> untouchedSince(Instant cutoff, int limit);

    /** Removes the content unless it was touched at or after {@code cutoff}; returns whether it removed something. */
    boolean remove(Stored content, Instant cutoff);
}
