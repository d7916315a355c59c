package org.eportfolio.mail;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;
import org.eportfolio.id.PersonId;
import org.eportfolio.journal.Cursor;

/** Up to where each person has been written to, in a file of its own. A host with a database keeps it there. Not thread-safe. */
final class Places {
    private final Path file;
    private final Properties places = new Properties();

    Places(Path file) throws IOException {
        this.file = file;
        if (!Files.exists(file)) return;
        try (Reader in = Files.newBufferedReader(file)) {
            places.load(in);
        }
    }

    /** From the beginning where nothing was written yet. */
    Cursor of(PersonId person) {
        String kept = places.getProperty(person.value());
        return kept == null ? Cursor.START : Cursor.parse(kept);
    }

    /** Keeps a place, after the message that leads to it was written: cut off in between, the same message comes again. */
    void keep(PersonId person, Cursor next) throws IOException {
        places.setProperty(person.value(), next.toString());
        Path made = Path.of(file + ".part");
        try (Writer out = Files.newBufferedWriter(made)) {
            places.store(out, null);
        }
        Files.move(made, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
