package org.eportfolio.postgresql;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads rows as COPY gives them in its binary format. Not thread-safe. */
final class CopyReader {
    private static final int MOST_FIELDS = 100;

    private final DataInputStream in;

    CopyReader(InputStream in) throws IOException {
        this.in = new DataInputStream(in);
        if (!Arrays.equals(this.in.readNBytes(CopyWriter.SIGNATURE.length), CopyWriter.SIGNATURE)) {
            throw new IOException("not in the binary format of COPY");
        }
        this.in.readInt();
        this.in.skipNBytes(this.in.readInt());
    }

    /** The fields of the next row, as many as it should have; {@code null} behind the last. */
    byte @Nullable [] @Nullable [] next(int expected) throws IOException {
        int count = in.readShort();
        if (count == -1) return null;
        if (count != expected || count > MOST_FIELDS) throw new IOException(count + " fields, not " + expected);
        byte[][] fields = new byte[count][];
        for (int i = 0; i < count; i++) {
            int length = in.readInt();
            if (length < 0) continue;
            fields[i] = in.readNBytes(length);
            if (fields[i].length < length) throw new EOFException("the last row is cut off");
        }
        return fields;
    }
}
