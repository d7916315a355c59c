package org.eportfolio.workplace;

import java.time.Instant;
import java.util.Objects;
import org.eportfolio.Prose;
import org.eportfolio.dossier.Production;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.ProductionId;
import org.eportfolio.id.ShownWorkId;
import org.eportfolio.id.WorkplacePeriodId;

/**
 * A production that the learner shows to the tutor of one workplace period. The tutor sees this version of it, as it stands
 * when they read, until the learner hides it again or the period is closed; the tutor of another period never does.
 *
 * @param dossier the dossier of the period
 * @param keptIn the dossier of the production: the learner's, or that of a member of the group that made it
 * @param words what the learner says of it; possibly empty
 */
public record ShownWork(
        ShownWorkId id,
        DossierId dossier,
        WorkplacePeriodId period,
        DossierId keptIn,
        ProductionId production,
        int version,
        @Prose(max = LONGEST_WORDS) String words,
        Instant at) {
    /** The most productions that are shown for one period. */
    public static final int MOST = 50;

    /** The most characters that a learner says of one production. */
    public static final int LONGEST_WORDS = 5_000;

    public ShownWork {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(dossier, "dossier");
        Objects.requireNonNull(period, "period");
        Objects.requireNonNull(keptIn, "keptIn");
        Objects.requireNonNull(production, "production");
        Objects.requireNonNull(words, "words");
        Objects.requireNonNull(at, "at");
    }

    /** Whether it is this production that is shown, in whatever version. */
    public boolean shows(Production other) {
        return production.equals(other.id()) && keptIn.equals(other.dossier());
    }
}
