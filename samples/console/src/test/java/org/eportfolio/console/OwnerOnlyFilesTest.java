package org.eportfolio.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eportfolio.console.school.NewFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a command writes is its owner's alone, whatever the account's own default is. */
@DisabledOnOs(OS.WINDOWS)
class OwnerOnlyFilesTest {
    @TempDir
    Path folder;

    @Test
    void every_command_that_writes_a_file_writes_it_for_its_owner_alone() throws IOException {
        Path file = DemoFile.in(Files.createDirectory(folder.resolve("school")));
        Path out = Files.createDirectory(folder.resolve("out"));
        for (String line : List.of(
                "depart tom " + out.resolve("tom.zip") + " --until 2027-12-31",
                "privacy export malo " + out.resolve("malo"),
                "export emma --format html --as m.durand --out " + out.resolve("emma"),
                "export --all --format archive --out " + out.resolve("all.zip"),
                "backup " + out.resolve("backup.db"))) {
            Ran ran = Ran.console(file, line.split(" "));
            assertThat(ran.code()).as(line + ran.err()).isZero();
        }
        assertThat(others(out)).isEmpty();
    }

    @Test
    void a_file_that_could_not_be_written_whole_is_not_left() {
        Path to = folder.resolve("half.bin");
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> NewFile.write(to, out -> {
                    out.write(1);
                    throw new IOException("full");
                })))
                .isInstanceOf(IOException.class);
        assertThat(to).doesNotExist();
    }

    /** What is open to others than its owner. */
    private static List<String> others(Path root) throws IOException {
        List<String> open = new ArrayList<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path each : all.filter(path -> !path.equals(root)).toList()) {
                String permissions = PosixFilePermissions.toString(Files.getPosixFilePermissions(each));
                if (!permissions.endsWith("------")) open.add(root.relativize(each) + " " + permissions);
            }
        }
        return open;
    }
}
