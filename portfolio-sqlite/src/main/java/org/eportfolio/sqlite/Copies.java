package org.eportfolio.sqlite;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.eportfolio.CancelledException;
import org.eportfolio.Message;
import org.eportfolio.StorageException;
import org.eportfolio.internal.file.OwnerOnly;
import org.eportfolio.internal.file.Workshop;

/**
 * Copies of a whole file. A copy gets its name last, when it is on the disk and has passed {@link Check}; until then, and
 * when the machine stops meanwhile, it lies in a folder whose name ends in {@code .part}, which the next copy clears.
 */
final class Copies {
    private Copies() {}

    /** Writes what the file holds at one moment, without the gaps where something was erased, to a new file. */
    static void backup(Opening from, Path to) {
        made(to, part -> {
            try (Session session = from.copier()) {
                // As a URI, since SQLite would read a name that begins like one as such.
                PreparedStatement copy = session.prepared("VACUUM INTO ?");
                copy.setString(1, "file:" + part.toUri().getRawPath());
                copy.execute();
            }
        });
    }

    /** Makes a backup a portfolio's file again; the backup stays as it is. */
    static void restore(Path backup, Path to) {
        Failures failures = new Failures(backup);
        Path log = backup.resolveSibling(backup.getFileName() + "-wal");
        if (!Files.isRegularFile(backup)) throw failures.refusal("storage.no-file", null, backup);
        if (Files.exists(log)) throw failures.refusal("storage.has-log", null, backup, log);
        new Opening(backup, SqliteOptions.defaults(), failures).refuseForeign();
        made(to, part -> {
            try (OutputStream out = Files.newOutputStream(part)) {
                Files.copy(backup, out);
            }
        });
    }

    private interface Making {
        void make(Path part) throws SQLException, IOException;
    }

    private static void made(Path to, Making making) {
        Failures failures = new Failures(to);
        Path folder = to.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw failures.refusal("storage.no-folder", null, to, String.valueOf(folder));
        }
        if (Files.exists(to)) throw failures.refusal("storage.exists", null, to);
        try (Workshop workshop = workshop(to, failures)) {
            Path part = workshop.resolve("copy");
            OwnerOnly.prepare(part);
            making.make(part);
            CancelledException.ifInterrupted();
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            refuseDamaged(part, failures);
            Files.move(part, to);
        } catch (SQLException e) {
            throw failures.of(e);
        } catch (IOException e) {
            throw failures.refusal("storage.failed", e, to, e.toString());
        }
    }

    private static Workshop workshop(Path to, Failures failures) {
        try {
            return Workshop.ofCopy(to);
        } catch (IOException e) {
            throw failures.refusal("storage.read-only", e, to, e.toString());
        }
    }

    private static void refuseDamaged(Path part, Failures failures) {
        List<Message> found = Check.of(new Opening(part, SqliteOptions.defaults(), failures), failures);
        if (!found.isEmpty()) {
            throw new StorageException(Failures.message("storage.damaged", part.toString(), found.get(0)), null);
        }
    }
}
