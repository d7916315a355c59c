package org.eportfolio.postgresql;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.eportfolio.Message;
import org.eportfolio.StorageException;
import org.eportfolio.spi.Change;
import org.eportfolio.spi.PortfolioStore;
import org.eportfolio.spi.Stored;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Each file under a key of its own, which its erasure destroys. */
class FileKeysTest {
    private static final Instant MONDAY = Instant.parse("2026-11-23T08:00:00Z");
    private static final String MARK = "erased-by-right ";
    private static final byte[] GOES = MARK.repeat(40_000).getBytes(UTF_8);
    private static final byte[] STAYS = "somebody else's ".repeat(40_000).getBytes(UTF_8);
    private static final String FILES = "SELECT string_agg(pg_relation_filenode(c.oid) || '+'"
            + " || pg_relation_filenode(c.reltoastrelid), ' ' ORDER BY c.relname) FROM pg_class c"
            + " WHERE c.relnamespace = 'portfolio'::regnamespace AND c.relkind = 'r' AND c.relname ";

    private final UUID school = UUID.randomUUID();
    private PGSimpleDataSource source;
    private PostgresSchools schools;
    private PortfolioStore store;

    @BeforeEach
    void a_database() throws Exception {
        source = Server.plain(Server.database());
    }

    private void aSchool(int partitions) {
        migrate(partitions);
        schools = PostgresSchools.open(source);
        store = schools.create(school);
    }

    private void aSchoolOfTheVersionBefore(int partitions) throws Exception {
        aSchool(partitions);
        processesOfTheVersionBefore();
    }

    @AfterEach
    void closes() {
        if (schools == null) return;
        store.close();
        schools.close();
    }

    private void migrate(int partitions) {
        PostgresSchools.migrate(source, PostgresOptions.defaults().withPartitions(partitions));
    }

    /** As a deployment stands that was migrated, and in which processes of the version before are at work. */
    private void processesOfTheVersionBefore() throws Exception {
        Server.run(source, "UPDATE portfolio.writing SET version = 6");
    }

    private static Stored write(PortfolioStore store, byte[] bytes) throws IOException {
        return store.contents().write(new ByteArrayInputStream(bytes), MONDAY);
    }

    private static byte[] bytes(PortfolioStore store, Stored file) throws IOException {
        try (InputStream in = store.contents().open(file).orElseThrow()) {
            return in.readAllBytes();
        }
    }

    private boolean isInAFile(byte[] bytes) throws Exception {
        return !Server.filesWith(source, bytes).isEmpty();
    }

