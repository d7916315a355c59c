package org.eportfolio.archive;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eportfolio.Message;

/**
 * What came in, or would come in.
 *
 * @param counts by kind, in the order of their names
 * @param remarks what was left out or needs a person's eye; the first 1,000
 * @param remarksInAll how many remarks there are in all
 */
public record ImportedArchive(Map<String, Count> counts, List<Remark> remarks, long remarksInAll) {
    public ImportedArchive {
        counts = Collections.unmodifiableMap(new TreeMap<>(counts));
        remarks = List.copyOf(remarks);
    }

    /** Rows of one kind: new here, changed or taken away, here already, left out. */
    public record Count(long added, long changed, long same, long leftOut) {
        /** Both counts together. */
        public Count and(Count more) {
            return new Count(added + more.added, changed + more.changed, same + more.same, leftOut + more.leftOut);
        }
    }

    /** Something about one thing of the archive, named by its kind and id. */
    public record Remark(String kind, String id, Message what) {}
}
