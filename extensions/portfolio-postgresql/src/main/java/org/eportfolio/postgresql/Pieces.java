package org.eportfolio.postgresql;

import java.security.MessageDigest;
import java.util.Optional;
import org.eportfolio.Message;
import org.eportfolio.spi.Hash;
import org.jspecify.annotations.Nullable;

/** A file's pieces as they come, in order: whether they are all there and are what the file's name says. Not thread-safe. */
final class Pieces {
    private final Hash name;
    private final long size;
    private final MessageDigest digest = Keys.sha256();
    private @Nullable FileKey key;
    private long next;
    private long read;
    private boolean gap;
    private boolean altered;

    Pieces(Hash name, long size) {
        this.name = name;
        this.size = size;
    }

    /** Before the first piece: what they are encrypted under. */
    void under(byte[] bytes) {
        altered |= bytes.length != FileKey.BYTES;
        if (!altered) key = new FileKey(bytes);
    }

    /**
     * Gives back whether the piece was the next.
     *
     * @param bytes as the database has them
     */
    boolean add(long number, byte[] bytes) {
        if (gap || number != next) {
            gap = true;
            return false;
        }
        next++;
        byte[] piece = key == null ? bytes : key.decrypted(number, bytes);
        read += piece.length;
        digest.update(piece);
        return true;
    }

    Optional<Message> fault() {
        if (altered) return Optional.of(Failures.message("check.file-altered", name));
        if (gap || read < size) return Optional.of(Failures.message("check.piece-missing", name, next + 1));
        boolean same = read == size && Hash.of(digest.digest()).equals(name);
        return same ? Optional.empty() : Optional.of(Failures.message("check.file-altered", name));
    }
}
