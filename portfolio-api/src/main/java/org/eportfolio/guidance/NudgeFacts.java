package org.eportfolio.guidance;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.eportfolio.framework.Code;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.DraftId;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link NudgeRule} goes by: published facts of one dossier under its main adoption, and the learner's own
 * drafts. Immutable. Days are in the organisation's time zone.
 *
 * @param openedOn when the dossier was opened
 * @param competencies all of the framework, in its order
 * @param goals all of the dossier, in any status, the oldest first
 * @param drafts self-assessments not published yet, the oldest first
 */
public record NudgeFacts(
        DossierId dossier,
        LocalDate today,
        LocalDate openedOn,
        List<Trace> competencies,
        List<Goal> goals,
        List<WaitingDraft> drafts) {
    /**
     * What there is on one competency, its sub-competencies included.
     *
     * @param evidenceOn the last day on which a production showed it or an assessment of it cited evidence;
     *     {@code null} for never
     * @param assessedOn the last day observed, by the learner or anyone else; {@code null} for never
     */
    public record Trace(
            Code competency,
            String label,
            @Nullable LocalDate evidenceOn,
            @Nullable LocalDate assessedOn) {
        public Trace {
            Objects.requireNonNull(competency, "competency");
            Objects.requireNonNull(label, "label");
        }
    }

    /** A self-assessment that waits to be published, and since when nothing was changed in it. */
    public record WaitingDraft(DraftId id, Code competency, LocalDate savedOn) {
        public WaitingDraft {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(competency, "competency");
            Objects.requireNonNull(savedOn, "savedOn");
        }
    }

    public NudgeFacts {
        Objects.requireNonNull(dossier, "dossier");
        Objects.requireNonNull(today, "today");
        Objects.requireNonNull(openedOn, "openedOn");
        competencies = List.copyOf(competencies);
        goals = List.copyOf(goals);
        drafts = List.copyOf(drafts);
    }
}
