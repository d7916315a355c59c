package org.eportfolio.web.secret;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/** A secret in a file of its own, beside the school's. */
public final class SecretFile {
    private SecretFile() {}

    /** Makes it if it is not there, whole or not at all; of several servers that make it at a time, the first one's stands. */
    public static void make(Path file, Supplier<byte[]> secret) throws IOException {
        if (Files.exists(file)) return;
        Path written = Files.createTempFile(file.toAbsolutePath().getParent(), "secret", ".key");
        try {
            Files.write(written, secret.get());
            put(written, file);
        } catch (FileAlreadyExistsException another) {
            // It is there, which is what was wanted.
        } finally {
            Files.deleteIfExists(written);
        }
    }

    /** Some file systems have no links. */
    private static void put(Path written, Path file) throws IOException {
        try {
            Files.createLink(file, written);
        } catch (FileAlreadyExistsException another) {
            throw another;
        } catch (UnsupportedOperationException | FileSystemException noLinks) {
            Files.move(written, file);
        }
    }
}
