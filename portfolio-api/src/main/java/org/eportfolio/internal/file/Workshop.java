package org.eportfolio.internal.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A folder of its own in which something is made before it gets its name. It goes when it is closed; one that a killed
 * program left is cleared by the next that opens here.
 *
 * <p>Whether a program still works in it is known by a lock on a file inside, which the operating system takes away with
 * the program. A folder without that file is never taken for a leftover. Confined to one thread.
 */
public final class Workshop implements AutoCloseable {
    private static final String EXPORT = ".export-";

    private static final String PART = ".part";

    private static final String LOCK = ".writing-";
    private static final int TRIES = 10;

    private final Path folder;
    private final FileChannel lock;

    private Workshop(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** Opens one beside what an export will make, after clearing those that were left there. */
    public static Workshop ofExport(Path target) throws IOException {
        return in(parent(target), EXPORT, "");
    }

    /** Opens one beside what a backup or a restored file will be, after clearing those that were left there. */
    public static Workshop ofCopy(Path target) throws IOException {
        return in(parent(target), target.getFileName() + ".", PART);
    }

    private static Path parent(Path target) {
        return Objects.requireNonNull(target.toAbsolutePath().getParent(), "a file in a folder");
    }

    private static Workshop in(Path parent, String prefix, String suffix) throws IOException {
        clear(parent);
        for (int i = 0; i < TRIES; i++) {
            Path folder = OwnerOnly.createFolder(parent.resolve(prefix + UUID.randomUUID() + suffix));
            Path name = folder.resolve(LOCK + ProcessHandle.current().pid());
            FileChannel lock = FileChannel.open(name, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            // Another program may have found the file before it was locked, and cleared the folder.
            if (lock.tryLock() != null && Files.exists(name)) return new Workshop(folder, lock);
            lock.close();
        }
        throw new IOException("no folder of its own in " + parent);
    }

    /** Where something of this name is to be made. */
    public Path resolve(String name) {
        return folder.resolve(name);
    }

    @Override
    public void close() throws IOException {
        lock.close();
        remove(folder);
    }

    private static void clear(Path parent) throws IOException {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(parent, Workshop::isNamedLikeOne)) {
            for (Path each : all) clearIfLeft(each);
        }
    }

    private static boolean isNamedLikeOne(Path each) {
        String name = each.getFileName().toString();
        return (name.startsWith(EXPORT) || name.endsWith(PART)) && Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS);
    }

    private static void clearIfLeft(Path folder) throws IOException {
        Optional<Path> name = lockOf(folder);
        if (name.isEmpty() || isOurs(name.get())) return;
        try (FileChannel lock = FileChannel.open(name.get(), StandardOpenOption.WRITE)) {
            if (lock.tryLock() != null) remove(folder);
        } catch (NoSuchFileException | AccessDeniedException | OverlappingFileLockException e) {
            return; // being removed by its program, another account's, or used by another part of this program
        }
    }

    private static Optional<Path> lockOf(Path folder) throws IOException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, LOCK + "*")) {
            for (Path each : found) return Optional.of(each);
        } catch (NoSuchFileException | AccessDeniedException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    /** Looking at a lock of one's own program would give it up: the operating system frees it when any channel closes. */
    private static boolean isOurs(Path lock) throws IOException {
        ProcessHandle here = ProcessHandle.current();
        if (!lock.getFileName().toString().equals(LOCK + here.pid())) return false;
        Instant started = here.info().startInstant().orElse(Instant.MIN);
        try {
            return !Files.getLastModifiedTime(lock).toInstant().isBefore(started);
        } catch (NoSuchFileException e) {
            return true;
        }
    }

    private static void remove(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) return FileVisitResult.CONTINUE;
                throw failure;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path each, @Nullable IOException failure) throws IOException {
                if (failure != null) throw failure;
                Files.deleteIfExists(each);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
