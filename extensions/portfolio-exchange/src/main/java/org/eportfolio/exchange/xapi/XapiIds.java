package org.eportfolio.exchange.xapi;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.eportfolio.journal.JournalEntry;

/** Ids of statements: UUIDs of version 5 (RFC 9562), of the entry's place in its chain, of its call and of the record that it is about. */
final class XapiIds {
    private static final UUID NAMESPACE = UUID.fromString("6f0c3c1e-0c5b-5d0a-9b57-5b1f2c0f7a11");
    private static final int UUID_BYTES = 16;

    private XapiIds() {}

    /** Of the statement about one of the records that an entry is about. */
    static UUID of(JournalEntry entry, JournalEntry.Item object) {
        return named(entry.scope() + " " + entry.number() + " " + entry.change() + " " + object.id());
    }

    private static UUID named(String name) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-1");
            sha.update(ByteBuffer.allocate(UUID_BYTES)
                    .putLong(NAMESPACE.getMostSignificantBits())
                    .putLong(NAMESPACE.getLeastSignificantBits())
                    .array());
            ByteBuffer hash = ByteBuffer.wrap(sha.digest(name.getBytes(StandardCharsets.UTF_8)));
            long high = (hash.getLong() & ~0xF000L) | 0x5000L;
            long low = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
            return new UUID(high, low);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
