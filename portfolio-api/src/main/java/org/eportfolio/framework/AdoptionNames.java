package org.eportfolio.framework;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eportfolio.InvalidInputException;
import org.eportfolio.id.AdoptionId;
import org.jspecify.annotations.Nullable;

/**
 * What people call a school's adoptions: the framework, and where several would be called so, the scale, the year of the
 * adoption and the level policy, as much of it as is needed to distinguish them, such as {@code mc-sno@2020} or
 * {@code mc-sno@2020, four-steps}. Immutable and thread-safe.
 *
 * <pre>{@code
 * AdoptionNames names = head.frameworks().names();
 * Matrix matrix = head.progress().matrix(cohort, names.require("four-steps").id());
 * }</pre>
 */
public final class AdoptionNames {
    private final List<Adoption> adoptions;
    private final ZoneId zone;

    /** @param zone in which the year of an adoption is meant */
    public AdoptionNames(List<Adoption> adoptions, ZoneId zone) {
        this.adoptions = List.copyOf(adoptions);
        this.zone = zone;
    }

    /** All names, in the order of the adoptions. */
    public List<String> all() {
        return adoptions.stream().map(this::of).toList();
    }

    /** All names in one line; between semicolons, since names have commas in them. */
    public String listed() {
        return names(adoptions.stream());
    }

    /** The names of these adoptions in one line, in the order of all. */
    public String listed(Set<AdoptionId> some) {
        return names(adoptions.stream().filter(each -> some.contains(each.id())));
    }

    private String names(Stream<Adoption> some) {
        return some.map(this::of).collect(Collectors.joining("; "));
    }

    /** The shortest name that distinguishes this adoption from the others. */
    public String of(Adoption adoption) {
        List<String> parts = parts(adoption);
        return IntStream.rangeClosed(1, parts.size())
                .mapToObj(many -> parts.subList(0, many))
                .filter(some -> adoptions.stream()
                                .filter(each ->
                                        parts(each).subList(0, some.size()).equals(some))
                                .count()
                        <= 1)
                .findFirst()
                .map(some -> String.join(", ", some))
                .orElseGet(() -> String.join(", ", parts));
    }

    /**
     * The adoptions that a name fits. Each of its words is the framework with or without its version, the id or the title
     * of the scale, the year or the policy, in whichever case; commas stand where one likes.
     *
     * @param name {@code null} for all
     */
    public List<Adoption> fitting(@Nullable String name) {
        if (name == null) return adoptions;
        return adoptions.stream().filter(each -> fits(each, name)).toList();
    }

    /**
     * The one adoption that a name fits; a school with one never has to say it.
     *
     * @param name {@code null} for the only one that there is
     * @throws InvalidInputException where none or several fit; it lists the names
     */
    public Adoption require(@Nullable String name) {
        InvalidInputException.unless(!adoptions.isEmpty(), "adoption", "adoption.none");
        List<Adoption> fitting = fitting(name);
        if (fitting.size() == 1) return fitting.get(0);
        if (name == null) throw InvalidInputException.because("adoption", "adoption.which", listed());
        throw fitting.isEmpty()
                ? InvalidInputException.because("adoption", "adoption.unknown", name, listed())
                : InvalidInputException.because("adoption", "adoption.ambiguous", name, names(fitting.stream()));
    }

    private List<String> parts(Adoption adoption) {
        return List.of(
                adoption.framework().toString(),
                adoption.scale().id(),
                String.valueOf(adoption.adoptedAt().atZone(zone).getYear()),
                adoption.policy());
    }

    private boolean fits(Adoption adoption, String name) {
        List<String> known = Stream.concat(
                        parts(adoption).stream(),
                        Stream.of(adoption.framework().name(), adoption.scale().title()))
                .map(AdoptionNames::plain)
                .toList();
        return known.contains(plain(name))
                || Arrays.stream(name.split(","))
                        .map(AdoptionNames::plain)
                        .filter(each -> !each.isEmpty())
                        .allMatch(each -> known.contains(each) || allOf(each, known));
    }

    private static boolean allOf(String words, List<String> known) {
        return Arrays.stream(words.split(" ")).allMatch(known::contains);
    }

    private static String plain(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("\\s++"))
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
