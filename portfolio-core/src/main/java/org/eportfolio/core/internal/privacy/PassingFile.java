package org.eportfolio.core.internal.privacy;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.eportfolio.core.internal.work.Digesting;
import org.eportfolio.spi.Stored;

/**
 * A file that is written, read back and gone: its owner's alone, and without a name as soon as it is open where the system
 * allows that, so that a killed program leaves nothing. For one thread.
 */
public final class PassingFile implements Closeable {
    private static final int BUFFER = 64 * 1024;

    private final Path file;
    private final FileChannel bytes;

    private PassingFile(Path file, FileChannel bytes) {
        this.file = file;
        this.bytes = bytes;
    }

    /** An empty one, among the system's temporary files. */
    public static PassingFile open() throws IOException {
        Path file = Files.createTempFile("portfolio-", ".passing");
        FileChannel bytes = FileChannel.open(
                file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        PassingFile open = new PassingFile(file, bytes);
        open.unname();
        return open;
    }

    private void unname() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // Where an open file keeps its name it goes when it is closed.
        }
    }

    /** What writes the file. */
    @FunctionalInterface
    public interface Writing {
        void to(OutputStream out) throws IOException;
    }

    /** Writes it; what writes leaves the stream open. */
    public Stored write(Writing writing) throws IOException {
        Digesting out = new Digesting(new BufferedOutputStream(Channels.newOutputStream(bytes), BUFFER));
        writing.to(out);
        out.flush();
        return out.stored();
    }

    /** Its bytes from the beginning; closing the stream leaves the file open. */
    public InputStream read() throws IOException {
        bytes.position(0);
        return new FilterInputStream(new BufferedInputStream(Channels.newInputStream(bytes), BUFFER)) {
            @Override
            public void close() {
                // It may be read again.
            }
        };
    }

    @Override
    public void close() throws IOException {
        bytes.close();
        unname();
    }
}
