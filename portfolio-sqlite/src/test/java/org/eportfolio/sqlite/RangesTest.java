package org.eportfolio.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.eportfolio.spi.Stored;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file from the middle on. */
class RangesTest {
    @TempDir
    Path folder;

    @Test
    void reads_nothing_of_what_comes_before() throws Exception {
        byte[] bytes = new byte[10 * Contents.CHUNK + 7];
        new Random(5).nextBytes(bytes);
        Path file = folder.resolve("school.db");
        try (SqliteStore store = SqliteStore.open(file);
                Connection sql = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            Stored stored = store.contents().write(new ByteArrayInputStream(bytes), Instant.EPOCH);
            sql.createStatement().executeUpdate("DELETE FROM piece WHERE place & 0xffffff < 7");
            for (int from :
                    new int[] {7 * Contents.CHUNK, 7 * Contents.CHUNK + 1, 9 * Contents.CHUNK - 1, bytes.length}) {
                try (InputStream in = store.contents().open(stored, from).orElseThrow()) {
                    assertThat(in.readAllBytes()).isEqualTo(Arrays.copyOfRange(bytes, from, bytes.length));
                }
            }
            try (InputStream in =
                    store.contents().open(stored, 7 * Contents.CHUNK - 1).orElseThrow()) {
                assertThatThrownBy(in::read).isInstanceOf(IOException.class);
            }
        }
    }

    @Test
    void a_short_range_reads_the_piece_in_which_it_lies_and_no_other() throws Exception {
        byte[] bytes = new byte[100 * Contents.CHUNK];
        new Random(6).nextBytes(bytes);
        Path file = folder.resolve("school.db");
        try (SqliteStore store = SqliteStore.open(file);
                Connection sql = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            Stored stored = store.contents().write(new ByteArrayInputStream(bytes), Instant.EPOCH);
            sql.createStatement().executeUpdate("DELETE FROM piece WHERE place & 0xffffff <> 99");
            int from = 99 * Contents.CHUNK + 11;
            try (InputStream in = store.contents().open(stored, from).orElseThrow()) {
                assertThat(in.readNBytes(64 << 10)).isEqualTo(Arrays.copyOfRange(bytes, from, from + (64 << 10)));
            }
        }
    }

    @Test
    void a_range_within_a_file_reads_the_pieces_that_it_touches_and_no_other() throws Exception {
        byte[] bytes = new byte[9 * Contents.CHUNK];
        new Random(7).nextBytes(bytes);
        Path file = folder.resolve("school.db");
        try (SqliteStore store = SqliteStore.open(file);
                Connection sql = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            Stored stored = store.contents().write(new ByteArrayInputStream(bytes), Instant.EPOCH);
            sql.createStatement().executeUpdate("DELETE FROM piece WHERE place & 0xffffff NOT IN (5, 6)");
            int from = 6 * Contents.CHUNK - 10;
            try (InputStream in = store.contents().open(stored, from, 20).orElseThrow()) {
                assertThat(in.readNBytes(20)).isEqualTo(Arrays.copyOfRange(bytes, from, from + 20));
            }
        }
    }
}
