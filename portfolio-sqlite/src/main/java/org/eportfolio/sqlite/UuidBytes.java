package org.eportfolio.sqlite;

import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.UUID;

/** Ids as the file stores them: 16 bytes, big-endian, so that SQLite's order is the contract's. */
final class UuidBytes {
    /** The order of the 16 bytes, unsigned; {@link UUID#compareTo} has another. */
    static final Comparator<UUID> UNSIGNED = (a, b) -> {
        int high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
    };

    private UuidBytes() {}

    static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    static UUID uuid(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
