package org.eportfolio.core.internal.kind;

import static org.eportfolio.core.internal.kind.Readers.ENTITLED;
import static org.eportfolio.core.internal.kind.Route.ACCESS_EXPORT;
import static org.eportfolio.core.internal.kind.Route.ARCHIVE;
import static org.eportfolio.core.internal.kind.Route.TAKE_AWAY;
import static org.eportfolio.core.internal.kind.WhenGone.DETACHED;
import static org.eportfolio.privacy.DataCategory.WORKPLACE;
import static org.eportfolio.privacy.ErasureOutcome.PSEUDONYMISE;
import static org.eportfolio.privacy.PersonCategory.LEARNER;

import java.util.Set;
import org.eportfolio.id.ProductionId;
import org.eportfolio.id.WorkplacePeriodId;
import org.eportfolio.privacy.Feature;
import org.eportfolio.spi.Key;
import org.eportfolio.workplace.ShownWork;

/** What happens around a workplace period. The period itself is of {@link GuidanceKinds}. */
public final class WorkplaceKinds {
    static final KindFile KINDS = new KindFile();

    /** The tutor sees what is still there of the production. */
    public static final RecordKind<ShownWork> SHOWN_WORK = KINDS.inDossier(
                    "shown-work", ShownWork.class, each -> each.id().value(), ShownWork::dossier)
            .keys(each -> Set.of(shownIn(each.period())))
            .whenGone(ProductionId.class, DETACHED)
            .partOf(Feature.WORKPLACE)
            .personal(WORKPLACE, LEARNER)
            .provided()
            .erased(PSEUDONYMISE)
            .readBy(ENTITLED)
            .leavesBy(ARCHIVE, TAKE_AWAY, ACCESS_EXPORT);

    private WorkplaceKinds() {}

    public static Key shownIn(WorkplacePeriodId period) {
        return new Key("shown-work.period", period.toString());
    }
}
