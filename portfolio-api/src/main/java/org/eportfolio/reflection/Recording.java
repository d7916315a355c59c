package org.eportfolio.reflection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.eportfolio.InvalidInputException;
import org.eportfolio.dossier.Preview;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.RecordingId;
import org.eportfolio.id.ReflectionId;
import org.eportfolio.spi.Stored;
import org.jspecify.annotations.Nullable;

/**
 * An oral explicitation, kept as audio or video, or a photo in which people can be recognised. Whether it may be seen is decided anew at each reading, by the
 * authorisations of everybody who can be recognised in it: see {@link #playback}.
 *
 * @param question which question it answers; {@code null} when it answers the whole
 * @param seconds how long it lasts, begun ones counted as whole; 0 for a photo
 * @param transcript what is said in it, or what a photo shows; a recording has one
 * @param captions WebVTT
 * @param people everybody who can be recognised in it, the learner first
 * @param language of what is said or signed, as a BCP 47 tag; {@code fsl} is French sign language (ISO 639-3); {@code null}
 *     when it is not stated
 * @param translation by whom the transcript was translated; {@code null} when it has the words of the recording
 * @param accompaniedBy who was there to accompany the learner; why is never kept
 * @param preview {@code null} if none was made
 */
public record Recording(
        RecordingId id,
        DossierId dossier,
        ReflectionId reflection,
        @Nullable String question,
        String name,
        String mediaType,
        Stored content,
        int seconds,
        String transcript,
        @Nullable Stored captions,
        String project,
        List<PersonId> people,
        Instant at,
        @Nullable String language,
        @Nullable Translation translation,
        List<PersonId> accompaniedBy,
        @Nullable Preview preview) {
    /** French sign language, ISO 639-3. */
    public static final String FRENCH_SIGN_LANGUAGE = "fsl";

    private static final int LONGEST_SECONDS = 4 * 60 * 60;

    public Recording {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(dossier, "dossier");
        Objects.requireNonNull(reflection, "reflection");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(project, "project");
        Objects.requireNonNull(at, "at");
        people = List.copyOf(people);
        if (people.isEmpty()) throw new IllegalArgumentException("a recording names at least one person");
        accompaniedBy = List.copyOf(accompaniedBy);
        requireDescribed(mediaType, seconds, transcript);
        requireTranslated(language, translation);
    }

    /** Refuses words to a recording in sign language of which it is not said who translated them. */
    public static void requireTranslated(@Nullable String language, @Nullable Translation translation) {
        boolean signed = language != null
                && (language.equalsIgnoreCase(FRENCH_SIGN_LANGUAGE)
                        || language.toLowerCase(Locale.ROOT).startsWith(FRENCH_SIGN_LANGUAGE + "-"));
        InvalidInputException.unless(!signed || translation != null, "translation", "recording.translation");
    }

    /**
     * Refuses what is no audio, video or photo; audio and video that have no length between a second and four hours, or no
     * transcript; a photo with a length, or without words on what it shows.
     */
    public static void requireDescribed(String mediaType, long seconds, @Nullable String transcript) {
        String type = mediaType.toLowerCase(Locale.ROOT);
        if (isPhoto(mediaType)) {
            InvalidInputException.unless(seconds == 0, "duration", "recording.photo-duration");
            InvalidInputException.unless(
                    transcript != null && !transcript.isBlank(), "file.alternative", "recording.alternative");
            return;
        }
        InvalidInputException.unless(
                type.startsWith("audio/") || type.startsWith("video/"), "file.mediaType", "recording.type", mediaType);
        InvalidInputException.unless(
                seconds >= 1 && seconds <= LONGEST_SECONDS, "duration", "recording.duration", LONGEST_SECONDS / 3600);
        InvalidInputException.unless(
                transcript != null && !transcript.isBlank(), "file.transcript", "recording.transcript");
    }

    /** Whether this media type is that of a still picture. */
    public static boolean isPhoto(String mediaType) {
        return mediaType.toLowerCase(Locale.ROOT).startsWith("image/");
    }

    /**
     * What may be seen of it on a day.
     *
     * @param authorisations at least those of everybody in it for its project; others do no harm
     */
    public Playback playback(Collection<Authorisation> authorisations, LocalDate day) {
        Standing here = standing(people, project, AuthorisationKind.RECORDING, authorisations, day);
        Standing elsewhere = standing(people, project, AuthorisationKind.DIFFUSION, authorisations, day);
        boolean heard = here == Standing.HOLDS;
        boolean read = heard || leavesTranscript(AuthorisationKind.RECORDING, authorisations, day);
        return playback(here, heard ? elsewhere : here, heard, read);
    }

    /**
     * What others than the learner and the team may see of it on a day: the recording only while everybody has
     * authorised its diffusion too, and the transcript where it may stand in for either.
     *
     * @param authorisations at least those of everybody in it for its project; others do no harm
     */
    public Playback elsewhere(Collection<Authorisation> authorisations, LocalDate day) {
        Standing diffusion = playback(authorisations, day).diffusion();
        boolean heard = diffusion == Standing.HOLDS;
        boolean read = heard
                || (leavesTranscript(AuthorisationKind.RECORDING, authorisations, day)
                        && leavesTranscript(AuthorisationKind.DIFFUSION, authorisations, day));
        return playback(diffusion, diffusion, heard, read);
    }

    private Playback playback(Standing standing, Standing diffusion, boolean heard, boolean read) {
        return new Playback(
                id,
                dossier,
                reflection,
                question,
                name,
                mediaType,
                seconds,
                standing,
                diffusion,
                heard ? content : null,
                heard ? captions : null,
                read ? transcript : null,
                at,
                captions != null,
                language,
                translation,
                accompaniedBy,
                heard ? preview : null);
    }

    /**
     * Whether everybody in it but this person has authorised it on a day, so that a copy which the person gets of their data
     * does others no wrong (GDPR art. 15(4)).
     *
     * @param authorisations at least those of everybody in it for its project; others do no harm
     */
    public boolean authorisedByAllBut(PersonId person, Collection<Authorisation> authorisations, LocalDate day) {
        List<PersonId> others =
                people.stream().filter(each -> !each.equals(person)).toList();
        return standing(others, project, AuthorisationKind.RECORDING, authorisations, day) == Standing.HOLDS;
    }

    /** Whether the authorisations of all recorded people hold on a day; if not, why one does not. */
    public static Standing standing(
            Collection<PersonId> people,
            String project,
            AuthorisationKind kind,
            Collection<Authorisation> authorisations,
            LocalDate day) {
        return people.stream()
                .map(each -> best(each, project, kind, authorisations, day)
                        .map(found -> found.on(day))
                        .orElse(Standing.REQUESTED))
                .filter(each -> each != Standing.HOLDS)
                .findFirst()
                .orElse(Standing.HOLDS);
    }

    private boolean leavesTranscript(AuthorisationKind kind, Collection<Authorisation> authorisations, LocalDate day) {
        return people.stream()
                .allMatch(person -> best(person, project, kind, authorisations, day)
                        .filter(each -> each.given() != null)
                        .map(each -> each.on(day) == Standing.HOLDS || each.transcriptMayStandIn())
                        .orElse(false));
    }

    /** One that holds; else the latest. */
    private static Optional<Authorisation> best(
            PersonId person,
            String project,
            AuthorisationKind kind,
            Collection<Authorisation> authorisations,
            LocalDate day) {
        return authorisations.stream()
                .filter(each -> each.covers(person, project, kind))
                .max(Comparator.comparing((Authorisation each) -> each.on(day) == Standing.HOLDS)
                        .thenComparing(each -> each.given() != null)
                        .thenComparing(Authorisation::requestedAt)
                        .thenComparing(each -> each.id().value()));
    }
}
