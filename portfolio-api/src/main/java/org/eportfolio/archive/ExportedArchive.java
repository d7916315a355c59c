package org.eportfolio.archive;

import java.util.Set;
import org.eportfolio.id.DossierId;

/**
 * What was handed out.
 *
 * @param rows how many rows
 * @param entries how many journal entries
 * @param contents how many files
 * @param elsewhere dossiers that the rows mention and that did not come along, such as those of a group's other members
 */
public record ExportedArchive(long rows, long entries, long contents, Set<DossierId> elsewhere) {
    public ExportedArchive {
        elsewhere = Set.copyOf(elsewhere);
    }
}
