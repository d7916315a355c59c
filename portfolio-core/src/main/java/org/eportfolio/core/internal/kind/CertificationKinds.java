package org.eportfolio.core.internal.kind;

import static org.eportfolio.core.internal.kind.Readers.ENTITLED;
import static org.eportfolio.core.internal.kind.Route.ACCESS_EXPORT;
import static org.eportfolio.core.internal.kind.Route.ARCHIVE;
import static org.eportfolio.core.internal.kind.Route.TAKE_AWAY;
import static org.eportfolio.core.internal.kind.WhenGone.DETACHED;
import static org.eportfolio.privacy.DataCategory.EXAM;
import static org.eportfolio.privacy.ErasureOutcome.KEEP;
import static org.eportfolio.privacy.ErasureOutcome.PSEUDONYMISE;
import static org.eportfolio.privacy.PersonCategory.LEARNER;
import static org.eportfolio.privacy.PersonCategory.STAFF;

import java.util.Set;
import org.eportfolio.certification.Advice;
import org.eportfolio.certification.ExamFile;
import org.eportfolio.certification.Seal;
import org.eportfolio.id.ExamFileId;
import org.eportfolio.id.ProductionId;
import org.eportfolio.id.RecordingId;
import org.eportfolio.id.ShowcaseId;
import org.eportfolio.privacy.Feature;
import org.eportfolio.spi.Key;

/** Files for a jury, advice on them, and their seals. */
public final class CertificationKinds {
    static final KindFile KINDS = new KindFile();

    public static final RecordKind<ExamFile> EXAM_FILE = KINDS.inDossier(
                    "exam-file", ExamFile.class, each -> each.id().value(), ExamFile::dossier)
            .revised(ExamFile::revision)
            .whenGone(ProductionId.class, DETACHED)
            .whenGone(RecordingId.class, DETACHED)
            .whenGone(ShowcaseId.class, DETACHED)
            .partOf(Feature.EXAM_FILES)
            .personal(EXAM, LEARNER)
            .provided()
            .erased(PSEUDONYMISE)
            .readBy(ENTITLED)
            .leavesBy(ARCHIVE, TAKE_AWAY, ACCESS_EXPORT);

    public static final RecordKind<Advice> ADVICE = KINDS.inDossier(
                    "advice", Advice.class, each -> each.id().value(), Advice::dossier)
            .keys(each -> Set.of(adviceOn(each.file())))
            .partOf(Feature.EXAM_FILES)
            .personal(EXAM, LEARNER, STAFF)
            .erased(PSEUDONYMISE)
            .readBy(ENTITLED)
            .leavesBy(ARCHIVE, TAKE_AWAY, ACCESS_EXPORT);

    public static final RecordKind<Seal> SEAL = KINDS.inDossier(
                    "seal", Seal.class, each -> each.id().value(), Seal::dossier)
            .partOf(Feature.EXAM_FILES)
            .personal(EXAM, LEARNER)
            .provided()
            .exceptionally(KEEP)
            .erased(PSEUDONYMISE)
            .readBy(ENTITLED)
            .leavesBy(ARCHIVE, TAKE_AWAY, ACCESS_EXPORT);

    private CertificationKinds() {}

    public static Key adviceOn(ExamFileId file) {
        return new Key("advice.exam-file", file.toString());
    }
}
