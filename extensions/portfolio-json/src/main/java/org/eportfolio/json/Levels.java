package org.eportfolio.json;

import java.util.Optional;
import org.eportfolio.framework.Level;
import org.eportfolio.framework.LevelId;

/**
 * What is shown for the id of a level, in the reader's language if the school has its levels in several. Given to a writer,
 * it has ids of levels written with label and symbol, as levels are:
 *
 * <pre>{@code
 * mapper.writer().withAttribute(Levels.class, (Levels) scale::find).writeValueAsString(goal);
 * }</pre>
 */
@FunctionalInterface
public interface Levels {
    /** The level with this id; empty for one that is not known, which is written as its id. */
    Optional<Level> find(LevelId level);
}
