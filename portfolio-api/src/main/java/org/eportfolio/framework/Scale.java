package org.eportfolio.framework;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eportfolio.InvalidInputException;

/**
 * 2 to 8 levels, the lowest first. Levels of different scales are never compared.
 *
 * @param id such as {@code four-steps}, shaped like a {@link LevelId}
 * @param example whether this is an illustration without official standing
 */
public record Scale(String id, String title, boolean example, List<Level> levels) {
    private static final int FEWEST = 2;
    private static final int MOST = 8;

    public Scale {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        levels = List.copyOf(levels);
        InvalidInputException.unless(LevelId.isWellShaped(id), "scale", "scale.id", id);
        InvalidInputException.unless(!title.isBlank(), "title", "text.blank");
        InvalidInputException.unless(
                levels.size() >= FEWEST && levels.size() <= MOST, "levels", "scale.size", FEWEST, MOST, levels.size());
        Set<LevelId> ids = new HashSet<>();
        Set<String> symbols = new HashSet<>();
        for (Level level : levels) {
            InvalidInputException.unless(ids.add(level.id()), "levels", "scale.level-twice", level.id());
            InvalidInputException.unless(symbols.add(level.symbol()), "levels", "scale.symbol-twice", level.symbol());
        }
    }

    /** The level with this id; empty if it is of another scale. */
    public Optional<Level> find(LevelId level) {
        for (Level each : levels) if (each.id().equals(level)) return Optional.of(each);
        return Optional.empty();
    }

    /** The level with this id, or a refusal that names the scale and its levels. */
    public Level require(LevelId level) {
        return find(level)
                .orElseThrow(() -> InvalidInputException.because(
                        "level",
                        "scale.no-level",
                        level,
                        title,
                        levels.stream().map(Level::id).toList()));
    }

    /** How far up the scale, from 0; only for telling which of two levels is the higher. */
    public int rank(LevelId level) {
        return levels.indexOf(require(level));
    }
}
