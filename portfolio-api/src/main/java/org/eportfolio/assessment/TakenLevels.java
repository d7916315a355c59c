package org.eportfolio.assessment;

import org.jspecify.annotations.Nullable;

/**
 * What an import of levels did, or would do.
 *
 * @param made the import; {@code null} where nothing was written: for a preview, and when all of it was here already
 * @param added how many levels come in
 * @param same how many are here already, with the same day and source, and are left as they are
 * @param learners of how many learners levels come in
 */
public record TakenLevels(@Nullable FormerImport made, int added, int same, int learners) {}
