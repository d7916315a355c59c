package org.eportfolio.badge;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eportfolio.Line;
import org.eportfolio.Prose;
import org.eportfolio.framework.Code;
import org.eportfolio.id.AdoptionId;
import org.jspecify.annotations.Nullable;

/**
 * A badge to be defined: {@code NewBadge.ofCompetency(adoption, "C3.1").titled("Commerce en ligne").describedAs("…")
 * .requiring("Observée au moins deux fois")}. Immutable.
 *
 * @param criteria what has to be done
 * @param adoption under which its competencies are understood; {@code null} for none
 * @param competencies that it corresponds to, at most 20
 */
public record NewBadge(
        @NotNull BadgeKind kind,
        @NotNull @Line @NotBlank(message = "{text.blank}") String title,

        @NotNull @Prose(max = 5_000) @NotBlank(message = "{text.blank}")
        String description,

        @NotNull @Prose(max = 5_000) @NotBlank(message = "{text.blank}")
        String criteria,

        @Nullable AdoptionId adoption,
        @NotNull @Size(max = 20) List<@NotNull Code> competencies) {
    public NewBadge {
        competencies = Objects.requireNonNullElse(competencies, List.of());
    }

    /** A badge of one competency or sub-competency; each learner has it at a level of the adoption's scale. */
    public static NewBadge ofCompetency(AdoptionId adoption, String competency) {
        return new NewBadge(BadgeKind.COMPETENCY, "", "", "", adoption, List.of(Code.of(competency)));
    }

    public static NewBadge ofParticipation(String title) {
        return new NewBadge(BadgeKind.PARTICIPATION, title, "", "", null, List.of());
    }

    public static NewBadge ofProject(String title) {
        return new NewBadge(BadgeKind.PROJECT, title, "", "", null, List.of());
    }

    public static NewBadge ofAnything(String title) {
        return new NewBadge(BadgeKind.OTHER, title, "", "", null, List.of());
    }

    public NewBadge titled(String text) {
        return new NewBadge(kind, text, description, criteria, adoption, competencies);
    }

    public NewBadge describedAs(String text) {
        return new NewBadge(kind, title, text, criteria, adoption, competencies);
    }

    /** What has to be done for it. */
    public NewBadge requiring(String text) {
        return new NewBadge(kind, title, description, text, adoption, competencies);
    }

    /** It corresponds to these competencies of a framework. */
    public NewBadge showing(AdoptionId of, String... codes) {
        return new NewBadge(
                kind,
                title,
                description,
                criteria,
                of,
                Stream.of(codes).map(Code::of).toList());
    }
}
