package org.eportfolio.school;

import java.util.List;
import org.eportfolio.Message;

/**
 * What a step would join, or what taking it back would part.
 *
 * @param written how many records are written under each id that is concerned
 * @param obstacles what stands against it; empty if it can be done
 */
public record IdChangePreview(List<Written> written, List<Message> obstacles) {
    public IdChangePreview {
        written = List.copyOf(written);
        obstacles = List.copyOf(obstacles);
    }

    /** Whether nothing stands against it. */
    public boolean possible() {
        return obstacles.isEmpty();
    }

    /**
     * The records that are written under an id.
     *
     * @param records a record that names several people counts for each
     */
    public record Written(String id, int records) {}
}
