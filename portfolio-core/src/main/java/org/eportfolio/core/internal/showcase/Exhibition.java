package org.eportfolio.core.internal.showcase;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eportfolio.NotFoundException;
import org.eportfolio.core.internal.dossier.ProductionAuthors;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.ReflectionKinds;
import org.eportfolio.core.internal.reflection.ReadableRecordings;
import org.eportfolio.core.internal.reflection.RecordingVisibility;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.Production;
import org.eportfolio.dossier.Version;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.ProductionId;
import org.eportfolio.id.RecordingId;
import org.eportfolio.id.ReflectionId;
import org.eportfolio.reflection.Playback;
import org.eportfolio.reflection.Reflection;
import org.eportfolio.showcase.Displayed;
import org.eportfolio.showcase.Exhibit;
import org.eportfolio.showcase.Showcase;
import org.eportfolio.spi.Scope;

/**
 * A learner's exhibits beside what they speak of. Four readings, however many. What others may see of a production or a
 * recording is decided here and nowhere else.
 */
public record Exhibition(
        PersonId owner,
        List<Exhibit> exhibits,
        Map<ProductionId, Production> productions,
        ProductionAuthors makers,
        Map<RecordingId, Playback> recordings) {
    public static Exhibition of(List<Exhibit> exhibits, PersonId owner, LocalDate today, Work work) {
        List<Exhibit.OfProduction> made =
                only(Exhibit.OfProduction.class, exhibits).toList();
        ProductionAuthors makers = ProductionAuthors.of(
                made.stream().map(Exhibit.OfProduction::production).toList(), work);
        Set<Scope> scopes =
                made.stream().map(each -> DossierKinds.scope(each.dossier())).collect(Collectors.toSet());
        Map<ProductionId, Production> productions = new HashMap<>();
        for (Production each : work.among(DossierKinds.PRODUCTION, scopes)) {
            if (makers.isMadeBy(owner, each)) productions.put(each.id(), each);
        }
        Map<RecordingId, DossierId> spoken = new HashMap<>();
        only(Exhibit.Spoken.class, exhibits).forEach(each -> spoken.put(each.recording(), each.dossier()));
        return new Exhibition(
                owner, exhibits, productions, makers, RecordingVisibility.elsewhere(owner, spoken, today, work));
    }

    public static Exhibition of(Showcase showcase, LocalDate today, Work work) {
        return of(showcase.exhibits(), showcase.owner(), today, work);
    }

    private static <T> Stream<T> only(Class<T> kind, List<Exhibit> exhibits) {
        return exhibits.stream().filter(kind::isInstance).map(kind::cast);
    }

    /**
     * Refuses an exhibit of what the learner did not make, of a version that there is not, of a recording of a reflection
     * that is not shared with the team, or of what is heard and has no captions and transcript. One reading.
     */
    public void require(Work work) {
        only(Exhibit.OfProduction.class, exhibits).forEach(each -> {
            Production production = productions.get(each.production());
            if (production == null || !production.dossier().equals(each.dossier())) {
                throw new NotFoundException("production", each.production());
            }
            each.versions()
                    .mapToObj(production::version)
                    .forEach(version -> ReadableRecordings.require("exhibits", version));
        });
        List<Exhibit.Spoken> spoken = only(Exhibit.Spoken.class, exhibits).toList();
        Set<ReflectionId> shared = work
                .among(
                        ReflectionKinds.REFLECTION,
                        spoken.stream()
                                .map(each -> DossierKinds.scope(each.dossier()))
                                .collect(Collectors.toSet()))
                .stream()
                .map(Reflection::id)
                .collect(Collectors.toSet());
        for (Exhibit.Spoken each : spoken) {
            Playback recording = recordings.get(each.recording());
            if (recording == null || !shared.contains(recording.reflection())) {
                throw new NotFoundException("recording", each.recording());
            }
            ReadableRecordings.require("exhibits", recording);
        }
    }

    /** The titles of the productions that no one outside may see for now. */
    public List<String> withheld() {
        return only(Exhibit.OfProduction.class, exhibits)
                .flatMap(each -> Stream.ofNullable(productions.get(each.production())))
                .filter(Production::withheld)
                .map(Production::title)
                .toList();
    }

    /** The names of the recordings of which no one outside may hear or read anything for now. */
    public List<String> unauthorised() {
        return only(Exhibit.Spoken.class, exhibits)
                .flatMap(each -> Stream.ofNullable(recordings.get(each.recording())))
                .filter(each -> each.transcript() == null)
                .map(Playback::name)
                .toList();
    }

    /** What others see: nothing that is gone since, nothing withheld. */
    public Displayed displayed(Showcase showcase) {
        return new Displayed(showcase.title(), showcase.narrative(), null, items());
    }

    /** The same, exhibit by exhibit. */
    public List<Displayed.Item> items() {
        List<Displayed.Item> items = new ArrayList<>();
        for (Exhibit each : exhibits) {
            if (each instanceof Exhibit.OfProduction of) made(of).ifPresent(items::add);
            else if (each instanceof Exhibit.Spoken of) spoken(of).ifPresent(items::add);
        }
        return items;
    }

    private Optional<Displayed.Item> made(Exhibit.OfProduction exhibit) {
        Production production = productions.get(exhibit.production());
        if (production == null || production.withheld()) return Optional.empty();
        List<Version> versions =
                exhibit.versions().mapToObj(production::version).toList();
        int others = makers.others(owner, production.id()).size();
        Displayed.Part part = others == 0
                ? null
                : new Displayed.Part(
                        others,
                        versions.get(versions.size() - 1).contributionOf(owner).orElse(null));
        return Optional.of(new Displayed.Made(
                exhibit.words(),
                versions.stream()
                        .map(Version::withoutContributions)
                        .map(Version::withoutHelpers)
                        .toList(),
                part));
    }

    private Optional<Displayed.Item> spoken(Exhibit.Spoken exhibit) {
        Playback recording = recordings.get(exhibit.recording());
        if (recording == null) return Optional.empty();
        String transcript = recording.transcript();
        if (transcript == null) return Optional.empty();
        return Optional.of(new Displayed.Spoken(
                exhibit.words(),
                recording.name(),
                recording.mediaType(),
                recording.seconds(),
                recording.content(),
                recording.captions(),
                transcript,
                recording.preview()));
    }
}
