package org.eportfolio.workplace;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eportfolio.framework.Code;
import org.eportfolio.id.PersonId;

/**
 * What was agreed on a workplace period:
 * {@code NewConvention.followedBy("mme.petit").aimingAt("C3.1").signed(Quality.EMPLOYER, "Zoé Exemple", day)}.
 *
 * @param referent the teacher who follows the period
 */
public record NewConvention(
        @NotNull PersonId referent,
        @NotNull @Size(max = Convention.MOST_OBJECTIVES) List<@NotNull Code> objectives,
        @NotNull @Size(max = Convention.MOST_SIGNED) List<@NotNull @Valid Signatory> signed) {
    public NewConvention {
        objectives = Objects.requireNonNullElse(objectives, List.of());
        signed = Objects.requireNonNullElse(signed, List.of());
    }

    public static NewConvention followedBy(String referent) {
        return new NewConvention(PersonId.of(referent), List.of(), List.of());
    }

    /** What a convention says, to be changed from there. */
    public static NewConvention of(Convention convention) {
        return new NewConvention(convention.referent(), convention.objectives(), convention.signed());
    }

    /** The same, followed by another teacher from now on. */
    public NewConvention nowFollowedBy(String other) {
        return new NewConvention(PersonId.of(other), objectives, signed);
    }

    public NewConvention aimingAt(String competency) {
        return new NewConvention(
                referent,
                Stream.concat(objectives.stream(), Stream.of(Code.of(competency)))
                        .toList(),
                signed);
    }

    public NewConvention signed(Signatory.Quality quality, String name, LocalDate on) {
        return new NewConvention(
                referent,
                objectives,
                Stream.concat(signed.stream(), Stream.of(new Signatory(quality, name, on)))
                        .toList());
    }
}
