package org.eportfolio.peer;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eportfolio.Line;
import org.eportfolio.Prose;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.CohortId;
import org.jspecify.annotations.Nullable;

/**
 * A campaign to be opened:
 * {@code NewCampaign.of(cohort, "Relire les cartes").asking(Criterion.of("Les sources sont-elles datées ?")).until(…)}.
 *
 * @param deadline the last second in which reviews are accepted
 * @param anonymous whether the authors of reviews stay unknown to the reviewed learners
 * @param adoption whose scale and competencies the criteria use; {@code null} for the one that the cohort's dossiers
 *     are under
 */
@SuppressWarnings("MultipleNullnessAnnotations") // null while it is being written, refused at the front door
public record NewCampaign(
        @NotNull CohortId cohort,
        @NotNull @Line String title,
        @NotNull @Prose(max = 10_000) String instructions,

        @NotNull @Size(min = 1, max = Campaign.MOST_CRITERIA, message = "{campaign.criteria}")
        List<@NotNull @Valid Criterion> criteria,

        @NotNull(message = "{campaign.deadline}") @Nullable Instant deadline,
        boolean anonymous,
        @Nullable AdoptionId adoption) {
    public NewCampaign {
        criteria = Objects.requireNonNullElse(criteria, List.of());
    }

    public static NewCampaign of(CohortId cohort, String title) {
        return new NewCampaign(cohort, title, "", List.of(), null, false, null);
    }

    public NewCampaign instructing(String text) {
        return new NewCampaign(cohort, title, text, criteria, deadline, anonymous, adoption);
    }

    /** Asks this too; 1 to 8 criteria. */
    public NewCampaign asking(Criterion criterion) {
        return new NewCampaign(
                cohort,
                title,
                instructions,
                Stream.concat(criteria.stream(), Stream.of(criterion)).toList(),
                deadline,
                anonymous,
                adoption);
    }

    public NewCampaign until(Instant lastSecond) {
        return new NewCampaign(cohort, title, instructions, criteria, lastSecond, anonymous, adoption);
    }

    /** Hides the authors from the reviewed learners, who cannot deduce them from anything they may read either. */
    public NewCampaign anonymously() {
        return new NewCampaign(cohort, title, instructions, criteria, deadline, true, adoption);
    }

    public NewCampaign under(AdoptionId which) {
        return new NewCampaign(cohort, title, instructions, criteria, deadline, anonymous, which);
    }
}
