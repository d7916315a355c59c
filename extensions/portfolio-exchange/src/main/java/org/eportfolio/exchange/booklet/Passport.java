package org.eportfolio.exchange.booklet;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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
import org.eportfolio.exchange.internal.Markup;
import org.eportfolio.exchange.internal.MissionTitles;
import org.eportfolio.exchange.internal.Wording;
import org.eportfolio.framework.Adoption;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.Framework;
import org.eportfolio.framework.Item;
import org.eportfolio.guidance.WorkplacePeriod;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.DossierId;
import org.eportfolio.reflection.MissionReport;
import org.eportfolio.reflection.Reflection;
import org.jspecify.annotations.Nullable;

/**
 * The professional passport (<em>passeport professionnel</em>): which situations a learner lived, at school and at work,
 * competency by competency. It states no level and no judgement: these stand in the booklet and in the statement.
 */
final class Passport {
    private static final List<String> NEVER = List.of("levels", "files", "others");

    /** One situation: what the learner did in it, and which competencies it called for. */
    private record Lived(
            String what,
            String title,
            String words,
            Instant at,
            @Nullable Setting setting,
            Set<Code> codes) {}

    private final Edition edition;
    private final Works works;
    private final List<Lived> situations = new ArrayList<>();
    private final Map<UUID, Set<Code>> shown = new HashMap<>();

    private Passport(Edition edition, Works works) {
        this.edition = edition;
        this.works = works;
    }

    /** Writes the page, and no file beside it; gives back what it does not carry. */
    static List<Loss> write(
            Desk desk, DossierId id, Path page, boolean asFolder, Locale language, ProgressListener following)
            throws IOException {
        Dossier dossier = desk.dossiers().get(id);
        Wording words = new Wording(language, desk.clock().getZone(), asFolder);
        String learner = desk.people().named(List.of(dossier.learner())).getOrDefault(dossier.learner(), "");
        String title = words.say("booklet.passport", learner);
        String style = Wording.style(asFolder ? "screen.css" : "paper.css");
        try (Markup out = Markup.page(page, words.language(), title, style)) {
            Edition edition = new Edition(desk, dossier, out, words, asFolder, following);
            new Passport(edition, new Works(edition, null, MissionTitles.of(desk, id))).write(title);
            return edition.losses();
        }
    }

    private void write(String title) throws IOException {
        Map<AdoptionId, Adoption> adoptions = new HashMap<>();
        edition.desk.frameworks().adoptions().forEach(each -> adoptions.put(each.id(), each));
        List<Framework> frameworks = new ArrayList<>();
        for (AdoptionId each : edition.dossier.adoptions().toList()) {
            Adoption adoption = adoptions.get(each);
            if (adoption != null) frameworks.add(edition.desk.frameworks().get(adoption.framework()));
        }
        gather();
        cover(title, frameworks);
        edition.out.open("main", "id", "main");
        edition.part("passport-periods", this::periods);
        Set<Code> listed = new HashSet<>();
        edition.part("passport-competencies", () -> {
            for (Framework each : frameworks) competencies(each, listed);
            if (listed.isEmpty()) edition.out.element("p", edition.say("booklet.none"), "class", "quiet");
        });
        List<Lived> others = situations.stream()
                .filter(each -> each.codes().stream().noneMatch(listed::contains))
                .toList();
        if (!others.isEmpty()) edition.part("passport-others", () -> byPlace(others, "h3"));
        for (String each : NEVER) {
            edition.lost(new Loss(each, "", "", ExchangeMessages.of("booklet.lost.passport-" + each)));
        }
        edition.out.end();
    }

    private void cover(String title, List<Framework> frameworks) throws IOException {
        Markup out = edition.out;
        out.element("a", edition.say("booklet.skip"), "class", "skip", "href", "#main");
        out.open("header", "class", "cover").element("p", edition.say("booklet.passport.kind"), "class", "kind");
        out.element("h1", title);
        for (Framework each : frameworks) {
            out.element("p", each.title(), "class", "framework", "lang", each.language());
        }
        edition.fact("booklet.state", edition.words.day(edition.desk.clock().instant()));
        edition.fact("booklet.handle-with-care");
        out.end();
    }

