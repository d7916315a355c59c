package org.eportfolio.postgresql;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads rows as COPY gives them in its binary format. Not thread-safe. */
final class CopyReader {
    private final DataInputStream in;

    CopyReader(InputStream in) throws IOException {
        this.in = new DataInputStream(in);
        if (!Arrays.equals(this.in.readNBytes(CopyWriter.SIGNATURE.length), CopyWriter.SIGNATURE)) {
            throw new IOException("not in the binary format of COPY");
        }
        this.in.readInt();
        this.in.skipNBytes(this.in.readInt());
    }

    /** The fields of the next row, as many as it should have, empty for NULL; {@code null} behind the last row. */
    @Nullable
    List<Optional<byte[]>> next(int expected) throws IOException {
        int count = in.readShort();
        if (count == -1) return null;
        if (count != expected) throw new IOException(count + " fields, not " + expected);
        List<Optional<byte[]>> fields = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int length = in.readInt();
            fields.add(length < 0 ? Optional.empty() : Optional.of(bytes(length)));
        }
        return fields;
    }

    private byte[] bytes(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) throw new EOFException("the last row is cut off");
        return bytes;
    }
}
