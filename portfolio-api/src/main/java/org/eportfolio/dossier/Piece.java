package org.eportfolio.dossier;

import java.net.URI;
import java.util.Objects;
import org.eportfolio.InvalidInputException;
import org.eportfolio.Line;
import org.eportfolio.id.PersonId;
import org.eportfolio.spi.Stored;
import org.jspecify.annotations.Nullable;

/** What a production consists of. */
public sealed interface Piece {
    /**
     * A file.
     *
     * @param name without any path
     * @param mediaType as the learner's platform declared it; never trusted for display
     * @param content the bytes
     * @param alternative what the file shows, for those who cannot see it
     * @param transcript what is said in it
     * @param captions WebVTT
     * @param showsNobody whether the learner declared that no one can be recognised in it
     * @param preview {@code null} if none was made
     */
    record File(
            String name,
            String mediaType,
            Stored content,
            @Nullable String alternative,
            @Nullable String transcript,
            @Nullable Stored captions,
            boolean showsNobody,
            @Nullable Preview preview)
            implements Piece {
        /** A file of which nothing was declared, and no preview made. */
        public File(
                String name,
                String mediaType,
                Stored content,
                @Nullable String alternative,
                @Nullable String transcript,
                @Nullable Stored captions) {
            this(name, mediaType, content, alternative, transcript, captions, false, null);
        }

        public File {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(mediaType, "mediaType");
            Objects.requireNonNull(content, "content");
        }
    }

    /** A page elsewhere: only its address is kept. */
    record Link(URI target, @Nullable @Line String title) implements Piece {
        public Link {
            Objects.requireNonNull(target, "target");
        }
    }

    /** A text written in place. */
    record Text(String text) implements Piece {
        public Text {
            Objects.requireNonNull(text, "text");
        }
    }

    /** What one member of a group says they did; only that member writes it, and it stays with every later version. */
    record Contribution(PersonId member, String text) implements Piece {
        public Contribution {
            Objects.requireNonNull(member, "member");
            InvalidInputException.unless(!text.isBlank(), "text", "text.blank");
        }
    }
}
