package org.eportfolio.journal;

import java.util.List;
import java.util.Objects;
import org.eportfolio.Message;

/**
 * What looking through everything found.
 *
 * @param journal whether entries and records are as they were written
 * @param storage what is wrong below them: pages, indexes, pieces of files
 * @param references which records name something that is not there
 */
public record Inspection(Verification journal, List<Message> storage, List<Message> references) {
    public Inspection {
        Objects.requireNonNull(journal, "journal");
        storage = List.copyOf(storage);
        references = List.copyOf(references);
    }

    /** Whether nothing was found. */
    public boolean sound() {
        return journal.sound() && storage.isEmpty() && references.isEmpty();
    }
}
