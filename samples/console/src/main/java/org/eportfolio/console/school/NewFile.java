package org.eportfolio.console.school;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A file that a command writes: new, never over another one, and for its owner alone (0600) where the file system knows
 * such permissions, since what leaves a school is people's data. All that the console writes by itself goes through here.
 */
public final class NewFile {
    private NewFile() {}

    /** What is written. */
    public interface Writing {
        void to(OutputStream out) throws IOException;
    }

    /** Writes a new file, or leaves none. */
    public static void write(Path to, Writing writing) throws IOException {
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (OutputStream out =
                Channels.newOutputStream(Files.newByteChannel(to, options, ownerOnly(to, "rw-------")))) {
            try {
                writing.to(out);
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(to);
                throw e;
            }
        }
    }

    /** Writes what is read; the caller closes it. */
    public static void copy(InputStream from, Path to) throws IOException {
        write(to, from::transferTo);
    }

    /** That a file can be written there: for what must not be done if it cannot. */
    public static void requireNew(Path to) throws IOException {
        requireFolder(to);
        if (Files.exists(to)) throw new FileAlreadyExistsException(to.toString());
    }

    /** That there is a folder in which something can be written. */
    public static void requireFolder(Path to) throws NoSuchFileException {
        Path folder = to.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) throw new NoSuchFileException(to.toString());
    }

    /** Makes a folder for its owner alone (0700), unless it is there. */
    public static void folder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) Files.createDirectory(folder, ownerOnly(folder, "rwx------"));
    }

    /** The same, which holds nothing yet. */
    public static void emptyFolder(Path folder) throws IOException {
        folder(folder);
        try (Stream<Path> there = Files.list(folder)) {
            Optional<Path> first = there.findFirst();
            if (first.isPresent())
                throw new FileAlreadyExistsException(first.get().toString());
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path file, String permissions) {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (!posix) return new FileAttribute<?>[0];
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        };
    }
}
