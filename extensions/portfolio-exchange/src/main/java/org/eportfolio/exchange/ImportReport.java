package org.eportfolio.exchange;

import java.util.List;
import java.util.Map;
import org.eportfolio.Message;

/**
 * What an import did, or would do. Immutable.
 *
 * @param format as which the file was read
 * @param dryRun whether nothing was written
 * @param counts by kind of thing, in the order of the format
 * @param remarks what was left out, changed on the way, or needs a person's attention; at most {@link #REMARKS_KEPT}
 * @param remarksInAll also those beyond
 */
public record ImportReport(
        String format, boolean dryRun, Map<String, Count> counts, List<Remark> remarks, long remarksInAll) {
    /** The most remarks that are listed; further ones are only counted. */
    public static final int REMARKS_KEPT = 1_000;

    public ImportReport {
        counts = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(counts));
        remarks = List.copyOf(remarks);
    }

    /** Of one kind of thing: new here, changed here, the same already, left out. */
    public record Count(long added, long changed, long same, long leftOut) {}

    /** Something about one item of the file. */
    public record Remark(Place place, Message what) {}
}
