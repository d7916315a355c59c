package org.eportfolio.privacy;

import java.util.Objects;
import org.eportfolio.spi.Stored;

/**
 * A file that a deleted record referred to.
 *
 * @param heldElsewhere how many other records refer to the same bytes; they stay as long as one does
 */
public record PlannedFile(Stored content, int heldElsewhere) {
    public PlannedFile {
        Objects.requireNonNull(content, "content");
    }

    /** Whether its bytes go. */
    public boolean removed() {
        return heldElsewhere == 0;
    }
}
