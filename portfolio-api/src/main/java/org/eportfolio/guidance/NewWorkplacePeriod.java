package org.eportfolio.guidance;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eportfolio.Line;
import org.eportfolio.framework.Code;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A workplace period to be opened: {@code NewWorkplacePeriod.pfmp("VosRêves").lasting(from, until).asking("C3.1")}.
 *
 * @param tutor the host's id of the tutor, who needs no account and no role; {@code null} lets the library make one
 * @param readableDays for how many days after the last one the tutor may still read
 * @param asked at most five; empty words stand for the framework's own label
 * @param adoption under which; {@code null} for the dossier's main one
 */
@SuppressWarnings("MultipleNullnessAnnotations") // null while it is being written, refused at the front door
public record NewWorkplacePeriod(
        @NotNull WorkplacePeriod.Nature nature,
        @NotNull @Line(max = 200) String employer,
        @Nullable PersonId tutor,
        @NotNull @Nullable LocalDate from,
        @NotNull @Nullable LocalDate until,

        @Min(value = 0, message = "{workplace.readable-days}") @Max(value = 366, message = "{workplace.readable-days}")
        int readableDays,

        @NotNull @Size(max = WorkplacePeriod.MOST_ASKED) List<WorkplacePeriod.@NotNull @Valid Asked> asked,
        @Nullable AdoptionId adoption) {
    public NewWorkplacePeriod {
        asked = Objects.requireNonNullElse(asked, List.of());
    }

    private static final int A_MONTH = 30;

    public static NewWorkplacePeriod pfmp(String employer) {
        return new NewWorkplacePeriod(
                WorkplacePeriod.Nature.PFMP, employer, null, null, null, A_MONTH, List.of(), null);
    }

    public static NewWorkplacePeriod apprenticeship(String employer) {
        return new NewWorkplacePeriod(
                WorkplacePeriod.Nature.APPRENTICESHIP, employer, null, null, null, A_MONTH, List.of(), null);
    }

    /** Names the tutor by the host's own id. */
    public NewWorkplacePeriod tutoredBy(PersonId person) {
        return new NewWorkplacePeriod(nature, employer, person, from, until, readableDays, asked, adoption);
    }

    /** From the first day to the last, both included. */
    public NewWorkplacePeriod lasting(LocalDate first, LocalDate last) {
        return new NewWorkplacePeriod(nature, employer, tutor, first, last, readableDays, asked, adoption);
    }

    /** How many days the tutor may read after the last one; 30 unless said. */
    public NewWorkplacePeriod readableFor(int days) {
        return new NewWorkplacePeriod(nature, employer, tutor, from, until, days, asked, adoption);
    }

    /** Asks about a competency or sub-competency, in the framework's words. */
    public NewWorkplacePeriod asking(String competency) {
        return asking(competency, "");
    }

    /** Asks about a competency or sub-competency, in plainer words. */
    public NewWorkplacePeriod asking(String competency, String words) {
        return new NewWorkplacePeriod(
                nature,
                employer,
                tutor,
                from,
                until,
                readableDays,
                Stream.concat(asked.stream(), Stream.of(new WorkplacePeriod.Asked(Code.of(competency), words)))
                        .toList(),
                adoption);
    }

    public NewWorkplacePeriod under(AdoptionId companion) {
        return new NewWorkplacePeriod(nature, employer, tutor, from, until, readableDays, asked, companion);
    }
}
