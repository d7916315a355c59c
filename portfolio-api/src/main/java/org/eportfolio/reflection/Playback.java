package org.eportfolio.reflection;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.eportfolio.dossier.Preview;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.RecordingId;
import org.eportfolio.id.ReflectionId;
import org.eportfolio.spi.Stored;
import org.jspecify.annotations.Nullable;

/**
 * What may be seen of a recording at the moment of asking.
 *
 * @param standing {@link Standing#HOLDS} when it may be played; otherwise why not
 * @param diffusion {@link Standing#HOLDS} when it may also be shown outside the learner and the team; otherwise why not
 * @param content {@code null} unless it may be played
 * @param captions WebVTT; {@code null} when there are none, or unless it may be played
 * @param transcript {@code null} when it may neither be played nor read
 * @param captioned whether it has captions, shown now or not
 * @param language of what is said or signed; {@code null} when it is not stated
 * @param translation by whom the transcript was translated; {@code null} when it has the words of the recording
 * @param accompaniedBy who was there to accompany the learner
 * @param preview {@code null} when there is none, or unless it may be played
 */
public record Playback(
        RecordingId id,
        DossierId dossier,
        ReflectionId reflection,
        @Nullable String question,
        String name,
        String mediaType,
        int seconds,
        Standing standing,
        Standing diffusion,
        @Nullable Stored content,
        @Nullable Stored captions,
        @Nullable String transcript,
        Instant at,
        boolean captioned,
        @Nullable String language,
        @Nullable Translation translation,
        List<PersonId> accompaniedBy,
        @Nullable Preview preview) {
    public Playback {
        accompaniedBy = List.copyOf(accompaniedBy);
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(standing, "standing");
        Objects.requireNonNull(diffusion, "diffusion");
    }

    /** Whether it may be played now. */
    public boolean playable() {
        return standing == Standing.HOLDS;
    }

    /** Whether it may be shown outside the learner and the team now. */
    public boolean diffusable() {
        return diffusion == Standing.HOLDS;
    }

    /** Whether it is a still picture; its transcript then says what it shows. */
    public boolean isPhoto() {
        return Recording.isPhoto(mediaType);
    }

    public Duration duration() {
        return Duration.ofSeconds(seconds);
    }
}
