package org.eportfolio.peer;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.eportfolio.InvalidInputException;
import org.eportfolio.Prose;
import org.eportfolio.framework.LevelId;
import org.eportfolio.framework.Scale;
import org.jspecify.annotations.Nullable;

/**
 * What a peer writes: one strength first, then criterion by criterion.
 * {@code Remarks.strength("Tes trois offres sont comparables.").on(1, "Il manque les dates.", "en-cours")}.
 *
 * @param strength may be missing in a draft; must be there to submit
 * @param onCriteria each criterion at most once; not all need one
 */
public record Remarks(
        @Nullable @Prose(max = 10_000) String strength,
        @NotNull @Size(max = Campaign.MOST_CRITERIA) List<@NotNull @Valid OnCriterion> onCriteria) {
    /**
     * What is said on one criterion.
     *
     * @param criterion counted from 1
     * @param level of the adoption's scale; {@code null} for none
     */
    public record OnCriterion(
            int criterion,
            @NotNull @Prose(max = 10_000) String text,
            @Nullable LevelId level) {
        public OnCriterion {
            Objects.requireNonNull(text, "text");
        }
    }

    public Remarks {
        onCriteria = List.copyOf(onCriteria);
    }

    /** Nothing yet. */
    public static Remarks none() {
        return new Remarks(null, List.of());
    }

    public static Remarks strength(String text) {
        return new Remarks(text, List.of());
    }

    public Remarks on(int criterion, String text) {
        return on(new OnCriterion(criterion, text, null));
    }

    public Remarks on(int criterion, String text, String level) {
        return on(new OnCriterion(criterion, text, LevelId.of(level)));
    }

    private Remarks on(OnCriterion said) {
        return new Remarks(
                strength, Stream.concat(onCriteria.stream(), Stream.of(said)).toList());
    }

    /** Refuses what is about no criterion of the campaign, and a level that was not asked for or is of another scale. */
    public void requireFitting(List<Criterion> criteria, Scale scale) {
        Set<Integer> seen = new HashSet<>();
        for (OnCriterion said : onCriteria) {
            int number = said.criterion();
            InvalidInputException.unless(
                    number >= 1 && number <= criteria.size(),
                    "criterion",
                    "review.no-criterion",
                    number,
                    criteria.size());
            InvalidInputException.unless(seen.add(number), "criterion", "review.criterion-twice", number);
            if (said.level() == null) continue;
            InvalidInputException.unless(
                    criteria.get(number - 1).levelled(), "level", "review.level-not-asked", number);
            scale.require(said.level());
        }
    }

    /** Refuses what does not begin with a strength. */
    public void requireStrength() {
        InvalidInputException.unless(strength != null && !strength.isBlank(), "strength", "review.no-strength");
    }
}
