package org.eportfolio.showcase;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eportfolio.Line;
import org.eportfolio.Prose;
import org.eportfolio.dossier.Citation;
import org.eportfolio.dossier.Production;
import org.eportfolio.reflection.Playback;

/**
 * A showcase to be begun, or its new content:
 * {@code NewShowcase.titled("Mon stage").telling("…").showing(map, "Ma première carte").beforeAfter(site, 1, 2, "…")}.
 *
 * @param narrative the learner's story; possibly empty
 * @param exhibits in the order shown
 */
public record NewShowcase(
        @NotNull @Line String title,
        @NotNull @Prose String narrative,
        @NotNull @Size(max = 50) List<@NotNull @Valid Exhibit> exhibits) {
    public NewShowcase {
        exhibits = Objects.requireNonNullElse(exhibits, List.of());
    }

    public static NewShowcase titled(String title) {
        return new NewShowcase(title, "", List.of());
    }

    /** What a showcase holds, to be changed from there. */
    public static NewShowcase of(Showcase showcase) {
        return new NewShowcase(showcase.title(), showcase.narrative(), showcase.exhibits());
    }

    public NewShowcase telling(String story) {
        return new NewShowcase(title, story, exhibits);
    }

    /** Shows the current version of a production. */
    public NewShowcase showing(Production production, String words) {
        return showing(Citation.of(production), words);
    }

    /** Shows one version of a production. */
    public NewShowcase showing(Citation version, String words) {
        return adding(new Exhibit.Single(version.dossier(), version.production(), version.version(), words));
    }

    /** Shows two versions of a production side by side. */
    public NewShowcase beforeAfter(Production production, int before, int after, String words) {
        return adding(new Exhibit.BeforeAfter(production.dossier(), production.id(), before, after, words));
    }

    /** Shows a recording, for as long as its diffusion is authorised. */
    public NewShowcase showing(Playback recording, String words) {
        return adding(new Exhibit.Spoken(recording.dossier(), recording.id(), words));
    }

    /** Shows a production no longer. */
    public NewShowcase without(Production production) {
        return without(each ->
                each instanceof Exhibit.OfProduction of && of.production().equals(production.id()));
    }

    /** Shows a recording no longer. */
    public NewShowcase without(Playback recording) {
        return without(
                each -> each instanceof Exhibit.Spoken of && of.recording().equals(recording.id()));
    }

    private NewShowcase without(Predicate<Exhibit> some) {
        return new NewShowcase(
                title, narrative, exhibits.stream().filter(some.negate()).toList());
    }

    private NewShowcase adding(Exhibit one) {
        return new NewShowcase(
                title,
                narrative,
                Stream.concat(exhibits.stream(), Stream.of(one)).toList());
    }
}