    /** Productions first: reflections and reports show what those show that they cite. */
    private void gather() throws IOException {
        collect(
                "production",
                () -> edition.pages(
                        next -> edition.desk.productions().list(edition.dossier.id(), next), this::production));
        collect(
                "reflection",
                () -> edition.pages(
                        next -> edition.desk.reflections().list(edition.dossier.id(), next), this::reflection));
        collect(
                "report",
                () -> edition.pages(next -> edition.desk.reports().list(edition.dossier.id(), next), this::report));
        situations.sort(Comparator.comparing(Lived::at));
    }

    private void collect(String kind, Edition.Part part) throws IOException {
        try {
            part.write();
        } catch (DeniedException e) {
            edition.lost(new Loss(kind, "", "", e.reason()));
        }
    }

    private void production(Production production) {
        if (production.withheld()) {
            String id = production.id().toString();
            edition.lost(new Loss("production", id, "", ExchangeMessages.of("booklet.lost.confidential")));
            return;
        }
        Version version = production.current();
        Set<Code> codes = new LinkedHashSet<>(version.competencies());
        shown.put(production.id().value(), codes);
        situations.add(new Lived(
                "production", version.title(), version.description(), version.at(), version.setting(), codes));
    }

    private void reflection(Reflection reflection) {
        Reflection.Version current = reflection.current();
        situations.add(new Lived(
                "reflection", reflection.action(), "", current.at(), reflection.setting(), codes(current.evidence())));
    }

    private void report(MissionReport report) {
        MissionReport.Version said = report.current();
        situations.add(new Lived(
                "report", report.mission(), said.done(), said.at(), report.setting(), codes(said.evidence())));
    }

    private Set<Code> codes(List<Evidence> evidence) {
        Set<Code> codes = new LinkedHashSet<>();
        for (Evidence each : evidence)
            codes.addAll(shown.getOrDefault(each.production().value(), Set.of()));
        return codes;
    }

    private void periods() throws IOException {
        edition.each(next -> edition.desk.tutoring().list(edition.dossier.id(), next), this::period);
    }

    private void period(WorkplacePeriod period) throws IOException {
        edition.out.open("article").element("h3", period.employer(), "dir", "auto");
        edition.fact("leap2a.period", edition.words.day(period.from()), edition.words.day(period.until()));
        edition.out.end();
    }

    private void competencies(Framework framework, Set<Code> listed) throws IOException {
        for (Item item : framework.items().toList()) {
            List<Lived> here = situations.stream()
                    .filter(each -> each.codes().contains(item.code()))
                    .toList();
            if (here.isEmpty()) continue;
            listed.add(item.code());
            Markup out = edition.out;
            out.element("h3", item.code() + " " + item.label(), "lang", framework.language());
            byPlace(here, "h4");
        }
    }

    private void byPlace(List<Lived> all, String heading) throws IOException {
        for (String place : List.of("school", "work", "elsewhere")) {
            List<Lived> there =
                    all.stream().filter(each -> place(each).equals(place)).toList();
            if (there.isEmpty()) continue;
            edition.out.element(heading, edition.say("booklet.passport." + place));
            for (Lived each : there) situation(each);
        }
    }

    private static String place(Lived lived) {
        if (lived.setting() instanceof Setting.Workplace) return "work";
        return lived.setting() instanceof Setting.Mission ? "school" : "elsewhere";
    }

    private void situation(Lived lived) throws IOException {
        Markup out = edition.out;
        out.open("article", "class", "work");
        out.open("p").element("strong", lived.title(), "dir", "auto").end();
        edition.fact("booklet.passport." + lived.what(), edition.words.day(lived.at()));
        if (lived.setting() != null) works.lived(lived.setting());
        out.prose(lived.words()).end();
    }
}
