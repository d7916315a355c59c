package org.eportfolio.framework;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eportfolio.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * A framework version takes the place of another, and this says code by code what takes the place of what. It moves
 * nothing: dossiers stay under the version they were opened under, and what was assessed stays pinned to what it judged.
 *
 * @param mappings the old codes it speaks of, each once; no successor means "nothing takes its place"
 * @param note what a reader should know
 */
public record Succession(
        FrameworkId from,
        FrameworkId to,
        List<Mapping> mappings,
        @Nullable String note) {
    /**
     * What takes the place of one old code.
     *
     * @param successors none, one or several new codes
     * @param sources keys into the sources of either version
     */
    public record Mapping(
            Code code,
            List<Code> successors,
            List<String> sources,
            @Nullable String note) {
        public Mapping {
            Objects.requireNonNull(code, "code");
            successors = List.copyOf(successors);
            sources = List.copyOf(sources);
            InvalidInputException.unless(
                    new HashSet<>(successors).size() == successors.size(), "mappings", "succession.twice", code);
        }

        /** What becomes of the code, as {@code succession} has it: with no source given. */
        public static Mapping of(String code, String... successors) {
            return new Mapping(
                    Code.of(code), List.of(successors).stream().map(Code::of).toList(), List.of(), null);
        }
    }

    public Succession {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        mappings = List.copyOf(mappings);
        InvalidInputException.unless(!from.equals(to), "to", "succession.itself", from);
        Set<Code> seen = new HashSet<>();
        for (Mapping each : mappings) {
            InvalidInputException.unless(seen.add(each.code()), "mappings", "succession.twice", each.code());
        }
    }

    /** What it says of this old code; empty if it does not speak of it. */
    public Optional<Mapping> of(Code code) {
        return mappings.stream().filter(each -> each.code().equals(code)).findFirst();
    }

    /** The new codes that take the place of this one; possibly none. */
    public List<Code> successors(Code code) {
        return of(code).map(Mapping::successors).orElse(List.of());
    }

    /** The old codes whose place this new one takes. */
    public List<Code> predecessors(Code code) {
        return mappings.stream()
                .filter(each -> each.successors().contains(code))
                .map(Mapping::code)
                .toList();
    }

    /**
     * This succession and the next one as a single one: what takes the place of each old code in the version after the
     * next. An old code of whose successors the next one speaks of none is not spoken of either.
     *
     * @param next from the version that this one leads to
     */
    public Succession then(Succession next) {
        InvalidInputException.unless(to.equals(next.from), "next", "succession.apart", to, next.from);
        List<Mapping> joined = new ArrayList<>();
        for (Mapping each : mappings) {
            List<Mapping> onwards = each.successors().stream()
                    .flatMap(code -> next.of(code).stream())
                    .toList();
            if (onwards.isEmpty() && !each.successors().isEmpty()) continue;
            joined.add(new Mapping(
                    each.code(),
                    onwards.stream()
                            .flatMap(onward -> onward.successors().stream())
                            .distinct()
                            .toList(),
                    each.sources(),
                    each.note()));
        }
        return new Succession(from, next.to, joined, null);
    }

    /** What becomes of this old code. A code that is split counts as split, even if a part is merged with others. */
    public Fate fate(Code code) {
        Optional<Mapping> mapping = of(code);
        if (mapping.isEmpty()) return Fate.UNMAPPED;
        List<Code> successors = mapping.get().successors();
        if (successors.isEmpty()) return Fate.NONE;
        if (successors.size() > 1) return Fate.SPLIT;
        return predecessors(successors.get(0)).size() > 1 ? Fate.MERGE : Fate.ONE_TO_ONE;
    }

    /** The codes of the old version that it does not speak of. */
    public List<Code> unmapped(Framework old) {
        Set<Code> spoken = new HashSet<>();
        mappings.forEach(each -> spoken.add(each.code()));
        return without(old, spoken);
    }

    /** The codes of the new version that take the place of none. */
    public List<Code> newcomers(Framework successor) {
        Set<Code> reached = new HashSet<>();
        mappings.forEach(each -> reached.addAll(each.successors()));
        return without(successor, reached);
    }

    private static List<Code> without(Framework framework, Collection<Code> codes) {
        return framework
                .items()
                .map(Item::code)
                .filter(code -> !codes.contains(code))
                .toList();
    }

    /**
     * Refuses what does not fit the two versions: a code that is not there, a source that is in neither, an assessable
     * code and one that is not in each other's place.
     */
    public void requireFits(Framework old, Framework successor) {
        for (Mapping each : mappings) {
            Item item = require(each.code(), old);
            for (Code code : each.successors()) {
                InvalidInputException.unless(
                        assessable(require(code, successor)) == assessable(item),
                        "mappings",
                        "succession.other-nature",
                        each.code(),
                        code);
            }
            for (String source : each.sources()) {
                InvalidInputException.unless(
                        old.sources().containsKey(source) || successor.sources().containsKey(source),
                        "mappings",
                        "framework.source",
                        source);
            }
        }
    }

    private static Item require(Code code, Framework framework) {
        return framework
                .find(code)
                .orElseThrow(
                        () -> InvalidInputException.because("mappings", "framework.no-code", code, framework.id()));
    }

    private static boolean assessable(Item item) {
        return item instanceof Competency || item instanceof SubCompetency;
    }
}
