package org.eportfolio.exchange.booklet;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.eportfolio.DeniedException;
import org.eportfolio.ProgressListener;
import org.eportfolio.core.Desk;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.dossier.Evidence;
import org.eportfolio.dossier.Production;
import org.eportfolio.dossier.Setting;
import org.eportfolio.dossier.Version;
import org.eportfolio.exchange.LossReport.Loss;
import org.eportfolio.exchange.internal.ExchangeMessages;
import org.eportfolio.exchange.internal.Pages;
import org.eportfolio.framework.Adoption;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.Framework;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.DossierId;
import org.eportfolio.reflection.MissionReport;
import org.eportfolio.reflection.Reflection;
import org.jspecify.annotations.Nullable;

/** The situations that a learner lived, as their productions, reflections and reports tell them. One for each writing. */
final class Situations {
    /** Where situations are lived, in the order in which they are shown. */
    static final List<String> PLACES = List.of("school", "work", "elsewhere");

    /**
     * One situation.
     *
     * @param what tells of it: production, reflection or report
     * @param words of the learner that may be shown; empty for none
     * @param codes of the competencies that it called for
     */
    record Lived(
            String what,
            String title,
            String words,
            Instant at,
            @Nullable Setting setting,
            Set<Code> codes) {
        /** One of {@link #PLACES}. */
        String place() {
            if (setting instanceof Setting.Workplace) return "work";
            return setting instanceof Setting.Mission ? "school" : "elsewhere";
        }
    }

    private final Desk desk;
    private final DossierId dossier;
    private final ProgressListener progress;
    private final Consumer<Loss> losses;
    private final List<Lived> all = new ArrayList<>();
    private final Map<UUID, Set<Code>> shown = new HashMap<>();
    private long done;

    private Situations(Desk desk, DossierId dossier, ProgressListener progress, Consumer<Loss> losses) {
        this.desk = desk;
        this.dossier = dossier;
        this.progress = progress;
        this.losses = losses;
    }

    /** Those that the reader may see, the oldest first; what stays out goes to the losses. */
    static List<Lived> of(Desk desk, DossierId dossier, ProgressListener progress, Consumer<Loss> losses)
            throws IOException {
        Situations situations = new Situations(desk, dossier, progress, losses);
        situations.gather();
        return situations.all;
    }

    /** The frameworks that a dossier is under, in the order of its adoptions. */
    static List<Framework> frameworks(Desk desk, Dossier dossier) {
        Map<AdoptionId, Adoption> adoptions = new HashMap<>();
        desk.frameworks().adoptions().forEach(each -> adoptions.put(each.id(), each));
        return dossier.adoptions()
                .map(adoptions::get)
                .filter(Objects::nonNull)
                .map(each -> desk.frameworks().get(each.framework()))
                .toList();
    }

    private interface Part {
        void read() throws IOException;
    }

    /** Productions first: reflections and reports show what those show that they cite. */
    private void gather() throws IOException {
        collect("production", () -> pages(next -> desk.productions().list(dossier, next), this::production));
        collect("reflection", () -> pages(next -> desk.reflections().list(dossier, next), this::reflection));
        collect("report", () -> pages(next -> desk.reports().list(dossier, next), this::report));
        all.sort(Comparator.comparing(Lived::at));
    }

    private <T> void pages(Pages<T> pages, Consumer<T> each) throws IOException {
        Pages.each(pages, item -> {
            each.accept(item);
            progress.at(++done, -1);
        });
    }

    private void collect(String kind, Part part) throws IOException {
        try {
            part.read();
        } catch (DeniedException e) {
            losses.accept(new Loss(kind, "", "", e.reason()));
        }
    }

    private void production(Production production) {
        if (production.withheld()) {
            String id = production.id().toString();
            losses.accept(new Loss("production", id, "", ExchangeMessages.of("booklet.lost.confidential")));
            return;
        }
        Version version = production.current();
        Set<Code> codes = new LinkedHashSet<>(version.competencies());
        shown.put(production.id().value(), codes);
        all.add(new Lived(
                "production", version.title(), version.description(), version.at(), version.setting(), codes));
    }

    private void reflection(Reflection reflection) {
        Reflection.Version current = reflection.current();
        Set<Code> codes = codes(current.evidence());
        all.add(new Lived("reflection", reflection.action(), "", current.at(), reflection.setting(), codes));
    }

    private void report(MissionReport report) {
        MissionReport.Version said = report.current();
        Set<Code> codes = codes(said.evidence());
        all.add(new Lived("report", report.mission(), said.done(), said.at(), report.setting(), codes));
    }

    private Set<Code> codes(List<Evidence> evidence) {
        Set<Code> codes = new LinkedHashSet<>();
        for (Evidence each : evidence)
            codes.addAll(shown.getOrDefault(each.production().value(), Set.of()));
        return codes;
    }
}
