package org.eportfolio.exchange.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.eportfolio.InvalidInputException;
import org.eportfolio.core.Refusals;
import org.eportfolio.exchange.Bounds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeZipTest {
    private static final Bounds NARROW = new Bounds(3, 4_000_000, 5_000_000, 100, 8, 1_000, 100);

    @TempDir
    Path folder;

    private Path zip(String... namesAndTexts) throws IOException {
        Path file = folder.resolve("a.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                out.putNextEntry(new ZipEntry(namesAndTexts[i]));
                out.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        return file;
    }

    private static void refused(Path file, String english, String french) {
        Refusals.refused(InvalidInputException.class, english, french, () -> {
            try (SafeZip zip = SafeZip.open(file, NARROW)) {
                for (String name : zip.names()) {
                    try (InputStream in = zip.open(name)) {
                        in.transferTo(java.io.OutputStream.nullOutputStream());
                    }
                }
            }
        });
    }

    @Test
    void an_ordinary_archive_is_read_file_by_file() throws IOException {
        try (SafeZip zip = SafeZip.open(zip("a.txt", "one", "b/c.txt", "two"), NARROW)) {
            assertThat(zip.names()).containsExactly("a.txt", "b/c.txt");
            try (InputStream in = zip.open("b/c.txt")) {
                assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                        .isEqualTo("two");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil", "/etc/passwd", "a/../../b", "C:\\x", "a\\b", "./a", "a\u0000b"})
    void a_name_that_leaves_the_archive_is_refused(String name) throws IOException {
        refused(zip(name, "x"), "outside it", "hors d'elle");
    }

    @Test
    void names_that_some_systems_take_for_the_same_are_refused() throws IOException {
        refused(zip("Users.csv", "1", "users.csv", "2"), "twice", "deux fois");
    }

    @Test
    void a_bomb_is_refused_by_its_ratio_and_by_its_size() throws IOException {
        refused(zip("zeros", "0".repeat(3_000_000)), "100 times", "100 fois");
        try (SafeZip zip = SafeZip.open(
                zip("zeros", "0".repeat(3_000_000)), new Bounds(3, 2_000_000, 5_000_000, 9_999, 8, 1_000, 100))) {
            Refusals.refused(
                    InvalidInputException.class,
                    "2000000",
                    "2000000",
                    () -> zip.open("zeros").readAllBytes());
        }
    }

    @Test
    void too_many_files_are_refused_before_any_is_read() throws IOException {
        refused(zip("a", "", "b", "", "c", "", "d", ""), "4 files", "4 fichiers");
    }

    @Test
    void what_is_no_zip_or_cut_short_is_refused() throws IOException {
        byte[] whole = Files.readAllBytes(zip("a.txt", "a".repeat(500)));
        refused(Files.write(folder.resolve("text.zip"), "no zip".getBytes(StandardCharsets.UTF_8)), "ZIP", "ZIP");
        byte[] damaged = whole.clone();
        damaged[40] ^= 0x55;
        refused(Files.write(folder.resolve("damaged.zip"), damaged), "ZIP", "ZIP");
        // A comment that is not there.
        byte[] beyond = whole.clone();
        beyond[whole.length - 2] = 9;
        refused(Files.write(folder.resolve("beyond.zip"), beyond), "ZIP", "ZIP");
    }
}
