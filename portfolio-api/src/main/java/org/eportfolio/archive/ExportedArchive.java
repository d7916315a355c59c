package org.eportfolio.archive;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eportfolio.id.DossierId;

/**
 * What was handed out.
 *
 * @param rows how many rows
 * @param entries how many journal entries
 * @param contents how many files
 * @param elsewhere dossiers that the rows mention and that did not come along, such as those of a group's other members
 * @param leftBehind how many records of each kind stay, because they may not be seen by all who see the dossier: drafts,
 *     what is for one person, recordings that someone in them does not authorise now; by the names of the kinds, none with zero.
 *     Reviews of a campaign that runs and levels under an embargo stay too and are not counted: their number would show when
 *     one is written
 */
public record ExportedArchive(
        long rows, long entries, long contents, Set<DossierId> elsewhere, Map<String, Long> leftBehind) {
    public ExportedArchive {
        elsewhere = Set.copyOf(elsewhere);
        leftBehind = Collections.unmodifiableMap(new TreeMap<>(leftBehind));
    }
}
