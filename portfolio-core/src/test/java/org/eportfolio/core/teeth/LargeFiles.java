package org.eportfolio.core.teeth;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.eportfolio.spi.ContentStore;
import org.eportfolio.spi.Hash;
import org.eportfolio.spi.Stored;

/** Two stores of one large file: one that streams it, and one that says so. */
final class LargeFiles {
    private LargeFiles() {}

    static final class OnDisk extends OtherStore {
        private final Path file;

        OnDisk() {
            try {
                file = Files.createTempFile("large", ".bin");
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public ContentStore contents() {
            return new OtherContents(super.contents()) {
                @Override
                public Stored write(InputStream in, Instant at) throws IOException {
                    DigestInputStream digest = sha256(in);
                    try (OutputStream out = Files.newOutputStream(file)) {
                        long size = digest.transferTo(out);
                        return new Stored(Hash.of(digest.getMessageDigest().digest()), size);
                    }
                }

                @Override
                public Optional<InputStream> open(Stored content) {
                    try {
                        return Optional.of(Files.newInputStream(file));
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                }
            };
        }

        @Override
        public void close() {
            super.close();
            file.toFile().delete();
        }
    }

    static final class OnTheHeap extends OtherStore {
        private final List<InputStream> pieces = new ArrayList<>();

        @Override
        public ContentStore contents() {
            return new OtherContents(super.contents()) {
                @Override
                public Stored write(InputStream in, Instant at) throws IOException {
                    DigestInputStream digest = sha256(in);
                    long size = 0;
                    for (byte[] piece = next(digest); piece.length > 0; piece = next(digest)) {
                        pieces.add(new ByteArrayInputStream(piece));
                        size += piece.length;
                    }
                    return new Stored(Hash.of(digest.getMessageDigest().digest()), size);
                }

                @Override
                public Optional<InputStream> open(Stored content) {
                    return Optional.of(new SequenceInputStream(Collections.enumeration(pieces)));
                }
            };
        }

        private static byte[] next(InputStream in) throws IOException {
            return in.readNBytes(1 << 20);
        }
    }

    private static DigestInputStream sha256(InputStream in) {
        try {
            return new DigestInputStream(in, MessageDigest.getInstance("SHA-256"));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
