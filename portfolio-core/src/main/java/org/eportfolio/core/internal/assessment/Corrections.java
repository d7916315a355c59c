package org.eportfolio.core.internal.assessment;

import java.util.List;
import org.eportfolio.ConflictException;
import org.eportfolio.DeniedException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.Message;
import org.eportfolio.NotFoundException;
import org.eportfolio.assessment.Assessment;
import org.eportfolio.assessment.Outcome;
import org.eportfolio.assessment.Perspective;
import org.eportfolio.assessment.Supersession;
import org.eportfolio.core.internal.call.DossierCall;
import org.eportfolio.core.internal.kind.AssessmentKinds;
import org.eportfolio.framework.Code;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.AssessmentId;

/** What may take the place of what was published in a dossier: each assessment is superseded at most once. */
public record Corrections(List<Assessment> all, DossierCall call) {
    public static Corrections in(DossierCall call) {
        return new Corrections(call.list(AssessmentKinds.ASSESSMENT), call);
    }

    /** The actor's own, standing, of the same competency and perspective. */
    public Supersession ofOneself(
            AssessmentId earlier, String reason, Code competency, Perspective perspective, AdoptionId adoption) {
        Assessment before = require(earlier);
        if (!before.author().equals(call.person())) throw new DeniedException(Message.of("denied.not-author"));
        InvalidInputException.unless(
                before.competency().equals(competency) && before.perspective() == perspective,
                "competency",
                "assessment.other-competency",
                before.competency());
        InvalidInputException.unless(before.adoption().equals(adoption), "adoption", "assessment.other-adoption");
        requireStanding(before);
        return new Supersession(earlier, reason);
    }

    /** A positioning that stands, of any author, for the controller to rectify. */
    public Assessment positioning(AssessmentId wrong) {
        Assessment before = require(wrong);
        if (before.perspective() == Perspective.SELF) throw ConflictException.state("rectification.self");
        requireStanding(before);
        return before;
    }

    private Assessment require(AssessmentId id) {
        return all.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("assessment", id));
    }

    private void requireStanding(Assessment before) {
        if (before.outcome() == Outcome.RETRACTED) throw ConflictException.state("assessment.is-retraction");
        boolean superseded = all.stream()
                .anyMatch(each ->
                        each.supersedes() != null && each.supersedes().earlier().equals(before.id()));
        if (superseded) throw ConflictException.state("assessment.superseded");
    }
}
