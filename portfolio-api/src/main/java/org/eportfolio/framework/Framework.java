package org.eportfolio.framework;

import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.eportfolio.InvalidInputException;
import org.eportfolio.Line;
import org.jspecify.annotations.Nullable;

/**
 * One version of a framework: bloc, competency, sub-competency, knowledge. Immutable; once published under its identity
 * the content can never be another.
 *
 * @param language BCP 47 tag of the texts, such as {@code fr}
 * @param licence under which the texts may be reused; {@code null} where the source does not say
 * @param uri stable and globally unique
 * @param notes what the whole leaves open, for readers
 * @param sources what the keys in the items mean
 */
public record Framework(
        FrameworkId id,
        String title,
        String language,
        @Nullable String licence,
        URI uri,
        List<String> notes,
        Map<String, Source> sources,
        List<Bloc> blocs) {
    private static final int LONGEST_TITLE = 500;
    private static final int LONGEST_LABEL = 2_000;

    public Framework {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(uri, "uri");
        notes = List.copyOf(notes);
        sources = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(sources));
        blocs = List.copyOf(blocs);
        text("title", title, LONGEST_TITLE);
        Map<Code, String> seen = new HashMap<>();
        items(blocs).forEach(item -> text(item.code().value(), item.label(), LONGEST_LABEL));
        for (Item item : items(blocs).toList()) {
            String earlier = seen.put(item.code(), item.label());
            InvalidInputException.unless(earlier == null, item.code().value(), "framework.code-twice", item.code());
            for (String source : item.sources()) {
                InvalidInputException.unless(
                        sources.containsKey(source), item.code().value(), "framework.source", source);
            }
        }
        for (Bloc bloc : blocs) {
            for (Knowledge knowledge : bloc.knowledge()) {
                for (Code code : knowledge.competencies()) {
                    InvalidInputException.unless(
                            seen.containsKey(code), knowledge.code().value(), "framework.no-code", code, id);
                }
            }
        }
    }

    private static void text(String path, String text, int longest) {
        InvalidInputException.unless(!text.isBlank(), path, "text.blank");
        InvalidInputException.unless(text.length() <= longest, path, "text.too-long", longest, text.length());
        InvalidInputException.unless(Line.Check.harmless(text), path, "text.control");
    }

    private static Stream<Item> items(List<Bloc> blocs) {
        return blocs.stream()
                .flatMap(bloc -> Stream.concat(
                        Stream.of(bloc),
                        Stream.concat(
                                bloc.competencies().stream()
                                        .flatMap(each ->
                                                Stream.concat(Stream.of(each), each.subCompetencies().stream())),
                                bloc.knowledge().stream())));
    }

    /** Everything that has a code, in the order of the source. */
    public Stream<Item> items() {
        return items(blocs);
    }

    /** All competencies, in the order of the source. */
    public List<Competency> competencies() {
        return blocs.stream().flatMap(bloc -> bloc.competencies().stream()).toList();
    }

    /** The item with this code; empty if there is none. */
    public Optional<Item> find(Code code) {
        return items().filter(item -> item.code().equals(code)).findFirst();
    }

    /** The bloc that this competency or sub-competency belongs to. */
    public Optional<Bloc> blocOf(Code code) {
        return blocs.stream()
                .filter(bloc ->
                        items(List.of(bloc)).anyMatch(item -> item.code().equals(code)))
                .findFirst();
    }

    /** The competency or sub-competency with this code, or a refusal that names code and framework. */
    public Item assessable(Code code) {
        Item item = find(code).orElse(null);
        InvalidInputException.unless(item != null, "competency", "framework.no-code", code, id);
        InvalidInputException.unless(
                item instanceof Competency || item instanceof SubCompetency,
                "competency",
                "framework.not-assessable",
                code);
        return Objects.requireNonNull(item);
    }
}
