package org.eportfolio.spi;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Files by their hash, streamed in both directions and stored once. Thread-safe.
 *
 * <p>Content is written before the row that refers to it is committed, so content that no row refers to can exist after
 * a crash or a refusal, and after a row was removed. It is found by listing contents with their last touch, then looking
 * which of them rows refer to, and taken away with {@link #remove} unless it was touched since: each touch of a content is
 * later than the one before, whatever clocks say, and a commit touches what it needs. Once the store is closed, every
 * method throws {@link IllegalStateException}.
 */
public interface ContentStore {
    /**
     * Reads the stream to its end, in bounded memory, and keeps the bytes durably. Writing bytes that are there already
     * touches them and stores nothing. When the stream throws, nothing remains and the exception passes through.
     * The stream is not closed, and no connection is held while it is read.
     *
     * @param at the time of the touch, kept in microseconds; a touch that would not be later than the one before comes a
     *     microsecond after it
     */
    Stored write(InputStream in, Instant at) throws IOException;

    /**
     * The bytes, to be closed by the caller; empty if they are not here. Holds no connection and no snapshot between
     * reads, so a slow download blocks no one; a read fails with an {@link IOException} if the content was removed.
     */
    Optional<InputStream> open(Stored content);

    /**
     * The same without the first bytes. A store that can reads nothing of what comes before; this default reads and drops it,
     * as soon as something is asked of the stream.
     *
     * @param from how many bytes are left out: from 0 to all of them
     * @throws IllegalArgumentException if the content has fewer bytes, or {@code from} is negative
     */
    default Optional<InputStream> open(Stored content, long from) {
        requireWithin(content, from);
        return open(content).map(whole -> from == 0 ? whole : new SkippingStream(whole, from));
    }

    /**
     * The same for a reader who wants so many bytes and no more: a store may fetch them together. What follows them may be given
     * as well.
     *
     * @param wanted how many bytes will be read at most
     */
    default Optional<InputStream> open(Stored content, long from, long wanted) {
        return open(content, from);
    }

    /** Refuses an offset that lies outside a content. */
    static void requireWithin(Stored content, long from) {
        if (from < 0 || from > content.size())
            throw new IllegalArgumentException(from + " is not within " + content.size() + " bytes");
    }

    /**
     * At most {@code limit} contents with their last touch, in the order of their hashes. What is still being written is
     * not among them.
     *
     * @param after the hash at which the page before ended; {@code null} for the first page
     */
    List<KeptContent> list(@Nullable Hash after, int limit);

    /** Removes the content unless it was touched at or after {@code cutoff}; returns whether anything was removed. */
    boolean remove(Stored content, Instant cutoff);
}
