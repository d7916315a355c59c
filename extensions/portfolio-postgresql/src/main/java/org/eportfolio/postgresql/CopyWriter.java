package org.eportfolio.postgresql;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes rows as COPY takes them in its binary format (PostgreSQL's documentation of COPY). Not thread-safe. */
final class CopyWriter {
    static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};

    private final DataOutputStream out;

    CopyWriter(OutputStream out) throws IOException {
        this.out = new DataOutputStream(out);
        this.out.write(SIGNATURE);
        this.out.writeInt(0);
        this.out.writeInt(0);
    }

    /** Begins a row of so many fields, each of which follows. */
    CopyWriter row(int fields) throws IOException {
        out.writeShort(fields);
        return this;
    }

    /** @param bytes as the database sends and takes them in binary; {@code null} for NULL */
    CopyWriter field(byte @Nullable [] bytes) throws IOException {
        out.writeInt(bytes == null ? -1 : bytes.length);
        if (bytes != null) out.write(bytes);
        return this;
    }

    void end() throws IOException {
        out.writeShort(-1);
        out.flush();
    }

    static byte[] of(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    static byte[] of(long number) {
        return ByteBuffer.allocate(8).putLong(number).array();
    }
}
