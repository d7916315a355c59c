package org.eportfolio.reflection;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
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
 */
public record NewRecording(
        @NotNull @Valid NewAttachment file,
        @NotNull Duration duration,
        @NotNull @Line String project,
        @NotNull @Size(max = 50) List<@NotNull PersonId> people,
        @Nullable @Line(max = 40) String question) {
    public NewRecording {
        people = Objects.requireNonNullElse(people, List.of());
    }

    public static NewRecording of(NewAttachment file, Duration duration) {
        return new NewRecording(file, duration, "", List.of(), null);
    }

    /**
     * A photo in which people can be recognised: {@code NewRecording.photo(file.describedAs("…")).with("malo")}. What was
     * written into it beside the picture, such as the place, is removed before it is kept.
     */
    public static NewRecording photo(NewAttachment file) {
        return of(file, Duration.ZERO);
    }

    public NewRecording forProject(String name) {
        return new NewRecording(file, duration, name, people, question);
    }

    /** These people can be recognised in it too. */
    public NewRecording with(String... others) {
        return new NewRecording(
                file,
                duration,
                project,
                Stream.concat(people.stream(), Arrays.stream(others).map(PersonId::of))
                        .toList(),
                question);
    }

    /** It answers this question of the guide. */
    public NewRecording answering(String id) {
        return new NewRecording(file, duration, project, people, id);
    }
}
