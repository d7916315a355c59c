package org.eportfolio.certification;

import java.util.Objects;
import org.eportfolio.id.AssessmentId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.MissionReportId;
import org.eportfolio.id.ProductionId;
import org.eportfolio.id.RecordingId;
import org.eportfolio.id.ReflectionId;
import org.eportfolio.id.ShowcaseId;

/**
 * Something that the candidate puts before the jury. What is not of this family cannot be sealed: no positioning, no
 * review, no interview, no tutor's answer, no note of the staff, no judgement on a group.
 */
public sealed interface Choice {
    /** One version of a production; sealing freezes it. */
    record OfProduction(DossierId dossier, ProductionId production, int version) implements Choice {
        public OfProduction {
            Objects.requireNonNull(dossier, "dossier");
            Objects.requireNonNull(production, "production");
        }
    }

    /** The narrative of a showcase and the words on what it shows, as they stand on sealing; not its productions. */
    record OfNarrative(ShowcaseId showcase) implements Choice {
        public OfNarrative {
            Objects.requireNonNull(showcase, "showcase");
        }
    }

    /** One version of a report of a mission that the candidate shared: there only because they named it. */
    record OfReport(MissionReportId report, int version) implements Choice {
        public OfReport {
            Objects.requireNonNull(report, "report");
        }
    }

    /** One version of a reflection that the candidate shared: formative, so there only because they named it. */
    record OfReflection(ReflectionId reflection, int version) implements Choice {
        public OfReflection {
            Objects.requireNonNull(reflection, "reflection");
        }
    }

    /**
     * A recording of a reflection that the candidate shared, or its transcript where only that may be read. No jury sees
     * what was sealed while the diffusion of the recording is not authorised.
     */
    record OfRecording(RecordingId recording) implements Choice {
        public OfRecording {
            Objects.requireNonNull(recording, "recording");
        }
    }

    /** One of the candidate's own published self-assessments: formative, so there only because they named it. */
    record OfSelfAssessment(AssessmentId assessment) implements Choice {
        public OfSelfAssessment {
            Objects.requireNonNull(assessment, "assessment");
        }
    }
}
