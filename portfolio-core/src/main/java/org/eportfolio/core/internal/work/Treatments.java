package org.eportfolio.core.internal.work;

import static org.eportfolio.privacy.DataCategory.ASSESSMENT;
import static org.eportfolio.privacy.DataCategory.EXAM;
import static org.eportfolio.privacy.DataCategory.GUIDANCE;
import static org.eportfolio.privacy.DataCategory.IDENTITY;
import static org.eportfolio.privacy.DataCategory.NONE;
import static org.eportfolio.privacy.DataCategory.PEER_REVIEW;
import static org.eportfolio.privacy.DataCategory.REFLECTION;
import static org.eportfolio.privacy.DataCategory.SCHOOLING;
import static org.eportfolio.privacy.DataCategory.SHARING;
import static org.eportfolio.privacy.DataCategory.TRACE;
import static org.eportfolio.privacy.DataCategory.VOICE_AND_IMAGE;
import static org.eportfolio.privacy.DataCategory.WORK;
import static org.eportfolio.privacy.DataCategory.WORKPLACE;
import static org.eportfolio.privacy.ErasureOutcome.DELETE;
import static org.eportfolio.privacy.ErasureOutcome.PSEUDONYMISE;
import static org.eportfolio.privacy.PersonCategory.LEARNER;
import static org.eportfolio.privacy.PersonCategory.LEGAL_REPRESENTATIVE;
import static org.eportfolio.privacy.PersonCategory.STAFF;
import static org.eportfolio.privacy.PersonCategory.WORKPLACE_TUTOR;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.eportfolio.privacy.DataCategory;
import org.eportfolio.privacy.ErasureOutcome;
import org.eportfolio.privacy.Feature;
import org.eportfolio.privacy.PersonCategory;
import org.eportfolio.spi.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The one table of what each kind of record holds of whom, and what an erasure does with it. In the erased learner's own
 * dossier every record goes; {@link Treatment#elsewhere} is for records that name somebody anywhere else.
 */
public final class Treatments {
    /**
     * What holds for one kind.
     *
     * @param people whom it speaks of; empty for what holds no personal data
     * @param elsewhere what becomes of it, outside their own dossiers, when somebody whom it names is erased
     * @param provided whether its author provided it, so that it is portable
     * @param feature the feature it belongs to; {@code null} for what there always is
     */
    public record Treatment(
            DataCategory category,
            Set<PersonCategory> people,
            ErasureOutcome elsewhere,
            boolean provided,
            @Nullable Feature feature) {
        Treatment ofThePerson() {
            return new Treatment(category, people, elsewhere, true, feature);
        }

        Treatment in(Feature belongs) {
            return new Treatment(category, people, elsewhere, provided, belongs);
        }
    }

    private static final Map<Kind, Treatment> TABLE = new HashMap<>();

    static {
        row(Kinds.FOUNDING, names(SCHOOLING, PSEUDONYMISE, STAFF));
        row(Kinds.FRAMEWORK, names(NONE, PSEUDONYMISE));
        row(Kinds.ORIGINAL, names(NONE, PSEUDONYMISE));
        row(Kinds.CROSSWALK, names(NONE, PSEUDONYMISE));
        row(Kinds.ADOPTION, names(NONE, PSEUDONYMISE));
        row(Kinds.PERSON, names(IDENTITY, DELETE, LEARNER, STAFF));
        row(Kinds.COHORT, names(NONE, PSEUDONYMISE));
        row(Kinds.MEMBERSHIP, names(SCHOOLING, DELETE, LEARNER));
        row(Kinds.GRANT, names(SCHOOLING, DELETE, STAFF, LEGAL_REPRESENTATIVE));
        row(Kinds.DOSSIER, names(SCHOOLING, DELETE, LEARNER));
        row(Kinds.PRODUCTION, names(WORK, PSEUDONYMISE, LEARNER, STAFF).ofThePerson());
        row(Kinds.DRAFT, names(ASSESSMENT, PSEUDONYMISE, LEARNER).ofThePerson());
        row(Kinds.ASSESSMENT, names(ASSESSMENT, PSEUDONYMISE, LEARNER, STAFF));
        row(Kinds.LEVELS, names(ASSESSMENT, PSEUDONYMISE, LEARNER));
        row(Kinds.GOAL, names(ASSESSMENT, PSEUDONYMISE, LEARNER, STAFF).ofThePerson());
        row(Kinds.INTERVIEW, names(GUIDANCE, PSEUDONYMISE, LEARNER, STAFF));
        row(Kinds.PREPARATION_SHEET, names(GUIDANCE, PSEUDONYMISE, LEARNER, STAFF));
        row(Kinds.INTERVIEW_REPLY, names(GUIDANCE, PSEUDONYMISE, LEARNER).ofThePerson());
        row(Kinds.INTERVIEW_NOTE, names(GUIDANCE, PSEUDONYMISE, LEARNER, STAFF));
        row(Kinds.STAFF_NOTE, names(GUIDANCE, PSEUDONYMISE, LEARNER, STAFF));
        row(Kinds.PATHWAY, names(GUIDANCE, PSEUDONYMISE, LEARNER, STAFF));
        row(Kinds.ADAPTATION, names(GUIDANCE, PSEUDONYMISE, LEARNER, STAFF));
        row(Kinds.NUDGE_DIGEST, names(GUIDANCE, PSEUDONYMISE, LEARNER).in(Feature.NUDGES));
        row(
                Kinds.NUDGE_SETTINGS,
                names(GUIDANCE, PSEUDONYMISE, LEARNER).ofThePerson().in(Feature.NUDGES));
        row(Kinds.CAMPAIGN, names(PEER_REVIEW, PSEUDONYMISE, STAFF).in(Feature.PEER_REVIEWS));
        row(
                Kinds.HAND_IN,
                names(PEER_REVIEW, PSEUDONYMISE, LEARNER).ofThePerson().in(Feature.PEER_REVIEWS));
        row(Kinds.DRAW, names(NONE, PSEUDONYMISE).in(Feature.PEER_REVIEWS));
        row(Kinds.REVIEW_ASSIGNMENT, names(PEER_REVIEW, PSEUDONYMISE, LEARNER).in(Feature.PEER_REVIEWS));
        row(Kinds.REVIEW, names(PEER_REVIEW, PSEUDONYMISE, LEARNER).in(Feature.PEER_REVIEWS));
        row(Kinds.GROUP, names(WORK, PSEUDONYMISE, LEARNER));
        row(Kinds.GROUP_CONTRIBUTION, names(WORK, PSEUDONYMISE, LEARNER).ofThePerson());
        row(Kinds.GROUP_APPRAISAL, names(WORK, PSEUDONYMISE, LEARNER, STAFF));
        row(Kinds.PROJECT, names(WORK, PSEUDONYMISE, LEARNER).ofThePerson());
        row(Kinds.PROGRESS_NOTE, names(WORK, PSEUDONYMISE, LEARNER).ofThePerson());
        row(Kinds.WATCH_ENTRY, names(WORK, PSEUDONYMISE, LEARNER).ofThePerson());
        row(Kinds.SUCCESSION, names(NONE, PSEUDONYMISE));
        row(Kinds.SCENARIO, names(TRACE, PSEUDONYMISE, STAFF));
        row(Kinds.MISSION, names(TRACE, PSEUDONYMISE, STAFF));
        row(Kinds.YEAR_PLAN, names(NONE, PSEUDONYMISE));
        row(Kinds.MISSION_WORK, names(WORK, PSEUDONYMISE, LEARNER, STAFF).ofThePerson());
        row(Kinds.REFLECTION_DRAFT, names(REFLECTION, PSEUDONYMISE, LEARNER).ofThePerson());
        row(Kinds.REFLECTION, names(REFLECTION, PSEUDONYMISE, LEARNER).ofThePerson());
        row(Kinds.MISSION_REPORT_DRAFT, names(REFLECTION, PSEUDONYMISE, LEARNER).ofThePerson());
        row(Kinds.MISSION_REPORT, names(REFLECTION, PSEUDONYMISE, LEARNER).ofThePerson());
        row(Kinds.FEEDBACK, names(REFLECTION, PSEUDONYMISE, LEARNER, STAFF));
        row(
                Kinds.AUTHORISATION,
                names(VOICE_AND_IMAGE, PSEUDONYMISE, LEARNER, LEGAL_REPRESENTATIVE, STAFF)
                        .in(Feature.RECORDINGS));
        row(
                Kinds.RECORDING,
                names(VOICE_AND_IMAGE, PSEUDONYMISE, LEARNER).ofThePerson().in(Feature.RECORDINGS));
        row(Kinds.SHOWCASE, names(SHARING, PSEUDONYMISE, LEARNER).ofThePerson());
        row(Kinds.LINK, names(SHARING, PSEUDONYMISE, LEARNER, STAFF).in(Feature.SHARE_LINKS));
        row(Kinds.READING, names(SHARING, PSEUDONYMISE, LEARNER).in(Feature.SHARE_LINKS));
        row(
                Kinds.WORKPLACE,
                names(WORKPLACE, PSEUDONYMISE, LEARNER, WORKPLACE_TUTOR, STAFF).in(Feature.WORKPLACE));
        row(Kinds.EXAM_FILE, names(EXAM, PSEUDONYMISE, LEARNER).ofThePerson().in(Feature.EXAM_FILES));
        row(Kinds.ADVICE, names(EXAM, PSEUDONYMISE, LEARNER, STAFF).in(Feature.EXAM_FILES));
        row(Kinds.SEAL, names(EXAM, PSEUDONYMISE, LEARNER).ofThePerson().in(Feature.EXAM_FILES));
        row(Kinds.ALIAS, names(TRACE, DELETE, LEARNER, STAFF));
        row(Kinds.VISIT, names(TRACE, DELETE, LEARNER, STAFF));
        row(Kinds.PRIVACY_REQUEST, names(TRACE, PSEUDONYMISE, LEARNER, STAFF, LEGAL_REPRESENTATIVE));
        row(Kinds.ERASURE, names(TRACE, PSEUDONYMISE, LEARNER, STAFF));
        row(Kinds.DEPARTURE, names(SCHOOLING, DELETE, LEARNER));
        row(Kinds.HANDOVER, names(SCHOOLING, PSEUDONYMISE, STAFF));
    }

    private Treatments() {}

    /** What holds for a kind; a kind that is missing from the table fails loudly. */
    public static Treatment of(RecordKind<?> kind) {
        Treatment treatment = TABLE.get(kind.kind());
        if (treatment == null) throw new IllegalStateException("no treatment is stated for " + kind.kind());
        return treatment;
    }

    private static void row(RecordKind<?> kind, Treatment treatment) {
        if (TABLE.put(kind.kind(), treatment) != null) throw new IllegalStateException("twice: " + kind.kind());
    }

    private static Treatment names(DataCategory category, ErasureOutcome elsewhere, PersonCategory... people) {
        return new Treatment(category, Set.of(people), elsewhere, false, null);
    }
}
