package org.eportfolio.core.internal.assessment;

import java.util.List;
import org.eportfolio.assessment.Assessment;
import org.eportfolio.assessment.Outcome;
import org.eportfolio.assessment.Perspective;
import org.eportfolio.assessment.Supersession;
import org.eportfolio.core.internal.call.DossierCall;
import org.eportfolio.core.internal.framework.Catalogue;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.LevelId;
import org.eportfolio.id.AssessmentId;
import org.eportfolio.privacy.NewRectification;
import org.eportfolio.school.Role;
import org.jspecify.annotations.Nullable;

/** What every judgement of a team member has in common, however it is entered. */
public final class Judgements {
    private Judgements() {}

    public static Assessment retraction(Assessment taken, Supersession supersedes, Role role, Work work) {
        return new Assessment(
                new AssessmentId(work.newId()),
                taken.dossier(),
                taken.adoption(),
                taken.competency(),
                taken.perspective(),
                Outcome.RETRACTED,
                null,
                taken.author(),
                role,
                taken.observedOn(),
                work.now(),
                null,
                null,
                null,
                List.of(),
                supersedes,
                taken.entry(),
                false);
    }

    /** What stands in the place of a wrong positioning from then on, in the name of the controller. */
    public static Assessment rectified(Assessment wrong, NewRectification input, DossierCall call) {
        return new Assessment(
                new AssessmentId(call.newId()),
                wrong.dossier(),
                wrong.adoption(),
                wrong.competency(),
                wrong.perspective(),
                input.outcome(),
                input.level(),
                call.person(),
                call.role(),
                wrong.observedOn(),
                call.now(),
                null,
                null,
                null,
                List.of(),
                new Supersession(wrong.id(), input.reason()),
                null,
                false);
    }

    public static void fits(Code competency, @Nullable LevelId level, Catalogue.Adopted adopted) {
        adopted.requireAssessable(competency);
        if (level != null) adopted.adoption().scale().require(level);
    }

    public static Perspective perspective(Role role) {
        return role == Role.TUTOR ? Perspective.TUTOR : Perspective.TEACHER;
    }
}
