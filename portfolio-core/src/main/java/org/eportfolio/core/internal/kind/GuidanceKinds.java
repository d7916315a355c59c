package org.eportfolio.core.internal.kind;

import static org.eportfolio.core.internal.kind.Readers.ENTITLED;
import static org.eportfolio.core.internal.kind.Readers.OWNER;
import static org.eportfolio.core.internal.kind.Route.ACCESS_EXPORT;
import static org.eportfolio.core.internal.kind.Route.ARCHIVE;
import static org.eportfolio.core.internal.kind.Route.TAKE_AWAY;
import static org.eportfolio.privacy.DataCategory.ASSESSMENT;
import static org.eportfolio.privacy.DataCategory.GUIDANCE;
import static org.eportfolio.privacy.ErasureOutcome.PSEUDONYMISE;
import static org.eportfolio.privacy.PersonCategory.LEARNER;
import static org.eportfolio.privacy.PersonCategory.STAFF;
import static org.eportfolio.privacy.PersonCategory.WORKPLACE_TUTOR;

import java.util.Set;
import org.eportfolio.guidance.Adaptation;
import org.eportfolio.guidance.Goal;
import org.eportfolio.guidance.NudgeDigest;
import org.eportfolio.guidance.NudgeSettings;
import org.eportfolio.guidance.Pathway;
import org.eportfolio.guidance.WorkplacePeriod;
import org.eportfolio.id.PersonId;
import org.eportfolio.privacy.DataCategory;
import org.eportfolio.privacy.Feature;
import org.eportfolio.spi.Key;

/** Goals, the way that the learner is guided on, nudges and workplace periods. */
public final class GuidanceKinds {
    static final KindFile KINDS = new KindFile();

    public static final RecordKind<Goal> GOAL = KINDS.inDossier(
                    "goal", Goal.class, each -> each.id().value(), Goal::dossier)
            .revised(Goal::revision)
            .personal(ASSESSMENT, LEARNER, STAFF)
            .provided()
            .erased(PSEUDONYMISE)
            .readBy(ENTITLED)
            .leavesBy(ARCHIVE, TAKE_AWAY, ACCESS_EXPORT);

    /** One to a dossier: kept under the dossier's own id. */
    public static final RecordKind<Pathway> PATHWAY = KINDS.inDossier(
                    "pathway", Pathway.class, each -> each.dossier().value(), Pathway::dossier)
            .revised(Pathway::revision)
            .personal(GUIDANCE, LEARNER, STAFF)
            .erased(PSEUDONYMISE)
            .readBy(ENTITLED)
            .leavesBy(ARCHIVE, TAKE_AWAY, ACCESS_EXPORT);

    public static final RecordKind<Adaptation> ADAPTATION = KINDS.inDossier(
                    "adaptation", Adaptation.class, each -> each.id().value(), Adaptation::dossier)
            .personal(GUIDANCE, LEARNER, STAFF)
            .erased(PSEUDONYMISE)
            .readBy(ENTITLED)
            .leavesBy(ARCHIVE, TAKE_AWAY, ACCESS_EXPORT);

    public static final RecordKind<NudgeDigest> NUDGE_DIGEST = KINDS.inDossier(
                    "nudge-digest", NudgeDigest.class, each -> each.id().value(), NudgeDigest::dossier)
            .partOf(Feature.NUDGES)
            .personal(GUIDANCE, LEARNER)
            .erased(PSEUDONYMISE)
            .readBy(OWNER)
            .leavesBy(ARCHIVE, TAKE_AWAY, ACCESS_EXPORT);

    /** One to a dossier: kept under the dossier's own id. */
    public static final RecordKind<NudgeSettings> NUDGE_SETTINGS = KINDS.inDossier(
                    "nudge-settings",
                    NudgeSettings.class,
                    each -> each.dossier().value(),
                    NudgeSettings::dossier)
            .keys(each -> Set.of(nudgeSettingsOf(each.learner())))
            .revised(NudgeSettings::revision)
            .partOf(Feature.NUDGES)
            .personal(GUIDANCE, LEARNER)
            .provided()
            .erased(PSEUDONYMISE)
            .readBy(OWNER)
            .leavesBy(ARCHIVE, TAKE_AWAY, ACCESS_EXPORT);

    public static final RecordKind<WorkplacePeriod> WORKPLACE = KINDS.inDossier(
                    "workplace", WorkplacePeriod.class, each -> each.id().value(), WorkplacePeriod::dossier)
            .revised(WorkplacePeriod::revision)
            .partOf(Feature.WORKPLACE)
            .personal(DataCategory.WORKPLACE, LEARNER, WORKPLACE_TUTOR, STAFF)
            .erased(PSEUDONYMISE)
            .readBy(ENTITLED)
            .leavesBy(ARCHIVE, TAKE_AWAY, ACCESS_EXPORT);

    private GuidanceKinds() {}

    public static Key nudgeSettingsOf(PersonId learner) {
        return new Key("nudge-settings.learner", learner.value());
    }
}
