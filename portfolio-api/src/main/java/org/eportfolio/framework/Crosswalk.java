package org.eportfolio.framework;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which items of one framework version meet which items of another, many to many. It never transfers a level.
 *
 * @param mappings only what a source states; a code that is not there has no mapping
 * @param note what a reader should know, such as where the source stops
 */
public record Crosswalk(
        FrameworkId from,
        FrameworkId to,
        List<Mapping> mappings,
        @Nullable String note) {
    public Crosswalk {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        mappings = List.copyOf(mappings);
    }

    /**
     * One line of the table.
     *
     * @param sources keys into the sources of the framework that the crosswalk starts from
     */
    public record Mapping(
            Code code,
            List<Code> targets,
            List<String> sources,
            @Nullable String note) {
        public Mapping {
            Objects.requireNonNull(code, "code");
            targets = List.copyOf(targets);
            sources = List.copyOf(sources);
        }
    }

    /** The mapping of this code; empty means that no source maps it, which is not the same as "meets nothing". */
    public Optional<Mapping> of(Code code) {
        return mappings.stream().filter(each -> each.code().equals(code)).findFirst();
    }

    /** The codes whose mapping names this target. */
    public List<Code> leadingTo(Code target) {
        return mappings.stream()
                .filter(each -> each.targets().contains(target))
                .map(Mapping::code)
                .toList();
    }
}
