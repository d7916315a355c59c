package org.eportfolio.core.internal.kind;

import static org.eportfolio.core.internal.kind.Readers.ENTITLED;
import static org.eportfolio.core.internal.kind.Readers.STAFF;
import static org.eportfolio.core.internal.kind.Route.ACCESS_EXPORT;
import static org.eportfolio.core.internal.kind.Route.ARCHIVE;
import static org.eportfolio.core.internal.kind.Route.TAKE_AWAY;
import static org.eportfolio.core.internal.kind.WhenGone.KEPT_AS_IT_STOOD;
import static org.eportfolio.privacy.DataCategory.GUIDANCE;
import static org.eportfolio.privacy.ErasureOutcome.PSEUDONYMISE;
import static org.eportfolio.privacy.PersonCategory.LEARNER;

import org.eportfolio.id.ProductionId;
import org.eportfolio.interview.Interview;
import org.eportfolio.interview.InterviewNote;
import org.eportfolio.interview.InterviewReply;
import org.eportfolio.interview.PreparationSheet;
import org.eportfolio.privacy.PersonCategory;

/** Interviews, their preparation and what was written after them. */
public final class InterviewKinds {
    static final KindFile KINDS = new KindFile();

    public static final RecordKind<Interview> INTERVIEW = KINDS.inDossier(
                    "interview", Interview.class, each -> each.id().value(), Interview::dossier)
            .revised(Interview::revision)
            .personal(GUIDANCE, LEARNER, PersonCategory.STAFF)
            .erased(PSEUDONYMISE)
            .readBy(ENTITLED)
            .leavesBy(ARCHIVE, TAKE_AWAY, ACCESS_EXPORT);

    public static final RecordKind<PreparationSheet> PREPARATION_SHEET = KINDS.inDossier(
                    "preparation-sheet",
                    PreparationSheet.class,
                    each -> each.id().value(),
                    PreparationSheet::dossier)
            .whenGone(ProductionId.class, KEPT_AS_IT_STOOD)
            .personal(GUIDANCE, LEARNER, PersonCategory.STAFF)
            .erased(PSEUDONYMISE)
            .readBy(ENTITLED)
            .leavesBy(ARCHIVE, TAKE_AWAY, ACCESS_EXPORT);

    /** One to an interview: kept under the interview's own id. */
    public static final RecordKind<InterviewReply> INTERVIEW_REPLY = KINDS.inDossier(
                    "interview-reply",
                    InterviewReply.class,
                    each -> each.interview().value(),
                    InterviewReply::dossier)
            .personal(GUIDANCE, LEARNER)
            .provided()
            .erased(PSEUDONYMISE)
            .readBy(ENTITLED)
            .leavesBy(ARCHIVE, TAKE_AWAY, ACCESS_EXPORT);

    public static final RecordKind<InterviewNote> INTERVIEW_NOTE = KINDS.inDossier(
                    "interview-note", InterviewNote.class, each -> each.id().value(), InterviewNote::dossier)
            .personal(GUIDANCE, LEARNER, PersonCategory.STAFF)
            .erased(PSEUDONYMISE)
            .readBy(STAFF)
            .leavesBy(ARCHIVE, ACCESS_EXPORT);

    private InterviewKinds() {}
}
