package org.eportfolio.postgresql;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.eportfolio.CancelledException;
import org.eportfolio.ProgressListener;
import org.eportfolio.StorageException;
import org.eportfolio.internal.file.Meter;
import org.eportfolio.internal.file.Metered;
import org.eportfolio.internal.file.OwnerOnly;
import org.eportfolio.internal.file.Workshop;
import org.eportfolio.spi.Hash;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import org.postgresql.copy.PGCopyOutputStream;

/**
 * Backups of one school: a ZIP file with what COPY gives of each table, in its binary format and without the school, read in
 * one snapshot. A copy gets its name last, when it is on the disk and was looked through; until then it lies in a folder
 * whose name ends in {@code .part}, which the next copy clears.
 */
final class Copies {
    private static final String FORMAT = "2";
    /** That of before version 7, in which no file has a key. */
    private static final String FORMAT_WITHOUT_KEYS = "1";

    private static final String ABOUT = "school.properties";
    private static final int COPY_BUFFER = 64 << 10;
    private static final byte[] NOTHING = {};
    /** Bytes of ids, hashes and lengths that a row has beside its body, about. */
    private static final int ROW = 90;

    private record Table(String name, List<String> columns, String more) {
        String list() {
            return String.join(", ", columns);
        }

        String out(UUID school) {
            return "COPY (SELECT " + list() + " FROM portfolio." + name + " WHERE school = '" + school + "'" + more
                    + ") TO STDOUT (FORMAT binary)";
        }

        String in() {
            return "COPY portfolio." + name + " (school, " + list() + ") FROM STDIN (FORMAT binary)";
        }
    }

    private static final Table CONTENT =
            new Table("content", List.of("id", "sha256", "size", "touched"), " AND sha256 IS NOT NULL");
    private static final Table CONTENT_KEY =
            new Table("content_key", List.of("content", "key"), ofNamed("content_key"));
    private static final List<String> PIECE = List.of("content", "number", "bytes");
    private static final Table CHUNK = new Table("chunk", PIECE, ofNamed("chunk") + " ORDER BY content, number");
    private static final Table PIECES = new Table("piece", PIECE, ofNamed("piece") + " ORDER BY content, number");
    private static final List<Table> TABLES = List.of(
            new Table("head", List.of("scope", "length", "hash"), ""),
            new Table("entry", List.of("position", "scope", "number", "hash", "body"), " ORDER BY position"),
            new Table("record", List.of("scope", "kind", "id", "body", "keys"), " ORDER BY scope, kind, id"),
            new Table("key", List.of("hash", "id", "scope", "kind"), ""),
            CONTENT,
            CONTENT_KEY,
            CHUNK,
            PIECES);

    /** What is of a file that is neither on its way in nor out. */
    private static String ofNamed(String table) {
        return " AND content IN (SELECT c.id FROM portfolio.content c WHERE c.school = " + table
                + ".school AND c.sha256 IS NOT NULL)";
    }

    private static List<Table> tables(Properties about) {
        if (!FORMAT_WITHOUT_KEYS.equals(about.getProperty("format"))) return TABLES;
        return TABLES.stream()
                .filter(each -> !each.equals(CONTENT_KEY) && !each.equals(PIECES))
                .toList();
    }

    private Copies() {}

