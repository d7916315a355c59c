package org.eportfolio.scenario;

import java.util.List;
import java.util.Objects;
import org.eportfolio.Message;

/**
 * Something that a draft lacks. Only the missions that it concerns cannot be published.
 *
 * @param part the id of the scenario, situation or mission that lacks it
 * @param name how that part is called
 * @param detail the name of the missing file, or the label of the dead link; otherwise empty
 */
public record Lack(String part, String name, Section section, String detail) {
    public Lack {
        Objects.requireNonNull(part, "part");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(section, "section");
        Objects.requireNonNull(detail, "detail");
    }

    /** The sentence that says what is missing, and where. */
    public Message message() {
        return new Message("scenario.lacks." + section.name(), List.of(name, detail));
    }
}
