package org.eportfolio.sharing;

import java.util.Objects;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.SealId;
import org.eportfolio.id.ShowcaseId;
import org.eportfolio.id.WorkplacePeriodId;

/** The one thing that a link opens. */
public sealed interface Target {
    /** A showcase, for the readers to whom the learner sends the link. */
    record OfShowcase(ShowcaseId showcase) implements Target {
        public OfShowcase {
            Objects.requireNonNull(showcase, "showcase");
        }
    }

    /** The questions of one workplace period, to be answered by its tutor. */
    record OfWorkplace(WorkplacePeriodId workplace) implements Target {
        public OfWorkplace {
            Objects.requireNonNull(workplace, "workplace");
        }
    }

    /** A sealed file, to be read by the jury. */
    record OfSeal(SealId seal) implements Target {
        public OfSeal {
            Objects.requireNonNull(seal, "seal");
        }
    }

    /** What a learner who left takes away, for that learner; it opens with a code. */
    record OfPackage(PersonId learner) implements Target {
        public OfPackage {
            Objects.requireNonNull(learner, "learner");
        }
    }
}
