package org.eportfolio.showcase;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eportfolio.dossier.Preview;
import org.eportfolio.dossier.Version;
import org.eportfolio.spi.Stored;
import org.jspecify.annotations.Nullable;

/**
 * A showcase as others see it: the learner's words and what they chose, and nothing else of the dossier. No assessment,
 * no goal, no comment or note of the staff, no judgement on a group has a place in it.
 *
 * @param learner the name of the learner; {@code null} when it is not known
 * @param items in the order shown; what is gone, confidential and not cleared, or not authorised, is not among them
 */
public record Displayed(
        String title, String narrative, @Nullable String learner, List<Item> items) {
    public Displayed {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(narrative, "narrative");
        items = List.copyOf(items);
    }

    /** One exhibit. */
    public sealed interface Item {
        /** What the learner says of it. */
        String words();

        /** The versions of a production, one, or before and after; none of a recording. */
        default List<Version> versions() {
            return List.of();
        }

        /** The files that can be downloaded, without their previews. */
        Stream<Stored> contents();
    }

    /**
     * A production.
     *
     * @param versions without what members of a group say they did
     * @param part {@code null} unless a group made it
     */
    public record Made(
            String words, List<Version> versions, @Nullable Part part) implements Item {
        public Made {
            Objects.requireNonNull(words, "words");
            versions = List.copyOf(versions);
        }

        @Override
        public Stream<Stored> contents() {
            return versions.stream().flatMap(Version::contents);
        }
    }

    /**
     * The learner's part in a group's production. The others' names and words are theirs and stay out.
     *
     * @param others how many made it with the learner
     * @param contribution what the learner says they did; {@code null} if nothing yet
     */
    public record Part(int others, @Nullable String contribution) {}

    /**
     * A recording.
     *
     * @param content {@code null} unless its diffusion is authorised now
     * @param captions WebVTT; {@code null} when there are none, or when the recording is not shown
     * @param transcript what is said in it
     * @param preview {@code null} when there is none, or when the recording is not shown
     */
    public record Spoken(
            String words,
            String name,
            String mediaType,
            int seconds,
            @Nullable Stored content,
            @Nullable Stored captions,
            String transcript,
            @Nullable Preview preview)
            implements Item {
        public Spoken {
            Objects.requireNonNull(words, "words");
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(mediaType, "mediaType");
            Objects.requireNonNull(transcript, "transcript");
        }

        @Override
        public Stream<Stored> contents() {
            return Stream.of(content, captions).filter(Objects::nonNull);
        }
    }

    /** The same under this name. */
    public Displayed of(@Nullable String name) {
        return new Displayed(title, narrative, name, items);
    }

    /** All files that are shown, captions included: these can be downloaded, and no other. */
    public Stream<Stored> contents() {
        return items.stream().flatMap(Item::contents);
    }
}
