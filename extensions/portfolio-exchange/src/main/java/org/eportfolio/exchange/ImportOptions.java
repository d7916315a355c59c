package org.eportfolio.exchange;

/**
 * How a file is imported.
 *
 * @param dryRun reports what would happen and writes nothing
 * @param goodOnesOnly leaves out bad items and imports the others; otherwise one bad item refuses all
 * @param bounds how much is read at most
 */
public record ImportOptions(boolean dryRun, boolean goodOnesOnly, Bounds bounds) {
    /** All or nothing, for real, within the ordinary bounds. */
    public static ImportOptions ofDefaults() {
        return new ImportOptions(false, false, Bounds.ofDefaults());
    }

    /** The same, writing nothing. */
    public ImportOptions dry() {
        return new ImportOptions(true, goodOnesOnly, bounds);
    }

    /** The same, leaving out bad items. */
    public ImportOptions leavingOutBadOnes() {
        return new ImportOptions(dryRun, true, bounds);
    }

    /** The same within other bounds. */
    public ImportOptions within(Bounds others) {
        return new ImportOptions(dryRun, goodOnesOnly, others);
    }
}
