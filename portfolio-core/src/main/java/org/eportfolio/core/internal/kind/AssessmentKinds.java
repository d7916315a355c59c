package org.eportfolio.core.internal.kind;

import static org.eportfolio.core.internal.kind.Readers.AUTHOR;
import static org.eportfolio.core.internal.kind.Readers.ENTITLED;
import static org.eportfolio.core.internal.kind.Route.ACCESS_EXPORT;
import static org.eportfolio.core.internal.kind.Route.ARCHIVE;
import static org.eportfolio.core.internal.kind.Route.TAKE_AWAY;
import static org.eportfolio.core.internal.kind.WhenGone.DETACHED;
import static org.eportfolio.core.internal.kind.WhenGone.KEPT_AS_IT_STOOD;
import static org.eportfolio.privacy.ErasureOutcome.PSEUDONYMISE;
import static org.eportfolio.privacy.PersonCategory.LEARNER;
import static org.eportfolio.privacy.PersonCategory.STAFF;

import java.util.Set;
import org.eportfolio.assessment.Assessment;
import org.eportfolio.assessment.Embargo;
import org.eportfolio.assessment.FormerImport;
import org.eportfolio.assessment.FormerLevel;
import org.eportfolio.assessment.SelfAssessmentDraft;
import org.eportfolio.id.ClassEntryId;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.FormerImportId;
import org.eportfolio.id.ProductionId;
import org.eportfolio.privacy.DataCategory;
import org.eportfolio.spi.Key;

/** Positionings and self-assessments, and the levels that they amount to. */
public final class AssessmentKinds {
    static final KindFile KINDS = new KindFile();

    public static final RecordKind<SelfAssessmentDraft> DRAFT = KINDS.inDossier(
                    "draft", SelfAssessmentDraft.class, each -> each.id().value(), SelfAssessmentDraft::dossier)
            .revised(SelfAssessmentDraft::revision)
            .whenGone(ProductionId.class, DETACHED)
            .personal(DataCategory.ASSESSMENT, LEARNER)
            .provided()
            .erased(PSEUDONYMISE)
            .readBy(AUTHOR)
            .leavesBy(ARCHIVE, TAKE_AWAY, ACCESS_EXPORT);

    public static final RecordKind<Assessment> ASSESSMENT = KINDS.inDossier(
                    "assessment", Assessment.class, each -> each.id().value(), Assessment::dossier)
            .keys(each -> each.entry() == null ? Set.of() : Set.of(assessmentsOf(each.entry())))
            .keptAsMade()
            .personal(DataCategory.ASSESSMENT, LEARNER, STAFF)
            .providedBy(Assessment::author)
            .erased(PSEUDONYMISE)
            .readBy(ENTITLED)
            .leavesBy(ARCHIVE, TAKE_AWAY, ACCESS_EXPORT);

    public static final RecordKind<LevelsCard> LEVELS = KINDS.inDossier(
                    "levels",
                    LevelsCard.class,
                    each -> NamedId.of("levels " + each.dossier() + " " + each.adoption()),
                    LevelsCard::dossier)
            .upgradedBy(LevelsCard.UPGRADES)
            .unjournalled()
            .keptAsMade()
            .personal(DataCategory.ASSESSMENT, LEARNER)
            .erased(PSEUDONYMISE)
            .readBy(ENTITLED)
            .leavesBy(ACCESS_EXPORT);

    /** What a sheet said of a learner before; its import stays at the school that it came in at. */
    public static final RecordKind<FormerLevel> FORMER_LEVEL = KINDS.inDossier(
                    "former-level", FormerLevel.class, each -> each.id().value(), FormerLevel::dossier)
            .keys(each -> Set.of(formerLevelsOf(each.batch())))
            .whenGone(FormerImportId.class, KEPT_AS_IT_STOOD)
            .personal(DataCategory.ASSESSMENT, LEARNER, STAFF)
            .erased(PSEUDONYMISE)
            .readBy(ENTITLED)
            .leavesBy(ARCHIVE, TAKE_AWAY, ACCESS_EXPORT);

    public static final RecordKind<FormerImport> FORMER_IMPORT = KINDS.inOrganisation(
                    "former-import", FormerImport.class, each -> each.id().value())
            .revised(FormerImport::revision)
            .personal(DataCategory.ASSESSMENT, STAFF)
            .erased(PSEUDONYMISE)
            .readBy(Readers.STAFF)
            .leavesBy(ARCHIVE, ACCESS_EXPORT);

    /** Stands in the organisation, since it is about a cohort's learners, whichever dossiers they have. */
    public static final RecordKind<Embargo> EMBARGO = KINDS.inOrganisation(
                    "embargo", Embargo.class, each -> each.id().value())
            .keys(each -> Set.of(embargoesOf(each.cohort())))
            .revised(Embargo::revision)
            .personal(DataCategory.ASSESSMENT, STAFF)
            .erased(PSEUDONYMISE)
            .readBy(Readers.STAFF)
            .leavesBy(ARCHIVE, ACCESS_EXPORT);

    private AssessmentKinds() {}

    public static Key formerLevelsOf(FormerImportId batch) {
        return new Key("former-level.import", batch.toString());
    }

    public static Key embargoesOf(CohortId cohort) {
        return new Key("embargo.cohort", cohort.toString());
    }

    public static Key assessmentsOf(ClassEntryId entry) {
        return new Key("assessment.entry", entry.toString());
    }
}
