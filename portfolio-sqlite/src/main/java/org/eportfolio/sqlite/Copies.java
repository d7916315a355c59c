package org.eportfolio.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.eportfolio.CancelledException;
import org.eportfolio.Message;
import org.eportfolio.ProgressListener;
import org.eportfolio.StorageException;
import org.eportfolio.internal.file.OwnerOnly;
import org.eportfolio.internal.file.Workshop;

/**
 * Copies of a whole file. A copy gets its name last, when it is on the disk and has passed {@link Check}; until then, and
 * when the machine stops meanwhile, it lies in a folder whose name ends in {@code .part}, which the next copy clears.
 */
final class Copies {
    private static final int BUFFER = 1 << 20;

    private Copies() {}

    /** Writes what the file holds at one moment, without the gaps where something was erased, to a new file. */
    static void backup(Opening from, Path to, ProgressListener progress) {
        made(to, progress, part -> {
            try (Session session = from.copier()) {
                long bytes = Vacuum.bytes(session);
                // As a URI, since SQLite would read a name that begins like one as such.
                PreparedStatement copy = session.prepared("VACUUM INTO ?");
                copy.setString(1, "file:" + part.toUri().getRawPath());
                session.asking(steps -> progress.at(Math.min(part.toFile().length(), bytes), 2 * bytes), copy::execute);
                return bytes;
            }
        });
    }

    /** Makes a backup a portfolio's file again; the backup stays as it is. */
    static void restore(Path backup, Path to, ProgressListener progress) {
        Failures failures = new Failures(backup);
        Path log = backup.resolveSibling(backup.getFileName() + "-wal");
        if (!Files.isRegularFile(backup)) throw failures.refusal("storage.no-file", null, backup);
        if (Files.exists(log)) throw failures.refusal("storage.has-log", null, backup, log);
        new Opening(backup, SqliteOptions.defaults(), failures).refuseForeign();
        made(to, progress, part -> {
            long bytes = Files.size(backup);
            try (InputStream in = Files.newInputStream(backup);
                    OutputStream out = Files.newOutputStream(part)) {
                long copied = 0;
                for (byte[] some = in.readNBytes(BUFFER); some.length > 0; some = in.readNBytes(BUFFER)) {
                    out.write(some);
                    copied += some.length;
                    progress.at(Math.min(copied, bytes), 2 * bytes);
                }
            }
            return bytes;
        });
    }

    private interface Making {
        /** Gives back the bytes of the copy, as the listener was told them; looking through counts them once more. */
        long make(Path part) throws SQLException, IOException;
    }

    private static void made(Path to, ProgressListener progress, Making making) {
        Failures failures = new Failures(to);
        Path folder = to.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw failures.refusal("storage.no-folder", null, to, String.valueOf(folder));
        }
        if (Files.exists(to)) throw failures.refusal("storage.exists", null, to);
        progress.at(0, -1);
        try (Workshop workshop = workshop(to, failures)) {
            Path part = workshop.resolve("copy");
            OwnerOnly.prepare(part);
            long bytes = making.make(part);
            progress.at(bytes, 2 * bytes);
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            refuseDamaged(part, failures, progress.part(bytes, bytes, 2 * bytes));
            Files.move(part, to);
            progress.goOn(2 * bytes, 2 * bytes);
        } catch (SQLException e) {
            throw failures.of(e);
        } catch (ClosedByInterruptException e) {
            throw new CancelledException();
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

    private static void refuseDamaged(Path part, Failures failures, ProgressListener progress) {
        List<Message> found = Check.of(new Opening(part, SqliteOptions.defaults(), failures), failures, progress);
        if (!found.isEmpty()) {
            throw new StorageException(Failures.message("storage.damaged", part.toString(), found.get(0)), null);
        }
    }
}
