package org.eportfolio.scenario;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.eportfolio.Line;
import org.jspecify.annotations.Nullable;

/**
 * Under which conditions a mission is carried out (<em>condition de réalisation</em>).
 *
 * @param type {@code null} where the source gives none
 * @param sources keys into {@link Scenario#sources()}
 * @param files names of the files that go with it; each has to be attached before a mission is published
 */
public record Condition(
        @Nullable ConditionType type,
        @NotNull @Line(max = 2_000) String text,
        @NotNull @Size(max = 20) List<@NotNull String> sources,

        @NotNull @Size(max = 20)
        List<
                        @NotNull @Line(max = 255)
                        @Pattern(regexp = "(?s)(?!\\.{1,2}$)[^/\\\\]*+", message = "{attachment.path}") String>
                files) {
    public Condition {
        Objects.requireNonNull(text, "text");
        sources = List.copyOf(sources);
        files = List.copyOf(files);
    }

    public static Condition of(ConditionType type, String text, String... files) {
        return new Condition(type, text, List.of(), List.of(files));
    }
}
