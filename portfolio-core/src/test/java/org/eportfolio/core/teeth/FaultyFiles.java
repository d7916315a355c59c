package org.eportfolio.core.teeth;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eportfolio.core.InMemoryStore;
import org.eportfolio.spi.Change;
import org.eportfolio.spi.ContentStore;
import org.eportfolio.spi.Hash;
import org.eportfolio.spi.KeptContent;
import org.eportfolio.spi.Stored;
import org.jspecify.annotations.Nullable;

/** Stores that spoil files, or make everybody wait for them. */
final class FaultyFiles {
    private static final Instant EVER = Instant.parse("9999-01-01T00:00:00Z");

    private FaultyFiles() {}

    static final class TruncatesLongFiles extends OtherStore {
        @Override
        public ContentStore contents() {
            return new OtherContents(super.contents()) {
                @Override
                public Optional<InputStream> open(Stored content) {
                    return super.open(content).map(in -> {
                        try (in) {
                            return new ByteArrayInputStream(in.readNBytes(1 << 20));
                        } catch (IOException e) {
                            throw new IllegalStateException(e);
                        }
                    });
                }
            };
        }
    }

    static final class BeginsAtTheNextPiece extends OtherStore {
        @Override
        public ContentStore contents() {
            return new OtherContents(super.contents()) {
                @Override
                public Optional<InputStream> open(Stored content, long from) {
                    long piece = 1 << 12;
                    return super.open(content, Math.min(content.size(), (from + piece - 1) / piece * piece));
                }
            };
        }
    }

    static final class KeepsTheHalfOfABrokenUpload extends OtherStore {
        @Override
        public ContentStore contents() {
            return new OtherContents(super.contents()) {
                @Override
                public Stored write(InputStream in, Instant at) throws IOException {
                    ByteArrayOutputStream half = new ByteArrayOutputStream();
                    try {
                        in.transferTo(half);
                    } finally {
                        super.write(new ByteArrayInputStream(half.toByteArray()), at);
                    }
                    return super.write(new ByteArrayInputStream(half.toByteArray()), at);
                }
            };
        }
    }

    static final class ClosesTheUpload extends OtherStore {
        @Override
        public ContentStore contents() {
            return new OtherContents(super.contents()) {
                @Override
                public Stored write(InputStream in, Instant at) throws IOException {
                    try (in) {
                        return super.write(in, at);
                    }
                }
            };
        }
    }

    static final class ForgetsToTouch extends OtherStore {
        @Override
        public ContentStore contents() {
            return new OtherContents(super.contents()) {
                @Override
                public Stored write(InputStream in, Instant at) throws IOException {
                    byte[] bytes = in.readNBytes(InMemoryStore.LARGEST_CONTENT + 1);
                    List<Stored> before = sound.list(null, Integer.MAX_VALUE).stream()
                            .map(KeptContent::content)
                            .toList();
                    Stored stored = super.write(new ByteArrayInputStream(bytes), Instant.EPOCH);
                    return before.contains(stored) ? stored : super.write(new ByteArrayInputStream(bytes), at);
                }
            };
        }
    }

    static final class RemovesWhateverTheCutoff extends OtherStore {
        @Override
        public ContentStore contents() {
            return new OtherContents(super.contents()) {
                @Override
                public boolean remove(Stored content, Instant cutoff) {
                    return super.remove(content, EVER);
                }
            };
        }
    }

    /** An upload holds the lock that commits need. */
    static final class CommitsWhateverIsThere extends OtherStore {
        @Override
        public void commit(Change change) {
            super.commit(new Change(change.basis(), change.removes(), change.puts(), change.entries()));
        }
    }

    static final class TouchesByTheClock extends OtherStore {
        private final Instant now = Instant.parse("2026-09-07T08:00:00Z");

        @Override
        public ContentStore contents() {
            return new OtherContents(super.contents()) {
                @Override
                public List<KeptContent> list(@Nullable Hash after, int limit) {
                    return super.list(after, limit).stream()
                            .map(each -> new KeptContent(each.content(), now))
                            .toList();
                }
            };
        }
    }

    static final class LocksDuringUploads extends OtherStore {
        @Override
        public synchronized void commit(Change change) {
            super.commit(change);
        }

        @Override
        public ContentStore contents() {
            return new OtherContents(super.contents()) {
                @Override
                public Stored write(InputStream in, Instant at) throws IOException {
                    synchronized (LocksDuringUploads.this) {
                        return super.write(in, at);
                    }
                }
            };
        }
    }

    /** Takes what it says it does not, and keeps the first part of it. */
    static final class CutsLargeFilesSilently extends OtherStore {
        @Override
        public ContentStore contents() {
            return new OtherContents(super.contents()) {
                @Override
                public Stored write(InputStream in, Instant at) throws IOException {
                    return super.write(new Cut(in), at);
                }
            };
        }
    }

    private static final class Cut extends FilterInputStream {
        private int left = InMemoryStore.LARGEST_CONTENT;

        Cut(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (left == 0) return -1;
            int read = super.read(into, offset, Math.min(length, left));
            left -= Math.max(0, read);
            return read;
        }
    }
}
