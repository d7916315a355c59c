package org.eportfolio.dossier;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eportfolio.InputBounds;
import org.eportfolio.Line;
import org.eportfolio.Prose;
import org.eportfolio.framework.Code;
import org.jspecify.annotations.Nullable;

/**
 * A production to be added, or the new content of one: {@code NewProduction.titled("Carte mentale").showing("C3.1")}. A
 * title is enough to capture one. Immutable; each method answers a new value.
 */
public record NewProduction(
        @NotNull @Line String title,
        @NotNull @Prose String description,
        @NotNull @Size(max = 50) List<@NotNull Code> competencies,
        @NotNull @Size(max = 100) List<@NotNull @Valid NewAttachment> attachments,
        @NotNull @Size(max = 100) List<Piece.@NotNull @Valid Link> links,
        @NotNull @Size(max = 100) List<@NotNull @Prose String> texts,

        @Nullable @Pattern(regexp = InputBounds.LANGUAGE_TAG, message = "{language.tag}")
        String language,

        @Nullable @Valid Setting setting,
        boolean confidential,
        @Nullable @Valid HelpStatement helpStated) {
    public NewProduction {
        competencies = Objects.requireNonNullElse(competencies, List.of());
        attachments = Objects.requireNonNullElse(attachments, List.of());
        links = Objects.requireNonNullElse(links, List.of());
        texts = Objects.requireNonNullElse(texts, List.of());
    }

    public static NewProduction titled(String title) {
        return new NewProduction(title, "", List.of(), List.of(), List.of(), List.of(), null, null, false, null);
    }

    public NewProduction describedAs(String text) {
        return new NewProduction(
                title, text, competencies, attachments, links, texts, language, setting, confidential, helpStated);
    }

    /** Shows these competencies or sub-competencies, besides those named before. */
    public NewProduction showing(String... codes) {
        return new NewProduction(
                title,
                description,
                Stream.concat(competencies.stream(), Stream.of(codes).map(Code::of))
                        .toList(),
                attachments,
                links,
                texts,
                language,
                setting,
                confidential,
                helpStated);
    }

    public NewProduction attaching(Path file) {
        return attaching(NewAttachment.of(file));
    }

    public NewProduction attaching(NewAttachment attachment) {
        return new NewProduction(
                title,
                description,
                competencies,
                added(attachments, attachment),
                links,
                texts,
                language,
                setting,
                confidential,
                helpStated);
    }

    public NewProduction linking(URI target, @Nullable String linkTitle) {
        return new NewProduction(
                title,
                description,
                competencies,
                attachments,
                added(links, new Piece.Link(target, linkTitle)),
                texts,
                language,
                setting,
                confidential,
                helpStated);
    }

    public NewProduction writing(String text) {
        return new NewProduction(
                title,
                description,
                competencies,
                attachments,
                links,
                added(texts, text),
                language,
                setting,
                confidential,
                helpStated);
    }

    /** The language of the production, as a BCP 47 tag. */
    public NewProduction in(String tag) {
        return new NewProduction(
                title, description, competencies, attachments, links, texts, tag, setting, confidential, helpStated);
    }

    public NewProduction livedIn(Setting situation) {
        return new NewProduction(
                title,
                description,
                competencies,
                attachments,
                links,
                texts,
                language,
                situation,
                confidential,
                helpStated);
    }

    /** Shows a company's matters: never shared or sealed until cleared. */
    public NewProduction confidentialToTheCompany() {
        return new NewProduction(
                title, description, competencies, attachments, links, texts, language, setting, true, helpStated);
    }

    /** What help there was, also when there was none. */
    public NewProduction stating(HelpStatement help) {
        return new NewProduction(
                title, description, competencies, attachments, links, texts, language, setting, confidential, help);
    }

    private static <T> List<T> added(List<T> list, T one) {
        return Stream.concat(list.stream(), Stream.of(one)).toList();
    }
}