    static void backup(Database database, UUID school, Path to, ProgressListener progress) {
        Path folder = to.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw Failures.refusal("storage.no-folder", null, to.toString(), String.valueOf(folder));
        }
        if (Files.exists(to)) throw Failures.refusal("storage.exists", null, to.toString());
        progress.at(0, -1);
        try (Workshop workshop = Workshop.ofCopy(to)) {
            long bytes = progress == ProgressListener.NONE ? 1 : bytes(database, school);
            Path part = workshop.resolve("copy");
            OwnerOnly.prepare(part);
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                ZipOutputStream zip = new ZipOutputStream(Channels.newOutputStream(channel));
                write(database, school, zip, new Meter(progress.part(0, bytes, 2 * bytes), bytes));
                zip.finish();
                channel.force(true);
            }
            look(part, progress.part(bytes, bytes, 2 * bytes));
            Files.move(part, to);
            progress.goOn(2 * bytes, 2 * bytes);
        } catch (ClosedByInterruptException e) {
            throw new CancelledException();
        } catch (IOException e) {
            throw Failures.refusal("storage.file-failed", e, to.toString(), e.toString());
        }
    }

    /** What there is to write, about; without what is short. */
    private static long bytes(Database database, UUID school) {
        String texts = "(SELECT coalesce(sum(octet_length(body) + " + ROW + "), 0) FROM portfolio.%s WHERE school = ?)";
        return database.single(
                school,
                handle -> handle.createQuery("SELECT CAST(1 + " + texts.formatted("record") + " + "
                                + texts.formatted("entry") + " + (SELECT coalesce(sum(size), 0) FROM portfolio.content"
                                + " WHERE school = ? AND sha256 IS NOT NULL) AS bigint)")
                        .bind(0, school)
                        .bind(1, school)
                        .bind(2, school)
                        .mapTo(Long.class)
                        .one());
    }

    private interface Writing {
        void write() throws IOException, SQLException;
    }

    /** Lets what goes wrong with the file through as what it is. */
    private static final class FileFailure extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final IOException reason;

        FileFailure(IOException reason) {
            super(reason);
            this.reason = reason;
        }
    }

    private static void translated(Writing writing) throws SQLException {
        try {
            writing.write();
        } catch (IOException e) {
            SQLException cause = Failures.sql(e);
            if (cause != null) throw cause;
            throw new FileFailure(e);
        }
    }

    private static void write(Database database, UUID school, ZipOutputStream zip, Meter meter) throws IOException {
        try {
            database.snapshot(school, handle -> {
                long position = handle.createQuery("SELECT position FROM portfolio.school WHERE school = ?")
                        .bind(0, school)
                        .mapTo(Long.class)
                        .findOne()
                        .orElseThrow(() -> PostgresSchools.unknown(school));
                translated(() -> {
                    StringBuilder about = new StringBuilder();
                    about.append("format=").append(FORMAT).append("\nschool=").append(school);
                    about.append("\nposition=").append(position).append('\n');
                    for (Table table : TABLES) {
                        zip.putNextEntry(new ZipEntry(table.name()));
                        long rows = copyOut(handle, table.out(school), zip, meter);
                        zip.closeEntry();
                        about.append(table.name()).append('=').append(rows).append('\n');
                    }
                    zip.putNextEntry(new ZipEntry(ABOUT));
                    zip.write(about.toString().getBytes(StandardCharsets.UTF_8));
                    zip.closeEntry();
                });
                return true;
            });
        } catch (FileFailure e) {
            throw e.reason;
        }
    }

    private static long copyOut(Handle handle, String query, OutputStream to, Meter meter)
            throws IOException, SQLException {
        PGConnection connection = handle.getConnection().unwrap(PGConnection.class);
        CopyOut copy = connection.getCopyAPI().copyOut(query);
        try {
            for (byte[] row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
                meter.did(row.length);
                to.write(row);
            }
        } finally {
            if (copy.isActive()) end(copy, connection);
        }
        return copy.getHandledRowCount();
    }

    /**
     * Has the server cancel the copy, and reads up to its last word. The driver's own {@code cancelCopy} leaves that unread, and the next
     * statement of the connection takes it for its answer.
     */
    private static void end(CopyOut copy, PGConnection connection) throws SQLException {
        connection.cancelQuery();
        try {
            while (copy.readFromCopy() != null) {
                // It was on its way already.
            }
        } catch (SQLException cancelled) {
            // As asked.
        }
    }

    static void restore(Database database, Path backup, UUID school, ProgressListener progress) {
        if (!Files.isRegularFile(backup)) throw Failures.refusal("storage.no-file", null, backup.toString());
        long half = backup.toFile().length();
        look(backup, progress.part(0, half, 2 * half));
        try (ZipFile zip = new ZipFile(backup.toFile())) {
            Meter meter = new Meter(progress.part(half, half, 2 * half), bytes(zip));
            Properties about = about(zip);
            long position = Long.parseLong(about.getProperty("position"));
            database.transaction(school, handle -> {
                if (database.guarded()) refuseGuarded(handle);
                if (!PostgresSchools.insert(handle, school, position)) {
                    throw Failures.refusal("storage.school-there", null, school);
                }
                boolean keys = !"0".equals(about.getProperty(CONTENT_KEY.name(), "0"));
                if (keys) Migrations.requireWriting(handle, Migrations.WRITING_KEYS);
                for (Table table : tables(about)) translated(() -> copyIn(handle, zip, table, school, meter));
                return true;
            });
            meter.over();
        } catch (FileFailure e) {
            throw Failures.refusal("storage.file-failed", e.reason, backup.toString(), e.reason.toString());
        } catch (IOException e) {
            throw Failures.refusal("storage.file-failed", e, backup.toString(), e.toString());
        }
    }

    private static void refuseGuarded(Handle handle) {
        boolean active = handle.createQuery("SELECT row_security_active(CAST('portfolio.record' AS regclass))")
                .mapTo(Boolean.class)
                .one();
        if (active) throw Failures.refusal("storage.restore-role", null);
    }

    private static void copyIn(Handle handle, ZipFile zip, Table table, UUID school, Meter meter)
            throws IOException, SQLException {
        byte[] own = CopyWriter.of(school);
        int fields = table.columns().size();
        PGConnection connection = handle.getConnection().unwrap(PGConnection.class);
        try (InputStream in = open(zip, table.name(), meter);
                PGCopyOutputStream out = new PGCopyOutputStream(connection, table.in(), COPY_BUFFER)) {
            CopyReader reader = new CopyReader(in);
            CopyWriter writer = new CopyWriter(out);
            for (List<Optional<byte[]>> row = reader.next(fields); row != null; row = reader.next(fields)) {
                writer.row(fields + 1).field(own);
                for (Optional<byte[]> field : row) writer.field(field.orElse(null));
            }
            writer.end();
        }
    }

    /** Refuses a copy that lacks something: a row, the end of a table, or a piece of a file. */
    private static void look(Path copy, ProgressListener progress) {
        try (ZipFile zip = new ZipFile(copy.toFile())) {
            Meter meter = new Meter(progress, bytes(zip));
            Properties about = about(zip);
            String format = about.getProperty("format");
            if (!FORMAT.equals(format) && !FORMAT_WITHOUT_KEYS.equals(format)) {
                throw damaged(copy, "format " + format, null);
            }
            Map<UUID, Pieces> files = new HashMap<>();
            for (Table table : tables(about)) {
                long rows = 0;
                try (InputStream in = open(zip, table.name(), meter)) {
                    CopyReader reader = new CopyReader(in);
                    int fields = table.columns().size();
                    for (List<Optional<byte[]>> row = reader.next(fields); row != null; row = reader.next(fields)) {
                        rows++;
                        if (table.equals(CONTENT)) files.put(id(row), pieces(row));
                        if (table.equals(CONTENT_KEY)) under(files.get(id(row)), row);
                        if (table.equals(CHUNK) || table.equals(PIECES)) add(files.get(id(row)), row);
                    }
                }
                if (!String.valueOf(rows).equals(about.getProperty(table.name()))) {
                    throw damaged(copy, table.name(), null);
                }
            }
            files.values()
                    .forEach(each -> each.fault().ifPresent(fault -> {
                        throw new StorageException(
                                Failures.message("storage.not-a-backup", copy.toString(), fault), null);
                    }));
        } catch (ZipException e) {
            throw damaged(copy, String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw damaged(copy, e.toString(), e);
        }
    }

    private static Properties about(ZipFile zip) throws IOException {
        Properties about = new Properties();
        try (InputStream in = open(zip, ABOUT, new Meter(ProgressListener.NONE))) {
            about.load(new ByteArrayInputStream(in.readAllBytes()));
        }
        return about;
    }

    private static long bytes(ZipFile zip) {
        return zip.stream().mapToLong(ZipEntry::getSize).sum();
    }

    private static InputStream open(ZipFile zip, String name, Meter meter) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) throw new IOException("no " + name);
        InputStream in = Objects.requireNonNull(zip.getInputStream(entry));
        return new BufferedInputStream(new Metered(in, meter), COPY_BUFFER);
    }

    private static RuntimeException damaged(Path copy, String what, @Nullable Exception cause) {
        return Failures.refusal("storage.not-a-backup", cause, copy.toString(), what);
    }

    private static UUID id(List<Optional<byte[]>> row) {
        ByteBuffer buffer = ByteBuffer.wrap(field(row, 0));
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    private static Pieces pieces(List<Optional<byte[]>> content) {
        return new Pieces(
                Hash.of(field(content, 1)), ByteBuffer.wrap(field(content, 2)).getLong());
    }

    private static void under(@Nullable Pieces pieces, List<Optional<byte[]>> key) {
        if (pieces != null) pieces.under(field(key, 1));
    }

    private static void add(@Nullable Pieces pieces, List<Optional<byte[]>> chunk) {
        if (pieces != null) pieces.add(ByteBuffer.wrap(field(chunk, 1)).getLong(), field(chunk, 2));
    }

    private static byte[] field(List<Optional<byte[]>> row, int number) {
        return row.get(number).orElse(NOTHING);
    }
}
