package org.eportfolio.reflection;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eportfolio.InputBounds;
import org.eportfolio.Line;
import org.eportfolio.dossier.NewAttachment;
import org.eportfolio.id.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A recording to be added to a reflection: {@code NewRecording.of(file.transcribed("…"), Duration.ofMinutes(3))
 * .forProject("Explicitations du bloc 3").with("malo")}. Immutable.
 *
 * @param file audio or video, with its transcript, and captions in WebVTT if there are some; or a photo, with words on what
 *     it shows
 * @param duration zero for a photo
 * @param project under which authorisations it was made
 * @param people who else can be recognised in it; the learner always can
 * @param question which question it answers; {@code null} when it answers the whole
 * @param language of what is said or signed; {@code null} when it is not stated
 * @param translation by whom the transcript was translated; what is said in French sign language ({@code fsl}) has one
 * @param accompaniedBy who was there to accompany the learner, without the reason
 */
public record NewRecording(
        @NotNull @Valid NewAttachment file,
        @NotNull Duration duration,
        @NotNull @Line String project,
        @NotNull @Size(max = 50) List<@NotNull PersonId> people,
        @Nullable @Line(max = 40) String question,

        @Nullable @Pattern(regexp = InputBounds.LANGUAGE_TAG, message = "{language.tag}")
        String language,

        @Nullable Translation translation,
        @NotNull @Size(max = 10) List<@NotNull PersonId> accompaniedBy) {
    public NewRecording {
        people = Objects.requireNonNullElse(people, List.of());
        accompaniedBy = Objects.requireNonNullElse(accompaniedBy, List.of());
    }

    public static NewRecording of(NewAttachment file, Duration duration) {
        return new NewRecording(file, duration, "", List.of(), null, null, null, List.of());
    }

    /**
     * A photo in which people can be recognised: {@code NewRecording.photo(file.describedAs("…")).with("malo")}. What was
     * written into it beside the picture, such as the place, is removed before it is kept.
     */
    public static NewRecording photo(NewAttachment file) {
        return of(file, Duration.ZERO);
    }

    public NewRecording forProject(String name) {
        return with(name, people, question);
    }

    /** These people can be recognised in it too. */
    public NewRecording with(String... others) {
        return with(project, and(people, others), question);
    }

    /** It answers this question of the guide. */
    public NewRecording answering(String id) {
        return with(project, people, id);
    }

    /** The language of what is said or signed, as a BCP 47 tag; {@code fsl} is French sign language. */
    public NewRecording in(String tag) {
        return new NewRecording(file, duration, project, people, question, tag, translation, accompaniedBy);
    }

    /** The transcript is a translation, such as the French text of what was signed, and this person made it. */
    public NewRecording translatedBy(String person, LocalDate on) {
        Translation made = new Translation(PersonId.of(person), on);
        return new NewRecording(file, duration, project, people, question, language, made, accompaniedBy);
    }

    /** These people were there to accompany the learner; why is never kept. Who can be recognised is named as well. */
    public NewRecording accompaniedBy(String... others) {
        return new NewRecording(
                file, duration, project, people, question, language, translation, and(accompaniedBy, others));
    }

    private NewRecording with(String forWhat, List<PersonId> seen, @Nullable String answered) {
        return new NewRecording(file, duration, forWhat, seen, answered, language, translation, accompaniedBy);
    }

    private static List<PersonId> and(List<PersonId> some, String... others) {
        return Stream.concat(some.stream(), Arrays.stream(others).map(PersonId::of))
                .toList();
    }
}
