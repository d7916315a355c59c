package org.eportfolio.console;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RehearsalTest {
    @TempDir
    Path folder;

    @Test
    void what_the_launcher_keeps_classes_of_is_permitted_to_who_does_it() {
        assertDoesNotThrow(() -> Rehearsal.main(new String[] {folder.toString()}));
        assertTrue(Files.exists(folder.resolve("class.db")));
    }
}
