package org.eportfolio.console.view;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.eportfolio.console.school.Lookup;
import org.eportfolio.console.terminal.StyledText;
import org.eportfolio.console.terminal.Texts;
import org.eportfolio.framework.Adoption;
import org.eportfolio.framework.LevelId;
import org.eportfolio.framework.Scale;
import org.eportfolio.guidance.Goal;
import org.eportfolio.id.AdoptionId;

/** The scales that levels are of, looked up at once for all adoptions. */
public record Scales(Map<AdoptionId, Scale> scales, Texts texts) {
    public static Scales of(Lookup lookup) {
        return new Scales(
                lookup.desk().frameworks().adoptions().stream()
                        .collect(Collectors.toMap(Adoption::id, Adoption::scale)),
                lookup.texts());
    }

    public Scale of(AdoptionId adoption) {
        return Objects.requireNonNull(scales.get(adoption));
    }

    public StyledText level(LevelId level, AdoptionId adoption) {
        return LevelSymbols.describe(null, of(adoption).require(level), texts);
    }

    /** A goal in one line. */
    public StyledText goal(Goal goal) {
        return ProgressView.goal(goal, of(goal.adoption()).require(goal.target()), texts);
    }
}
