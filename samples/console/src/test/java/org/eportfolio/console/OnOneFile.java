package org.eportfolio.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Commands on a school's file that each test has for itself. */
abstract class OnOneFile {
    @TempDir
    Path folder;

    Path file = Path.of("");

    /** What a command prints that does what it is asked, and complains of nothing. */
    final String done(String... args) {
        Ran ran = Ran.console(file, args);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.code()).isZero();
        return ran.out();
    }

    /** The one line with which a command is refused. */
    final String refused(String... args) {
        Ran ran = Ran.console(file, args);
        assertThat(ran.code()).as(ran.out()).isEqualTo(1);
        assertThat(ran.complaints()).hasSize(1);
        return ran.complaints().get(0);
    }
}
