package org.eportfolio.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eportfolio.sqlite.Dossiers.dossier;
import static org.eportfolio.sqlite.Dossiers.put;
import static org.eportfolio.sqlite.Dossiers.row;
import static org.eportfolio.sqlite.Dossiers.seen;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import org.eportfolio.StorageException;
import org.eportfolio.spi.ContentStore;
import org.eportfolio.spi.Hash;
import org.eportfolio.spi.Stored;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentsTest {
    private static final Instant MONDAY = Instant.parse("2026-11-23T08:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-11-24T08:00:00Z");
    private static final long LARGE = 136L << 20;

    @TempDir
    Path folder;

    private Path file;
    private SqliteStore store;
    private ContentStore contents;

    @BeforeEach
    void open() {
        file = folder.resolve("school.portfolio");
        store = SqliteStore.open(file);
        contents = store.contents();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void a_file_larger_than_memory_goes_in_and_comes_out() throws Exception {
        Stored stored = contents.write(new Endless(LARGE, () -> {}), MONDAY);
        assertThat(stored.size()).isEqualTo(LARGE);
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (InputStream out = contents.open(stored).orElseThrow()) {
            byte[] buffer = new byte[10_007];
            for (int n = out.read(buffer); n >= 0; n = out.read(buffer)) digest.update(buffer, 0, n);
        }
        assertThat(Hash.of(digest.digest())).isEqualTo(stored.sha256());
        assertThat(contents.remove(stored, TUESDAY)).isTrue();
        assertThat(contents.open(stored)).isEmpty();
        assertThat(seen(file, "SELECT count(*) FROM piece")).containsExactly("0");
        assertThat(Files.size(folder.resolve("school.portfolio-wal"))).isLessThan(2 * Checkpoints.LIMIT);
    }

    @Test
    void equal_bytes_are_stored_once_and_touched() throws Exception {
        for (int size : new int[] {0, 1, Contents.CHUNK - 1, Contents.CHUNK, Contents.CHUNK + 1, 3 * Contents.CHUNK}) {
            byte[] bytes = new byte[size];
            Stored stored = contents.write(new ByteArrayInputStream(bytes), MONDAY);
            assertThat(stored.size()).isEqualTo(size);
            assertThat(contents.write(new ByteArrayInputStream(bytes), TUESDAY)).isEqualTo(stored);
            assertThat(contents.open(stored).orElseThrow().readAllBytes()).isEqualTo(bytes);
            assertThat(contents.remove(stored, TUESDAY))
                    .as("touched on Tuesday")
                    .isFalse();
        }
        assertThat(seen(file, "SELECT count(*) FROM content")).containsExactly("6");
        assertThat(contents.list(null, 99))
                .hasSize(6)
                .allMatch(each -> each.touched().equals(TUESDAY))
                .extracting(each -> each.content().sha256().toString())
                .isSorted();
    }

    @Test
    void nothing_is_held_while_a_stream_is_read() throws Exception {
        int[] commits = {0};
        Stored stored =
                contents.write(new Endless(1 << 20, () -> put(store, row(dossier(1), commits[0]++, "{}"))), MONDAY);
        assertThat(commits[0]).isPositive();
        try (InputStream out = contents.open(stored).orElseThrow()) {
            assertThat(out.read()).isNotNegative();
            put(store, row(dossier(1), 0, "{}"));
            assertThat(out.readAllBytes()).hasSize((1 << 20) - 1);
        }
    }

    @Test
    void a_stream_that_breaks_leaves_nothing() throws Exception {
        IOException mine = new IOException("the network is gone");
        assertThatThrownBy(() -> contents.write(new Broken(3 * Contents.CHUNK + 5, mine), MONDAY))
                .isSameAs(mine);
        assertThat(seen(file, "SELECT count(*) FROM content")).containsExactly("0");
        assertThat(seen(file, "SELECT count(*) FROM piece")).containsExactly("0");
    }

    @Test
    void a_reader_is_told_when_the_content_goes() throws Exception {
        Stored stored = contents.write(new Endless(1 << 20, () -> {}), MONDAY);
        try (InputStream out = contents.open(stored).orElseThrow()) {
            assertThat(out.read()).isNotNegative();
            assertThat(contents.remove(stored, TUESDAY)).isTrue();
            assertThatThrownBy(out::readAllBytes).isInstanceOf(IOException.class);
        }
    }

    @Test
    void what_was_removed_leaves_no_trace() throws Exception {
        byte[] secret = "SECRET".repeat(100_000).getBytes(StandardCharsets.US_ASCII);
        Stored stored = contents.write(new ByteArrayInputStream(secret), MONDAY);
        assertThat(contents.remove(stored, TUESDAY)).isTrue();
        assertThat(Dossiers.holds(Files.readAllBytes(file), "SECRET")).isFalse();
        assertThat(folder.resolve("school.portfolio-wal")).isEmptyFile();
    }

    @Test
    void what_a_crash_left_is_swept_a_day_later() throws Exception {
        long old = Instant.now().minusSeconds(100_000).getEpochSecond() * 1_000_000;
        long young = Instant.now().minusSeconds(60).getEpochSecond() * 1_000_000;
        store.writer().alone(session -> {
            session.run("INSERT INTO content (key, size, touched) VALUES (8, 0, " + old + "), (9, 0, " + young + ");"
                    + " INSERT INTO content_chunk VALUES (8, 1, x'00'), (9, 1, x'00');"
                    + " INSERT INTO piece VALUES (8 << 24, x'00'), (9 << 24, x'00');");
            return true;
        });
        SqliteStore.open(file).close();
        assertThat(seen(file, "SELECT key FROM content")).containsExactly("9");
        assertThat(seen(file, "SELECT content FROM content_chunk")).containsExactly("9");
        assertThat(seen(file, "SELECT place >> 24 FROM piece")).containsExactly("9");
    }

    @Test
    void a_full_disk_is_told() throws Exception {
        store.writer().alone(session -> {
            session.run("PRAGMA max_page_count=300");
            return true;
        });
        assertThatThrownBy(() -> contents.write(new Endless(8 << 20, () -> {}), MONDAY))
                .isInstanceOfSatisfying(
                        StorageException.class,
                        e -> assertThat(e.reason().key()).isEqualTo("storage.full"));
        assertThat(contents.list(null, 9)).isEmpty();
        assertThat(seen(file, "SELECT count(*) FROM piece")).containsExactly("0");
    }

    @Test
    void the_hash_is_the_files_sha_256() throws Exception {
        Stored stored = contents.write(new ByteArrayInputStream("abc".getBytes(StandardCharsets.US_ASCII)), MONDAY);
        assertThat(HexFormat.of().formatHex(stored.sha256().bytes()))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    /** So many bytes, made as they are asked for; between buffers something else happens. */
    private static final class Endless extends InputStream {
        private final Runnable between;
        private final long size;
        private long given;

        Endless(long size, Runnable between) {
            this.size = size;
            this.between = between;
        }

        @Override
        public int read() {
            return given == size ? -1 : (int) ((given++ * 31) & 0xff);
        }

        @Override
        public int read(byte[] to, int offset, int length) {
            if (given == size) return -1;
            between.run();
            int n = (int) Math.min(length, size - given);
            for (int i = 0; i < n; i++) to[offset + i] = (byte) (((given + i) * 31) >> 3);
            given += n;
            return n;
        }
    }

    private static final class Broken extends InputStream {
        private final IOException failure;
        private int left;

        Broken(int left, IOException failure) {
            this.left = left;
            this.failure = failure;
        }

        @Override
        public int read() throws IOException {
            if (left == 0) throw failure;
            left--;
            return 1;
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            if (length == 0) return 0;
            to[offset] = (byte) read();
            return 1;
        }
    }
}
