package org.eportfolio.exchange;

import java.util.Optional;
import org.eportfolio.archive.RestoreGrounds;
import org.eportfolio.id.DossierId;

/**
 * How a file is imported.
 *
 * @param dryRun reports what would happen and writes nothing
 * @param goodOnesOnly leaves out bad items and imports the others; otherwise one bad item refuses all; a roster of bad lines only is
 *     refused either way
 * @param bounds how much is read at most
 * @param restoring on which grounds an archive brings the school's own dossiers forward; empty for a plain import. Only
 *     archives restore
 * @param into the dossier that a learner's own things go to; empty for their only one. Only formats of one learner ask
 * @param picturesShowNobody whether the learner declares that no one can be recognised in any picture of the file
 */
public record ImportOptions(
        boolean dryRun,
        boolean goodOnesOnly,
        Bounds bounds,
        Optional<RestoreGrounds> restoring,
        Optional<DossierId> into,
        boolean picturesShowNobody) {
    /** A plain import, which restores nothing. */
    public ImportOptions(boolean dryRun, boolean goodOnesOnly, Bounds bounds) {
        this(dryRun, goodOnesOnly, bounds, Optional.empty(), Optional.empty(), false);
    }

    /** All or nothing, for real, within the ordinary bounds. */
    public static ImportOptions ofDefaults() {
        return new ImportOptions(false, false, Bounds.ofDefaults());
    }

    /** The same, writing nothing. */
    public ImportOptions dry() {
        return new ImportOptions(true, goodOnesOnly, bounds, restoring, into, picturesShowNobody);
    }

    /** The same, leaving out bad items. */
    public ImportOptions leavingOutBadOnes() {
        return new ImportOptions(dryRun, true, bounds, restoring, into, picturesShowNobody);
    }

    /** The same within other bounds. */
    public ImportOptions within(Bounds others) {
        return new ImportOptions(dryRun, goodOnesOnly, others, restoring, into, picturesShowNobody);
    }

    /** The same, restoring the school's own dossiers over an older backup. */
    public ImportOptions restoring(RestoreGrounds grounds) {
        return new ImportOptions(dryRun, goodOnesOnly, bounds, Optional.of(grounds), into, picturesShowNobody);
    }

    /** The same, into this dossier of the learner. */
    public ImportOptions into(DossierId dossier) {
        return new ImportOptions(dryRun, goodOnesOnly, bounds, restoring, Optional.of(dossier), picturesShowNobody);
    }

    /**
     * The same, with the learner's declaration that no one can be recognised in any picture of the file. Without it pictures
     * stay out and are named. Only formats of one learner ask.
     */
    public ImportOptions withPicturesShowingNobody() {
        return new ImportOptions(dryRun, goodOnesOnly, bounds, restoring, into, true);
    }
}
