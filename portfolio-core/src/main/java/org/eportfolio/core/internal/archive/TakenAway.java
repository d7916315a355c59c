package org.eportfolio.core.internal.archive;

import java.util.List;
import java.util.Set;
import org.eportfolio.assessment.Assessment;
import org.eportfolio.certification.Seal;
import org.eportfolio.core.internal.access.RecordStates;
import org.eportfolio.core.internal.assessment.ShownAssessments;
import org.eportfolio.core.internal.framework.Catalogue;
import org.eportfolio.core.internal.guidance.PreparationFacts;
import org.eportfolio.core.internal.kind.AssessmentKinds;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.InterviewKinds;
import org.eportfolio.core.internal.kind.PrivacyKinds;
import org.eportfolio.core.internal.kind.RecordKind;
import org.eportfolio.core.internal.kind.RecordingKinds;
import org.eportfolio.core.internal.reflection.RecordingVisibility;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.id.AssessmentId;
import org.eportfolio.id.RecordingId;
import org.eportfolio.interview.PreparationSheet;
import org.eportfolio.privacy.Rectification;
import org.eportfolio.reflection.Recording;

/** What of a dossier goes into its learner's take-away, and in which form: what the learner is shown now. */
final class TakenAway {
    private final Dossier dossier;
    private final boolean learner;
    private final Catalogue catalogue;
    private final Work work;
    private final ShownAssessments assessments;
    private final Set<AssessmentId> hidden;
    private final Set<RecordingId> silenced;

    /**
     * @param learner whether it is made by the learner whose dossier it is
     * @param handedOver whether it goes through a link, so that no recording leaves that may not be played now; otherwise those
     *     stay behind that someone else in them than the learner does not authorise now
     */
    TakenAway(Dossier dossier, boolean learner, boolean handedOver, Catalogue catalogue, Work work) {
        this.dossier = dossier;
        this.learner = learner;
        this.catalogue = catalogue;
        this.work = work;
        this.assessments = ShownAssessments.toLearner(dossier, work);
        this.hidden = assessments.hidden();
        List<Recording> recordings = work.list(RecordingKinds.RECORDING, DossierKinds.scope(dossier.id()));
        this.silenced = handedOver
                ? RecordingVisibility.silenced(recordings, work.today(), work)
                : RecordingVisibility.silencedByOthers(recordings, dossier.learner(), work.today(), work);
    }

    /** Those of the records that go along, in their order. */
    <T> List<T> wanted(RecordKind<T> kind, List<T> records) {
        List<T> seen = new RecordStates(work).seen(kind, records, learner);
        if (hidden.isEmpty() && silenced.isEmpty()) return seen;
        return seen.stream().filter(each -> !isHidden(kind, each)).toList();
    }

    private boolean isHidden(RecordKind<?> kind, Object record) {
        if (record instanceof Recording recording) return silenced.contains(recording.id());
        if (record instanceof Seal seal) {
            return seal.recordings().stream().anyMatch(each -> silenced.contains(each.recording()));
        }
        if (kind == AssessmentKinds.ASSESSMENT) return hidden.contains(((Assessment) record).id());
        return kind == PrivacyKinds.RECTIFICATION && hidden.contains(((Rectification) record).correction());
    }

    /** What goes out of a record: the same, unless it speaks of what is held back. */
    <T> T shown(RecordKind<T> kind, T record) {
        if (kind != InterviewKinds.PREPARATION_SHEET) return record;
        PreparationSheet sheet = (PreparationSheet) record;
        return kind.type().cast(PreparationFacts.shown(sheet, assessments, dossier, catalogue, work));
    }
}
