package org.eportfolio.core.internal.memory;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.eportfolio.Message;
import org.eportfolio.StorageException;
import org.eportfolio.spi.ContentStore;
import org.eportfolio.spi.Hash;
import org.eportfolio.spi.KeptContent;
import org.eportfolio.spi.MissingContentException;
import org.eportfolio.spi.Stored;
import org.jspecify.annotations.Nullable;

/** Files as byte arrays. The lock is held for look-ups only, never while a stream is read. */
public final class HeapContents implements ContentStore {
    public static final int LARGEST = 64 << 20;

    private static final class Kept {
        private final byte[] bytes;
        private final Instant touched;

        Kept(byte[] bytes, Instant touched) {
            this.bytes = bytes;
            this.touched = touched;
        }

        Stored named(Hash sha256) {
            return new Stored(sha256, bytes.length);
        }
    }

    private static final Comparator<Hash> ORDER = (one, other) -> Arrays.compareUnsigned(one.bytes(), other.bytes());

    private @Nullable SortedMap<Hash, Kept> files = new TreeMap<>(ORDER);

    @Override
    public Stored write(InputStream in, Instant at) throws IOException {
        locked(this::files);
        byte[] bytes = in.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw new StorageException(Message.of("storage.too-large", LARGEST), null);
        }
        Hash sha256 = Hash.ofContent(bytes);
        return locked(() -> files().merge(sha256, new Kept(bytes, at), HeapContents::touched))
                .named(sha256);
    }

    /** Each touch is later than the one before: uploads may overtake each other, and clocks stand still. */
    private static Kept touched(Kept there, Kept again) {
        Instant next = there.touched.equals(Instant.MAX) ? there.touched : there.touched.plus(1, ChronoUnit.MICROS);
        return new Kept(there.bytes, again.touched.isAfter(next) ? again.touched : next);
    }

    /** Touches these contents, and makes the commit that needs them, as one step for all who list or remove contents. */
    public synchronized void required(Collection<Stored> contents, Runnable commit) {
        for (Stored each : contents) {
            Kept kept = files().get(each.sha256());
            if (kept == null) throw new MissingContentException(each);
            files().put(each.sha256(), touched(kept, new Kept(kept.bytes, Instant.MIN)));
        }
        commit.run();
    }

    @Override
    public List<KeptContent> list(@Nullable Hash after, int limit) {
        return locked(() -> files().entrySet().stream()
                .dropWhile(file -> after != null && ORDER.compare(file.getKey(), after) <= 0)
                .limit(limit)
                .map(file -> new KeptContent(file.getValue().named(file.getKey()), file.getValue().touched))
                .toList());
    }

    @Override
    public Optional<InputStream> open(Stored content) {
        return open(content, 0);
    }

    @Override
    public Optional<InputStream> open(Stored content, long from) {
        ContentStore.requireWithin(content, from);
        Kept kept = locked(() -> files().get(content.sha256()));
        return kept == null ? Optional.empty() : Optional.of(new Download(content.sha256(), kept.bytes, (int) from));
    }

    @Override
    public boolean remove(Stored content, Instant cutoff) {
        return locked(() -> {
            Kept kept = files().get(content.sha256());
            return kept != null && kept.touched.isBefore(cutoff) && files().remove(content.sha256()) != null;
        });
    }

    public synchronized void close() {
        files = null;
    }

    private synchronized boolean has(Hash sha256) {
        return files != null && files.containsKey(sha256);
    }

    private synchronized <T extends @Nullable Object> T locked(Supplier<T> look) {
        return look.get();
    }

    private SortedMap<Hash, Kept> files() {
        if (files == null) throw new IllegalStateException("the store is closed");
        return files;
    }

    /** Ends with an exception once the file was removed, as a store that reads piece by piece does. */
    private final class Download extends InputStream {
        private final Hash sha256;
        private final byte[] bytes;
        private int next;

        Download(Hash sha256, byte[] bytes, int from) {
            this.sha256 = sha256;
            this.bytes = bytes;
            this.next = from;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (!has(sha256)) throw new IOException("content " + sha256 + " was removed");
            if (length == 0) return 0;
            if (next == bytes.length) return -1;
            int count = Math.min(length, bytes.length - next);
            System.arraycopy(bytes, next, into, offset, count);
            next += count;
            return count;
        }
    }
}
