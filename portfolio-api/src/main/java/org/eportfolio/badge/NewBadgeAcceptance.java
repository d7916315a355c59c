package org.eportfolio.badge;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eportfolio.Line;
import org.eportfolio.dossier.Citation;
import org.eportfolio.dossier.Production;

/**
 * How a learner accepts a badge: {@code NewBadgeAcceptance.as("Emma Exemplaire").citing(map)}. Immutable.
 *
 * @param name under which the badge names them, and nothing else of them: no address and no number
 * @param evidence productions of their own, at most 20
 * @param links pages that they want to stand in the badge, at most 20
 */
public record NewBadgeAcceptance(
        @NotNull @Line @NotBlank(message = "{text.blank}") String name,
        @NotNull @Size(max = 20) List<@NotNull Citation> evidence,
        @NotNull @Size(max = 20) List<@NotNull @Valid NewLink> links) {
    /** A page elsewhere, by its https address. */
    public record NewLink(
            @NotNull @Line @NotBlank(message = "{text.blank}")
            String title,

            @NotNull URI address) {}

    public NewBadgeAcceptance {
        evidence = Objects.requireNonNullElse(evidence, List.of());
        links = Objects.requireNonNullElse(links, List.of());
    }

    public static NewBadgeAcceptance as(String name) {
        return new NewBadgeAcceptance(name, List.of(), List.of());
    }

    /** With these productions as they stand. */
    public NewBadgeAcceptance citing(Production... productions) {
        return new NewBadgeAcceptance(
                name,
                Stream.concat(evidence.stream(), Stream.of(productions).map(Citation::of))
                        .toList(),
                links);
    }

    public NewBadgeAcceptance linking(String title, URI address) {
        return new NewBadgeAcceptance(
                name,
                evidence,
                Stream.concat(links.stream(), Stream.of(new NewLink(title, address)))
                        .toList());
    }
}
