package org.eportfolio.core.internal.kind;

import static org.eportfolio.core.internal.kind.Readers.AUTHOR;
import static org.eportfolio.core.internal.kind.Readers.ENTITLED;
import static org.eportfolio.core.internal.kind.Route.ACCESS_EXPORT;
import static org.eportfolio.core.internal.kind.Route.ARCHIVE;
import static org.eportfolio.core.internal.kind.Route.TAKE_AWAY;
import static org.eportfolio.core.internal.kind.WhenGone.DETACHED;
import static org.eportfolio.privacy.ErasureOutcome.PSEUDONYMISE;
import static org.eportfolio.privacy.PersonCategory.LEARNER;
import static org.eportfolio.privacy.PersonCategory.STAFF;

import org.eportfolio.id.ProductionId;
import org.eportfolio.privacy.DataCategory;
import org.eportfolio.reflection.MissionReport;
import org.eportfolio.reflection.MissionReportDraft;
import org.eportfolio.reflection.OralNote;
import org.eportfolio.reflection.Reflection;
import org.eportfolio.reflection.ReflectionDraft;

/** Reflections and mission reports, as drafts and shared. */
public final class ReflectionKinds {
    static final KindFile KINDS = new KindFile();

    public static final RecordKind<ReflectionDraft> REFLECTION_DRAFT = KINDS.inDossier(
                    "reflection-draft", ReflectionDraft.class, each -> each.id().value(), ReflectionDraft::dossier)
            .revised(ReflectionDraft::revision)
            .whenGone(ProductionId.class, DETACHED)
            .called("draft")
            .personal(DataCategory.REFLECTION, LEARNER)
            .provided()
            .erased(PSEUDONYMISE)
            .readBy(AUTHOR)
            .leavesBy(ARCHIVE, TAKE_AWAY, ACCESS_EXPORT);

    public static final RecordKind<Reflection> REFLECTION = KINDS.inDossier(
                    "reflection", Reflection.class, each -> each.id().value(), Reflection::dossier)
            .revised(Reflection::revision)
            .personal(DataCategory.REFLECTION, LEARNER)
            .provided()
            .erased(PSEUDONYMISE)
            .readBy(ENTITLED)
            .leavesBy(ARCHIVE, TAKE_AWAY, ACCESS_EXPORT);

    public static final RecordKind<MissionReportDraft> MISSION_REPORT_DRAFT = KINDS.inDossier(
                    "mission-report-draft",
                    MissionReportDraft.class,
                    each -> each.id().value(),
                    MissionReportDraft::dossier)
            .revised(MissionReportDraft::revision)
            .whenGone(ProductionId.class, DETACHED)
            .called("draft")
            .personal(DataCategory.REFLECTION, LEARNER)
            .provided()
            .erased(PSEUDONYMISE)
            .readBy(AUTHOR)
            .leavesBy(ARCHIVE, TAKE_AWAY, ACCESS_EXPORT);

    public static final RecordKind<MissionReport> MISSION_REPORT = KINDS.inDossier(
                    "mission-report", MissionReport.class, each -> each.id().value(), MissionReport::dossier)
            .revised(MissionReport::revision)
            .called("report")
            .personal(DataCategory.REFLECTION, LEARNER)
            .provided()
            .erased(PSEUDONYMISE)
            .readBy(ENTITLED)
            .leavesBy(ARCHIVE, TAKE_AWAY, ACCESS_EXPORT);

    public static final RecordKind<OralNote> ORAL_NOTE = KINDS.inDossier(
                    "oral-note", OralNote.class, each -> each.id().value(), OralNote::dossier)
            .revised(OralNote::revision)
            .personal(DataCategory.REFLECTION, LEARNER, STAFF)
            .erased(PSEUDONYMISE)
            .readBy(ENTITLED)
            .leavesBy(ARCHIVE, TAKE_AWAY, ACCESS_EXPORT);

    private ReflectionKinds() {}
}
