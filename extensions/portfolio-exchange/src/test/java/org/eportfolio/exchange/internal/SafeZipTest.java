package org.eportfolio.exchange.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eportfolio.core.Refusals.refused;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.eportfolio.InvalidInputException;
import org.eportfolio.exchange.Bounds;
import org.eportfolio.exchange.ImportOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeZipTest {
    private static final Bounds SMALL = new Bounds(10, 3 << 20, 4 << 20, 100, 8, 1_000, 100);
    private static final int CENTRAL = 0x02014b50;
    private static final int LOCAL = 0x04034b50;

    @TempDir
    Path folder = Path.of("");

    private static byte[] zip(String name, byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(bytes);
        }
        return out.toByteArray();
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("x.zip"), bytes);
    }

    private static Findings findings() {
        return new Findings("x.zip", ImportOptions.ofDefaults());
    }

    /** The names under which the entries of another program are read. */
    private static List<String> names(Path file, Findings findings) throws IOException {
        try (SafeZip zip = SafeZip.open(file, SMALL, findings)) {
            for (String each : zip.names()) zip.open(each).close();
            return List.copyOf(zip.names());
        }
    }

    /** Every byte of every entry. */
    private static long read(Path file) throws IOException {
        long all = 0;
        try (SafeZip zip = SafeZip.open(file, SMALL, findings())) {
            for (String name : zip.names()) {
                try (InputStream in = zip.open(name)) {
                    all += in.transferTo(java.io.OutputStream.nullOutputStream());
                }
            }
        }
        return all;
    }

    /** Changes each header of this kind. */
    private static byte[] patched(byte[] zip, int signature, Consumer<ByteBuffer> change) {
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at < zip.length - 4; at++) {
            if (bytes.getInt(at) == signature) {
                change.accept(bytes.slice(at, zip.length - at).order(ByteOrder.LITTLE_ENDIAN));
            }
        }
        return zip;
    }

    @Test
    void an_ordinary_zip_is_read_to_the_byte() throws IOException {
        assertThat(read(file(zip("dossier/users.csv", "a,b\n".getBytes(StandardCharsets.UTF_8)))))
                .isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../evil",
                "a/../../evil",
                "/etc/passwd",
                "C:/evil",
                "a\\..\\evil",
                "\\\\host\\share",
                "././../evil",
                ".//etc/passwd",
                "./C:evil",
                "a/..\\evil",
                "a//b",
                "a\u0000b",
                "a\nb"
            })
    void a_name_that_leads_out_is_refused(String name) throws IOException {
        Path file = file(zip(name, new byte[1]));
        refused(InvalidInputException.class, "no name for an entry", "n'est pas un nom d'entrée", () -> read(file));
        Path among = file(named(StandardCharsets.UTF_8, "files/a.txt", name));
        refused(InvalidInputException.class, "no name for an entry", "n'est pas un nom d'entrée", () -> read(among));
        refused(
                InvalidInputException.class,
                "no name for an entry",
                "n'est pas un nom d'entrée",
                () -> SafeZip.openOwn(file, SMALL));
    }

    @ParameterizedTest
    @ValueSource(strings = {"./a", "a/.", "a:b", "a\\b"})
    void an_archive_of_ours_has_plain_names_only(String name) throws IOException {
        Path file = file(zip(name, new byte[1]));
        refused(
                InvalidInputException.class,
                "no name for an entry",
                "n'est pas un nom d'entrée",
                () -> SafeZip.openOwn(file, SMALL));
    }

    private static byte[] named(Charset encoding, String... names) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out, encoding)) {
            for (String each : names) {
                zip.putNextEntry(new ZipEntry(each));
                zip.write(1);
            }
        }
        return out.toByteArray();
    }

    @Test
    void a_zip_with_a_colon_in_a_file_name_is_read() throws IOException {
        String[] names = {"files/12-Bilan : semaine 3.pdf", "files/a\\b.pdf", "files/Photo.JPG", "files/photo.jpg"};
        assertThat(names(file(named(StandardCharsets.UTF_8, names)), findings()))
                .containsExactly(names);
    }

    @Test
    void names_with_a_dot_as_a_part_are_read_without_it() throws IOException {
        Path file = file(named(StandardCharsets.UTF_8, "./", "./leap2a.xml", "./files/./a.txt"));
        assertThat(names(file, findings())).containsExactly("leap2a.xml", "files/a.txt");
    }

    @Test
    void backslashes_stand_between_folders_in_a_zip_without_a_slash() throws IOException {
        Path file = file(named(StandardCharsets.UTF_8, "Export\\manifest.csv", "Export\\users.csv"));
        assertThat(names(file, findings())).containsExactly("Export/manifest.csv", "Export/users.csv");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "no name has a backslash there")
    void an_unpacked_file_with_a_backslash_in_its_name_is_read() throws IOException {
        Files.writeString(folder.resolve("a\\b.csv"), "abc");
        try (Entries entries = Entries.open(folder, SMALL, findings());
                InputStream in = entries.open("a\\b.csv")) {
            assertThat(in.readAllBytes()).hasSize(3);
        }
    }

    @Test
    void a_zip_of_windows_with_accents_in_its_names_is_read_and_said() throws IOException {
        Findings findings = findings();
        Path file = file(named(Charset.forName("IBM850"), "Rentrée 2026/ElevesSansAdresses.xml"));
        assertThat(names(file, findings)).containsExactly("Rentrée 2026/ElevesSansAdresses.xml");
        assertThat(findings.report("x").remarks())
                .singleElement()
                .satisfies(each -> assertThat(each.what().in(Locale.ENGLISH)).contains("x.zip", "IBM850"));
    }

    @Test
    void one_name_that_is_not_utf_8_does_not_spoil_the_others() throws IOException {
        String whole = new String("été.pdf".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        Path file = file(named(StandardCharsets.ISO_8859_1, whole, "coupé"));
        assertThat(names(file, findings())).hasSize(2).contains("été.pdf");
    }

    @Test
    void a_name_that_is_there_twice_is_refused_and_in_an_archive_of_ours_whatever_its_case() throws IOException {
        Path cases = file(named(StandardCharsets.UTF_8, "users.csv", "Users.csv", "other.csv"));
        refused(
                InvalidInputException.class,
                "Users.csv is there twice",
                "Users.csv figure deux fois",
                () -> SafeZip.openOwn(cases, SMALL));
        Path same = file(named(StandardCharsets.UTF_8, "users.csv", "./users.csv"));
        refused(
                InvalidInputException.class,
                "users.csv is there twice",
                "users.csv figure deux fois",
                () -> read(same));
    }

    @Test
    void an_encrypted_entry_is_refused_as_such() throws IOException {
        byte[] zip = zip("users.csv", new byte[10]);
        Path file = file(patched(zip, CENTRAL, each -> each.putShort(8, (short) (each.getShort(8) | 1))));
        refused(InvalidInputException.class, "is encrypted", "est chiffré", () -> read(file));
    }

    @Test
    void an_unknown_method_is_refused() throws IOException {
        byte[] zip = zip("users.csv", new byte[10]);
        Path file = file(patched(zip, CENTRAL, each -> each.putShort(10, (short) 12)));
        assertThatThrownBy(() -> read(file)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void sizes_and_checksums_that_lie_are_refused_while_reading() throws IOException {
        byte[] bytes = "0123456789".repeat(100).getBytes(StandardCharsets.UTF_8);
        for (int said : List.of(1, 999, 1_001, 2_000_000)) {
            Path file = file(patched(zip("users.csv", bytes), CENTRAL, each -> each.putInt(24, said)));
            assertThatThrownBy(() -> read(file))
                    .as("%s", said)
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("users.csv");
        }
        Path other = file(patched(zip("users.csv", bytes), CENTRAL, each -> each.putInt(16, 7)));
        refused(InvalidInputException.class, "checksum", "somme de contrôle", () -> read(other));
        Path shorter = file(patched(zip("users.csv", bytes), CENTRAL, each -> each.putInt(20, 5)));
        assertThatThrownBy(() -> read(shorter)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void bombs_are_refused_before_they_are_unpacked() throws IOException {
        Path dense = file(zip("bomb", new byte[2 << 20]));
        refused(InvalidInputException.class, "more than 100 times", "plus de 100 fois", () -> read(dense));

        Path large = file(zip("bomb", new byte[(3 << 20) + 1]));
        assertThatThrownBy(() -> read(large)).hasMessageContaining("bomb").hasMessageContaining("larger");

        List<byte[]> noise = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            byte[] some = new byte[5 << 19];
            new java.util.Random(i).nextBytes(some);
            noise.add(some);
        }
        Path together = file(several(noise));
        assertThatThrownBy(() -> read(together)).hasMessageContaining("x.zip is larger than the 4194304");

        Path many = file(several(java.util.Collections.nCopies(11, new byte[0])));
        refused(InvalidInputException.class, "more than the 10 entries", "plus que les 10 entrées", () -> read(many));
    }

    private static byte[] several(List<byte[]> entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < entries.size(); i++) {
                zip.putNextEntry(new ZipEntry("e" + i));
                zip.write(entries.get(i));
            }
        }
        return out.toByteArray();
    }

    @Test
    void a_zip_within_is_bytes_and_nothing_more() throws IOException {
        byte[] bomb = zip("bomb", new byte[2 << 20]);
        assertThat(read(file(zip("nested.zip", bomb)))).isEqualTo(bomb.length);
    }

    @Test
    void what_is_no_zip_or_lies_about_its_directory_is_refused() throws IOException {
        for (byte[] bytes : List.of(new byte[0], "PK".getBytes(StandardCharsets.UTF_8), new byte[70_000])) {
            Path file = file(bytes);
            assertThatThrownBy(() -> read(file))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("x.zip");
        }
        byte[] zip = zip("a", new byte[1]);
        Path directory = file(patched(zip, 0x06054b50, each -> each.putInt(12, 1 << 30)));
        refused(InvalidInputException.class, "directory of x.zip", "répertoire de x.zip", () -> read(directory));
        Path local = file(patched(zip("a", new byte[1]), LOCAL, each -> each.putInt(0, 0)));
        assertThatThrownBy(() -> read(local)).isInstanceOf(InvalidInputException.class);
    }
}
