package org.eportfolio.core;

import static org.eportfolio.core.internal.kind.DossierKinds.DOSSIER;

import java.util.Objects;
import java.util.UUID;
import org.eportfolio.ConflictException;
import org.eportfolio.NotFoundException;
import org.eportfolio.agenda.Opened;
import org.eportfolio.core.internal.call.DeskContext;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.dossier.GroupProduction;
import org.eportfolio.framework.FrameworkId;
import org.eportfolio.guidance.PathwayStep;
import org.eportfolio.id.AssessmentId;
import org.eportfolio.id.AuthorisationId;
import org.eportfolio.id.BadgeAwardId;
import org.eportfolio.id.CampaignId;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.DraftId;
import org.eportfolio.id.ExamFileId;
import org.eportfolio.id.ExceptionalAccessId;
import org.eportfolio.id.FeedbackId;
import org.eportfolio.id.GoalId;
import org.eportfolio.id.GroupId;
import org.eportfolio.id.InterviewId;
import org.eportfolio.id.LinkId;
import org.eportfolio.id.MissionId;
import org.eportfolio.id.MissionReportId;
import org.eportfolio.id.OralNoteId;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.ProductionId;
import org.eportfolio.id.ProjectId;
import org.eportfolio.id.RecordingId;
import org.eportfolio.id.Ref;
import org.eportfolio.id.ReflectionId;
import org.eportfolio.id.ReviewAssignmentId;
import org.eportfolio.id.ReviewId;
import org.eportfolio.id.ScenarioId;
import org.eportfolio.id.SealId;
import org.eportfolio.id.ShowcaseId;
import org.eportfolio.id.StaffNoteId;
import org.eportfolio.id.WatchEntryId;
import org.eportfolio.id.WorkplacePeriodId;
import org.eportfolio.peer.ReviewAssignment;

/** Opens what a reference names, whatever it is. Thread-safe. */
public final class RefDesk {
    private final Desk desk;
    private final DeskContext context;

    RefDesk(Desk desk, DeskContext context) {
        this.desk = desk;
        this.context = context;
    }

    /**
     * What a reference leads to, as the {@code get} of its desk gives it to the actor, with the dossier and the learner.
     *
     * @throws NotFoundException if there is no such thing any more, or it is out of the actor's reach
     * @throws org.eportfolio.DeniedException if a rule is against it, as from {@code get}
     */
    public Opened open(Ref ref) {
        Objects.requireNonNull(ref, "ref");
        DossierId dossier = ref.dossier();
        if (dossier != null) return in(dossier, ref, inDossier(dossier, ref));
        Object record = beside(ref);
        if (record instanceof Dossier there) return new Opened(ref, there.id(), there.learner(), there);
        if (record instanceof ReviewAssignment task) return new Opened(ref, task.dossier(), task.reviewed(), task);
        return new Opened(ref, null, null, record);
    }

    /** The gate let the actor in to something of the dossier, and whose it is goes with it. */
    private Opened in(DossierId id, Ref ref, Object record) {
        PersonId learner = context.session()
                .read(work -> work.require(DOSSIER, DossierKinds.scope(id), id.value())
                        .learner());
        return new Opened(ref, id, learner, record);
    }

    private Object inDossier(DossierId dossier, Ref ref) {
        return switch (ref.kind()) {
            case PRODUCTION -> desk.productions().get(dossier, new ProductionId(uuid(ref)));
            case ASSESSMENT -> desk.assessments().get(dossier, new AssessmentId(uuid(ref)));
            case ASSESSMENT_DRAFT -> desk.assessments().getDraft(dossier, new DraftId(uuid(ref)));
            case GOAL -> desk.goals().get(dossier, new GoalId(uuid(ref)));
            case REFLECTION -> desk.reflections().get(dossier, new ReflectionId(uuid(ref)));
            case REFLECTION_DRAFT -> desk.reflections().getDraft(dossier, new ReflectionId(uuid(ref)));
            case MISSION -> desk.missions().get(dossier, MissionId.of(ref.id()));
            case MISSION_REPORT -> desk.reports().get(dossier, new MissionReportId(uuid(ref)));
            case MISSION_REPORT_DRAFT -> desk.reports().getDraft(dossier, new MissionReportId(uuid(ref)));
            case FEEDBACK -> desk.feedback().get(dossier, new FeedbackId(uuid(ref)));
            case STAFF_NOTE -> desk.feedback().getNote(dossier, new StaffNoteId(uuid(ref)));
            case INTERVIEW -> desk.interviews().get(dossier, new InterviewId(uuid(ref)));
            case PATHWAY_STEP -> step(dossier, ref);
            case AUTHORISATION -> desk.authorisations().get(dossier, new AuthorisationId(uuid(ref)));
            case RECORDING -> desk.recordings().get(dossier, new RecordingId(uuid(ref)));
            case ORAL_NOTE -> desk.oralNotes().get(dossier, new OralNoteId(uuid(ref)));
            case REVIEW -> desk.reviews().get(dossier, new ReviewId(uuid(ref)));
            case PROJECT -> desk.projects().get(dossier, new ProjectId(uuid(ref)));
            case WATCH_ENTRY -> desk.watch().get(dossier, new WatchEntryId(uuid(ref)));
            case SHOWCASE -> desk.showcases().get(dossier, new ShowcaseId(uuid(ref)));
            case LINK -> desk.shares().get(dossier, new LinkId(uuid(ref)));
            case WORKPLACE_PERIOD -> desk.tutoring().get(dossier, new WorkplacePeriodId(uuid(ref)));
            case EXAM_FILE -> desk.seals().file(dossier, new ExamFileId(uuid(ref)));
            case BADGE -> desk.badges().get(dossier, new BadgeAwardId(uuid(ref)));
            case SEAL -> desk.seals().get(dossier, new SealId(uuid(ref)));
            case EXCEPTIONAL_ACCESS -> desk.access().opening(dossier, new ExceptionalAccessId(uuid(ref)));
            default -> throw new IllegalStateException("in no dossier: " + ref.kind());
        };
    }

    private Object beside(Ref ref) {
        return switch (ref.kind()) {
            case DOSSIER -> desk.dossiers().get(new DossierId(uuid(ref)));
            case COHORT -> desk.cohorts().get(new CohortId(uuid(ref)));
            case PERSON -> desk.people().get(PersonId.of(ref.id()));
            case SCENARIO -> desk.scenarios().get(ScenarioId.of(ref.id()));
            case FRAMEWORK -> desk.frameworks().get(FrameworkId.parse(ref.id()));
            case CAMPAIGN -> desk.campaigns().get(new CampaignId(uuid(ref)));
            case REVIEW_ASSIGNMENT -> desk.reviews().assignment(new ReviewAssignmentId(uuid(ref)));
            case GROUP -> group(new GroupId(uuid(ref)));
            default -> throw new IllegalStateException("in a dossier: " + ref.kind());
        };
    }

    /** An invited learner reads it as well, before accepting or declining. */
    private GroupProduction group(GroupId id) {
        try {
            return desk.groups().get(id);
        } catch (ConflictException notJoined) {
            return desk.groups().invitations().stream()
                    .filter(each -> each.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> notJoined);
        }
    }

    private PathwayStep step(DossierId dossier, Ref ref) {
        return desk.pathways().get(dossier).steps().stream()
                .filter(each -> Integer.toString(each.number()).equals(ref.id()))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("pathway-step", ref.id()));
    }

    private static UUID uuid(Ref ref) {
        return ref.uuid().orElseThrow();
    }
}
