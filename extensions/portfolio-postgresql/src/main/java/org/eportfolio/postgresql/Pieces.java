package org.eportfolio.postgresql;

import java.security.MessageDigest;
import java.util.Optional;
import org.eportfolio.Message;
import org.eportfolio.spi.Hash;

/** A file's pieces as they come, in order: whether they are all there and are what the file's name says. Not thread-safe. */
final class Pieces {
    private final Hash name;
    private final long size;
    private final MessageDigest digest = Keys.sha256();
    private long next;
    private long read;
    private boolean gap;

    Pieces(Hash name, long size) {
        this.name = name;
        this.size = size;
    }

    /** Gives back whether the piece was the next. */
    boolean add(long number, byte[] bytes) {
        if (gap || number != next) {
            gap = true;
            return false;
        }
        next++;
        read += bytes.length;
        digest.update(bytes);
        return true;
    }

    Optional<Message> fault() {
        if (gap || read < size) return Optional.of(Failures.message("check.piece-missing", name, next + 1));
        boolean same = read == size && Hash.of(digest.digest()).equals(name);
        return same ? Optional.empty() : Optional.of(Failures.message("check.file-altered", name));
    }
}
