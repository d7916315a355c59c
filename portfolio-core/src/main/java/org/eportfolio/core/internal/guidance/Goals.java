package org.eportfolio.core.internal.guidance;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eportfolio.core.internal.call.DossierCall;
import org.eportfolio.core.internal.framework.Catalogue;
import org.eportfolio.guidance.Goal;
import org.eportfolio.guidance.NewGoal;
import org.eportfolio.guidance.Step;
import org.eportfolio.id.GoalId;
import org.eportfolio.id.InterviewId;
import org.jspecify.annotations.Nullable;

/** How a goal begins, set by a learner or agreed upon in an interview. */
public final class Goals {
    private Goals() {}

    /** The adoption under which a goal would be, if the competency and the level are of it. */
    public static Catalogue.Adopted fitting(NewGoal input, DossierCall call) {
        Catalogue.Adopted adopted = call.adopted(input.adoption());
        adopted.framework().assessable(input.competency());
        adopted.adoption().scale().require(input.target());
        return adopted;
    }

    /** A new goal of the dossier's learner; not yet put. */
    public static Goal opened(NewGoal input, @Nullable InterviewId interview, DossierCall call) {
        List<Step> steps = new ArrayList<>();
        input.steps().forEach(text -> steps.add(new Step(text, false)));
        return new Goal(
                new GoalId(call.newId()),
                call.dossier().id(),
                fitting(input, call).adoption().id(),
                input.competency(),
                input.target(),
                Objects.requireNonNull(input.dueOn()),
                steps,
                Goal.Status.OPEN,
                null,
                null,
                interview,
                call.now(),
                1);
    }
}