    private String seen(String query) throws Exception {
        return String.valueOf(Server.seen(source, query).get(0));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void after_an_erasure_neither_bytes_nor_key_are_in_a_file_and_no_files_were_written_anew(int partitions)
            throws Exception {
        aSchool(partitions);
        Stored goes = write(store, GOES);
        byte[] key = HexFormat.of().parseHex(seen("SELECT encode(key, 'hex') FROM portfolio.content_key"));
        Stored stays = write(store, STAYS);
        assertThat(isInAFile(MARK.getBytes(UTF_8))).isFalse();
        assertThat(isInAFile(key)).isTrue();
        String files = seen(FILES + "~ '^piece'");
        String keys = seen(FILES.replace("c.reltoastrelid", "c.oid") + "~ '^content_key'");

        assertThat(store.contents().remove(goes, MONDAY.plusSeconds(1))).isTrue();
        assertThat(seen("SELECT count(*) FROM portfolio.content_key")).isEqualTo("1");
        assertThat(isInAFile(key)).as("deleting is not enough").isTrue();
        store.compact();

        assertThat(isInAFile(key)).isFalse();
        assertThat(isInAFile(MARK.getBytes(UTF_8))).isFalse();
        assertThat(seen(FILES + "~ '^piece'")).isEqualTo(files);
        assertThat(seen(FILES.replace("c.reltoastrelid", "c.oid") + "~ '^content_key'"))
                .isNotEqualTo(keys);
        assertThat(bytes(store, stays)).isEqualTo(STAYS);
        assertThat(store.check()).isEmpty();
        assertThat(schools.leftAfterCompaction()).extracting(Message::key).contains("left.pieces", "left.log");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void what_was_written_before_stays_readable_and_compaction_gives_it_a_key(int partitions) throws Exception {
        aSchoolOfTheVersionBefore(partitions);
        Stored goes = write(store, GOES);
        Stored stays = write(store, STAYS);
        Stored small = write(store, "small".getBytes(UTF_8));
        Stored empty = write(store, new byte[0]);
        store.compact();
        assertThat(seen("SELECT count(*) FROM portfolio.content_key"))
                .as("which a process of the version before could not read")
                .isEqualTo("0");
        PostgresSchools.upgrade(source);
        try (InputStream running = store.contents().open(stays).orElseThrow()) {
            byte[] begin = running.readNBytes(1_000);
            assertThat(store.contents().remove(goes, MONDAY.plusSeconds(1))).isTrue();
            store.compact();
            assertThat(concat(begin, running.readAllBytes()))
                    .as("a download under way")
                    .isEqualTo(STAYS);
        }
        assertThat(isInAFile(MARK.getBytes(UTF_8))).isFalse();
        assertThat(isInAFile("somebody else's ".getBytes(UTF_8))).isFalse();
        assertThat(seen("SELECT count(*) FROM portfolio.content_key")).isEqualTo("2");
        assertThat(seen("SELECT count(*) FROM portfolio.chunk")).isEqualTo("0");
        assertThat(seen("SELECT count(*) FROM portfolio.content")).isEqualTo("3");
        assertThat(bytes(store, stays)).isEqualTo(STAYS);
        assertThat(bytes(store, small)).isEqualTo("small".getBytes(UTF_8));
        assertThat(bytes(store, empty)).isEmpty();
        assertThat(store.contents().list(null, 9))
                .as("touched when it was")
                .allMatch(each -> each.touched().equals(MONDAY));
        assertThat(store.check()).isEmpty();
        String files = seen(FILES + "~ '^(piece|chunk)'");
        store.compact();
        assertThat(seen(FILES + "~ '^(piece|chunk)'")).isEqualTo(files);
    }

    @Test
    void all_schools_can_get_their_keys_at_once_and_are_never_written_anew_after_that() throws Exception {
        migrate(2);
        processesOfTheVersionBefore();
        try (PostgresSchools schools = PostgresSchools.open(source)) {
            Stored file = null;
            for (int i = 0; i < 4; i++) {
                try (PortfolioStore store = schools.create(new UUID(9, i))) {
                    file = write(store, STAYS);
                }
            }
            assertThatExceptionOfType(StorageException.class)
                    .isThrownBy(schools::encryptFiles)
                    .satisfies(e -> assertThat(e.reason().key()).isEqualTo("storage.upgrade-first"));
            PostgresSchools.upgrade(source);
            schools.encryptFiles();
            schools.encryptFiles();
            assertThat(seen("SELECT count(*) FROM portfolio.content_key")).isEqualTo("4");
            assertThat(seen("SELECT count(*) FROM portfolio.chunk")).isEqualTo("0");
            for (int i = 0; i < 4; i++) {
                try (PortfolioStore store = schools.school(new UUID(9, i))) {
                    assertThat(bytes(store, file)).isEqualTo(STAYS);
                    assertThat(store.check()).isEmpty();
                    store.compact();
                }
            }
            String files = seen(FILES + "~ '^(piece|chunk)'");
            for (UUID each : schools.list(null, 9)) schools.school(each).compact();
            assertThat(seen(FILES + "~ '^(piece|chunk)'")).isEqualTo(files);
            assertThat(isInAFile("somebody else's ".getBytes(UTF_8))).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void long_values_that_a_vacuum_left_behind_are_written_anew_too(int partitions) throws Exception {
        aSchoolOfTheVersionBefore(partitions);
        write(store, GOES);
        PostgresSchools.upgrade(source);
        schools.encryptFiles();
        for (String each : chunks()) Server.run(source, "VACUUM (PROCESS_TOAST false) " + each);
        assertThat(chunks()).allMatch(each -> isZero("pg_relation_size('" + each + "')"));
        assertThat(isInAFile(MARK.getBytes(UTF_8))).isTrue();

        store.compact();

        assertThat(isInAFile(MARK.getBytes(UTF_8))).isFalse();
    }

    /** The table, or its partitions. */
    private List<String> chunks() throws Exception {
        return Server.seen(
                source,
                "SELECT oid::regclass FROM pg_class WHERE relnamespace = 'portfolio'::regnamespace"
                        + " AND relkind = 'r' AND relname ~ '^chunk'");
    }

    private boolean isZero(String number) {
        try {
            return seen("SELECT " + number).equals("0");
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void commits_that_name_a_file_never_miss_it_while_it_gets_its_key() throws Exception {
        aSchool(1);
        List<Stored> files = new ArrayList<>();
        processesOfTheVersionBefore();
        for (int i = 0; i < 60; i++) files.add(write(store, ("file " + i).getBytes(UTF_8)));
        PostgresSchools.upgrade(source);
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        Future<Integer> naming = threads.submit(() -> {
            int commits = 0;
            while (!over.get() || commits == 0) {
                store.commit(new Change(Map.of(), List.of(), List.of(), List.of(), Set.copyOf(files)));
                commits++;
            }
            return commits;
        });
        Future<?> again = threads.submit(() -> {
            while (!over.get()) write(store, "file 7".getBytes(UTF_8));
            return null;
        });
        store.compact();
        over.set(true);
        assertThat(naming.get()).isPositive();
        again.get();
        threads.shutdown();
        assertThat(seen("SELECT count(*) FROM portfolio.content_key")).isEqualTo("60");
        assertThat(store.check()).isEmpty();
    }

    @Test
    void a_removal_that_was_cut_off_is_ended_by_the_compaction() throws Exception {
        aSchoolOfTheVersionBefore(1);
        write(store, GOES);
        Server.run(source, "UPDATE portfolio.content SET sha256 = NULL, touched = 0");
        assertThat(isInAFile(MARK.getBytes(UTF_8))).isTrue();
        store.compact();
        assertThat(isInAFile(MARK.getBytes(UTF_8))).isFalse();
        assertThat(seen("SELECT count(*) FROM portfolio.content")).isEqualTo("0");
    }

    @Test
    void a_removal_that_meets_the_encryption_removes_the_file() throws Exception {
        aSchool(1);
        try (Connection encrypting = source.getConnection()) {
            Stored file = write(store, GOES);
            UUID copy = UUID.randomUUID();
            encrypting.setAutoCommit(false);
            try (Statement statement = encrypting.createStatement()) {
                statement.execute("SELECT FROM portfolio.content FOR UPDATE");
                statement.execute("INSERT INTO portfolio.content SELECT school, '" + copy
                        + "', NULL, size, touched FROM portfolio.content");
                statement.execute("UPDATE portfolio.content SET sha256 = NULL, touched = 0 WHERE id <> '" + copy + "'");
                statement.execute(
                        "UPDATE portfolio.content SET sha256 = '\\x" + file.sha256() + "' WHERE id = '" + copy + "'");
            }
            FutureTask<Boolean> removal =
                    new FutureTask<>(() -> store.contents().remove(file, MONDAY.plusSeconds(1)));
            new Thread(removal).start();
            Server.waiting(source, "UPDATE portfolio.content");
            encrypting.commit();

            assertThat(removal.get()).isTrue();
            assertThat(store.contents().open(file)).isEmpty();
            assertThat(seen("SELECT count(*) FROM portfolio.content WHERE id = '" + copy + "'"))
                    .isEqualTo("0");
        }
    }

    @Test
    void what_a_killed_encryption_left_goes_with_the_next_compaction() throws Exception {
        aSchoolOfTheVersionBefore(1);
        RecordedSource killed = new RecordedSource();
        try (PostgresSchools others = PostgresSchools.open(killed.over(source))) {
            Stored file = write(store, GOES);
            PostgresSchools.upgrade(source);
            AtomicInteger pieces = new AtomicInteger();
            killed.before = statement -> {
                boolean piece = statement.startsWith("INSERT INTO portfolio.piece ");
                if (piece ? pieces.incrementAndGet() > 1 : pieces.get() > 1) throw new IllegalStateException("killed");
            };
            assertThatThrownBy(others::encryptFiles).hasMessage("killed");
            assertThat(left()).containsExactly("2", "1", "1", "3");

            assertThat(store.contents().remove(file, MONDAY.plusSeconds(1))).isTrue();
            assertThat(left()).containsExactly("1", "1", "1", "0");
            store.compact();

            assertThat(left()).containsExactly("0", "0", "0", "0");
        }
    }

    /** How many rows the tables of files have: content, content_key, piece and chunk. */
    private List<String> left() throws Exception {
        List<String> counts = new ArrayList<>();
        for (String each : List.of("content", "content_key", "piece", "chunk"))
            counts.add(seen("SELECT count(*) FROM portfolio." + each));
        return counts;
    }

    @Test
    void the_opening_of_a_school_leaves_its_encryption_alone() throws Exception {
        aSchoolOfTheVersionBefore(1);
        RecordedSource slow = new RecordedSource();
        try (PostgresSchools others = PostgresSchools.open(slow.over(source))) {
            Stored file = write(store, GOES);
            PostgresSchools.upgrade(source);
            slow.before = beforeTheCopyIsTaken(() -> schools.school(school).close());
            others.encryptFiles();
            assertThat(left()).containsExactly("1", "1", "3", "0");
            assertThat(bytes(store, file)).isEqualTo(GOES);
        }
    }

    /** Of one file: its encryption has two transactions that ask whether the school is here, at its beginning and at its end. */
    private static Consumer<String> beforeTheCopyIsTaken(ThrowingCallable work) {
        AtomicInteger asked = new AtomicInteger();
        return statement -> {
            boolean asks =
                    statement.startsWith("SELECT position FROM portfolio.school") && statement.endsWith("KEY SHARE");
            if (asks && asked.incrementAndGet() == 2) withoutFail(work);
        };
    }

    @Test
    void two_compactions_at_once_never_leave_a_named_file_without_a_key() throws Exception {
        aSchoolOfTheVersionBefore(1);
        RecordedSource slow = new RecordedSource();
        try (PostgresSchools others = PostgresSchools.open(slow.over(source))) {
            Stored file = write(store, GOES);
            PostgresSchools.upgrade(source);
            slow.before = beforeTheCopyIsTaken(() -> Server.run(source, "DELETE FROM portfolio.content_key"));
            others.encryptFiles();
            assertThat(left()).containsExactly("1", "0", "0", "3");
            slow.before = beforeTheCopyIsTaken(store::compact);
            others.encryptFiles();
            assertThat(left()).containsExactly("1", "1", "3", "0");
            assertThat(bytes(store, file)).isEqualTo(GOES);
            assertThat(store.check()).isEmpty();
        }
    }

    @Test
    void a_compaction_that_takes_a_copy_for_left_behind_leaves_it_once_it_has_its_name() throws Exception {
        aSchoolOfTheVersionBefore(1);
        try (Connection neighbour = source.getConnection()) {
            Stored file = write(store, GOES);
            PostgresSchools.upgrade(source);
            neighbour.setAutoCommit(false);
            try (Statement statement = neighbour.createStatement()) {
                statement.execute("SELECT FROM portfolio.content FOR UPDATE");
            }
            FutureTask<Void> encryption = begun(schools::encryptFiles);
            Server.waiting(source, "SELECT touched FROM portfolio.content");
            FutureTask<Void> compaction = begun(store::compact);
            Server.waiting(source, "SELECT sha256 IS NOT NULL FROM portfolio.content");
            neighbour.commit();
            encryption.get();
            compaction.get();
            assertThat(left()).containsExactly("1", "1", "3", "0");
            assertThat(bytes(store, file)).isEqualTo(GOES);
            assertThat(store.check()).isEmpty();
        }
    }

    private static FutureTask<Void> begun(ThrowingCallable work) {
        FutureTask<Void> task = new FutureTask<>(() -> withoutFail(work), null);
        new Thread(task).start();
        return task;
    }

    private static void withoutFail(ThrowingCallable work) {
        assertThatCode(work).doesNotThrowAnyException();
    }

    private static byte[] concat(byte[] one, byte[] other) throws IOException {
        var all = new java.io.ByteArrayOutputStream();
        all.write(one);
        all.write(other);
        return all.toByteArray();
    }

    @Test
    void a_file_whose_key_is_lost_is_named_and_not_given_out() throws Exception {
        aSchool(1);
        Stored file = write(store, GOES);
        Server.run(source, "DELETE FROM portfolio.content_key");
        assertThatThrownBy(() -> bytes(store, file)).isInstanceOf(IOException.class);
        assertThat(store.check()).extracting(Message::key).containsExactly("check.piece-missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE portfolio.content_key SET key = sha256(key)",
                "UPDATE portfolio.piece SET bytes = set_byte(bytes, 10, 255 - get_byte(bytes, 10)) WHERE number = 1",
                "UPDATE portfolio.piece p SET bytes = o.bytes FROM portfolio.piece o WHERE p.number = 1 AND o.number = 0"
            })
    void a_key_or_a_piece_that_was_altered_is_named(String damage) throws Exception {
        aSchool(1);
        write(store, GOES);
        assertThat(store.check()).isEmpty();
        Server.run(source, damage);
        assertThat(store.check()).extracting(Message::key).containsExactly("check.file-altered");
    }

    @Test
    void a_key_that_lies_about_without_its_file_is_named() throws Exception {
        aSchool(1);
        write(store, "small".getBytes(UTF_8));
        Server.run(source, "DELETE FROM portfolio.piece", "DELETE FROM portfolio.content");
        assertThat(store.check()).extracting(Message::key).containsExactly("check.key-without-file");
    }

    @Test
    void a_backup_of_a_version_before_is_restored_and_one_with_keys_waits_for_the_upgrade(@TempDir Path folder)
            throws Exception {
        aSchoolOfTheVersionBefore(1);
        Stored file = write(store, STAYS);
        store.backup(folder.resolve("without"));
        asBefore(folder.resolve("without"), folder.resolve("before"));
        try (PortfolioStore restored = schools.restore(folder.resolve("before"), UUID.randomUUID())) {
            assertThat(bytes(restored, file)).isEqualTo(STAYS);
        }
        PostgresSchools.upgrade(source);
        store.compact();
        store.backup(folder.resolve("with"));
        processesOfTheVersionBefore();
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> schools.restore(folder.resolve("with"), UUID.randomUUID()))
                .satisfies(e -> assertThat(e.reason().key()).isEqualTo("storage.upgrade-first"));
        schools.restore(folder.resolve("without"), UUID.randomUUID()).close();
        PostgresSchools.upgrade(source);
        try (PortfolioStore restored = schools.restore(folder.resolve("with"), UUID.randomUUID())) {
            assertThat(bytes(restored, file)).isEqualTo(STAYS);
            assertThat(restored.check()).isEmpty();
        }
    }

    /** What a process of the version before made of it: without the tables it does not know. */
    private static void asBefore(Path backup, Path before) throws IOException {
        try (ZipFile from = new ZipFile(backup.toFile());
                OutputStream out = Files.newOutputStream(before);
                ZipOutputStream to = new ZipOutputStream(out)) {
            for (ZipEntry each : from.stream().toList()) {
                if (Set.of("content_key", "piece").contains(each.getName())) continue;
                byte[] bytes = from.getInputStream(each).readAllBytes();
                to.putNextEntry(new ZipEntry(each.getName()));
                if (each.getName().endsWith(".properties")) {
                    String about = Stream.of(new String(bytes, UTF_8).split("\n"))
                            .filter(line -> !line.startsWith("content_key=") && !line.startsWith("piece="))
                            .map(line -> line.startsWith("format=") ? "format=1\n" : line + "\n")
                            .reduce("", String::concat);
                    bytes = about.getBytes(UTF_8);
                }
                to.write(bytes);
            }
        }
    }
}
