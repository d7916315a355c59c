package org.eportfolio.exchange.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.zip.CRC32C;
import org.eportfolio.exchange.internal.ExchangeMessages;
import org.eportfolio.internal.file.Meter;

/**
 * The last bytes of an archive: the comment of the ZIP, with the CRC-32C of every byte before it. So no byte changes by
 * accident, not even one that unpacking never looks at, and it is known before anything is unpacked. Against intent stand
 * the manifest's SHA-256 and the journal; a second SHA-256 over the file would only halve the speed of reading.
 */
final class ArchiveTrailer {
    private static final String BEGINNING = "crc32c ";
    static final int LENGTH = BEGINNING.length() + 8;
    private static final int CHUNK = 64 * 1024;

    private ArchiveTrailer() {}

    /** Takes the seal's place while the ZIP is written. */
    static String placeholder() {
        return BEGINNING + "0".repeat(LENGTH - BEGINNING.length());
    }

    static String of(CRC32C all) {
        return BEGINNING + HexFormat.of().toHexDigits((int) all.getValue());
    }

    /** Refuses a file whose seal is missing or another one. */
    static void require(Path file, Meter meter) throws IOException {
        String name = String.valueOf(file.getFileName());
        long left = Files.size(file) - LENGTH;
        ExchangeMessages.unless(left > 0, name, "archive.unsealed", name);
        CRC32C sum = new CRC32C();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] chunk = new byte[CHUNK];
            while (left > 0) {
                int some = in.read(chunk, 0, (int) Math.min(CHUNK, left));
                ExchangeMessages.unless(some > 0, name, "archive.unsealed", name);
                sum.update(chunk, 0, some);
                left -= some;
                meter.did(some);
            }
            String found = new String(in.readNBytes(LENGTH), StandardCharsets.ISO_8859_1);
            ExchangeMessages.unless(found.startsWith(BEGINNING), name, "archive.unsealed", name);
            ExchangeMessages.unless(found.equals(of(sum)), name, "archive.altered", name);
        }
    }

    /** Writes all but the last bytes through, and in their place the seal. */
    static final class Output extends OutputStream {
        private final OutputStream file;
        private final CRC32C sum = new CRC32C();
        private final byte[] held = new byte[CHUNK + LENGTH];
        private int filled;

        Output(OutputStream file) {
            this.file = file;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            int at = from;
            while (at < from + length) {
                if (filled == held.length) drain();
                int some = Math.min(from + length - at, held.length - filled);
                System.arraycopy(bytes, at, held, filled, some);
                filled += some;
                at += some;
            }
        }

        private void drain() throws IOException {
            int ready = filled - LENGTH;
            sum.update(held, 0, ready);
            file.write(held, 0, ready);
            System.arraycopy(held, ready, held, 0, LENGTH);
            filled = LENGTH;
        }

        /** Ends the file, once the ZIP with its placeholder is complete. */
        void seal() throws IOException {
            drain();
            file.write(of(sum).getBytes(StandardCharsets.US_ASCII));
            file.flush();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
