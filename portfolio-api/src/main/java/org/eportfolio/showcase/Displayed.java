package org.eportfolio.showcase;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eportfolio.dossier.Piece;
import org.eportfolio.dossier.Version;
import org.eportfolio.spi.Stored;
import org.jspecify.annotations.Nullable;

/**
 * A showcase as others see it: the learner's words and the versions chosen, and nothing else of the dossier. No
 * assessment, no goal, no comment or note of the staff has a place in it.
 *
 * @param learner how the learner is called; {@code null} when nobody told
 * @param items in the order shown; a production that is gone, or confidential and not cleared, is not among them
 */
public record Displayed(
        String title, String narrative, @Nullable String learner, List<Item> items) {
    public Displayed {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(narrative, "narrative");
        items = List.copyOf(items);
    }

    /**
     * One production.
     *
     * @param words what the learner says of it
     * @param versions one, or before and after
     */
    public record Item(String words, List<Version> versions) {
        public Item {
            Objects.requireNonNull(words, "words");
            versions = List.copyOf(versions);
        }
    }

    /** The same under this name. */
    public Displayed of(@Nullable String name) {
        return new Displayed(title, narrative, name, items);
    }

    /** All files that are shown, captions included: these can be downloaded, and no other. */
    public Stream<Stored> contents() {
        return items.stream()
                .flatMap(item -> item.versions().stream())
                .flatMap(version -> version.pieces().stream())
                .filter(Piece.File.class::isInstance)
                .map(Piece.File.class::cast)
                .flatMap(file -> Stream.of(file.content(), file.captions()).filter(Objects::nonNull));
    }
}
