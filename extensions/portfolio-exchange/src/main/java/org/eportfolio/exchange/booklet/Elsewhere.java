package org.eportfolio.exchange.booklet;

import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eportfolio.NotFoundException;
import org.eportfolio.PageRequest;
import org.eportfolio.archive.Arrival;
import org.eportfolio.assessment.Assessment;
import org.eportfolio.assessment.Outcome;
import org.eportfolio.assessment.Perspective;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.exchange.internal.Markup;
import org.eportfolio.framework.Adoption;
import org.eportfolio.framework.Framework;
import org.eportfolio.framework.Level;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.PersonId;

/** What other schools wrote of the learner: shown as it was there, counted nowhere. */
record Elsewhere(Edition edition, List<Arrival> arrivals) {
    private static final List<String> COLUMNS = List.of(
            "booklet.history.competency",
            "booklet.perspective",
            "booklet.level",
            "booklet.day",
            "booklet.by",
            "booklet.history.role");

    /** The learner's history, as far as the reader may see it. */
    static List<Arrival> of(PersonId learner, org.eportfolio.core.Desk desk) {
        try {
            return desk.dossiers().earlier(learner);
        } catch (NotFoundException notForTheReader) {
            return List.of();
        }
    }

    void write() throws IOException {
        edition.out.element("p", edition.say("booklet.history.read-only"), "class", "quiet");
        for (Arrival each : arrivals) {
            if (!each.dossier().equals(edition.dossier.id())) history(each);
        }
    }

    private void history(Arrival arrival) throws IOException {
        Dossier dossier = edition.desk.dossiers().get(arrival.dossier());
        LocalDate today = edition.words.date(edition.desk.clock().instant());
        Map<AdoptionId, Adoption> adoptions = new HashMap<>();
        for (AdoptionId each : dossier.adoptions().toList()) {
            Adoption adoption =
                    edition.desk.progress().of(dossier.id(), each, today).adoption();
            adoptions.put(each, adoption);
            heading(adoption);
        }
        origin(edition, arrival);
        table(dossier, adoptions);
    }

    /** Where a dossier comes from, and whether it can be trusted to be as it was there. */
    static void origin(Edition edition, Arrival arrival) throws IOException {
        if (arrival.school() != null) edition.fact("booklet.history.school", arrival.school());
        Arrival.Beyond beyond = arrival.beyond();
        if (beyond != null && beyond.entries() == 0) {
            edition.fact("booklet.history.beside", edition.words.day(arrival.at()));
            return;
        }
        if (beyond != null) {
            edition.fact("booklet.history.beyond", edition.words.day(arrival.at()), beyond.proven(), beyond.entries());
            return;
        }
        edition.fact(
                arrival.verified() ? "booklet.history.came" : "booklet.history.unverified",
                edition.words.day(arrival.at()));
    }

    private void heading(Adoption adoption) throws IOException {
        Framework framework = edition.desk.frameworks().get(adoption.framework());
        edition.out.element("h3", framework.title(), "lang", framework.language());
        edition.fact(
                "booklet.history.from",
                adoption.framework(),
                String.valueOf(edition.words.date(adoption.adoptedAt()).getYear()));
        edition.out.element(
                "p",
                edition.say("booklet.scale") + " "
                        + adoption.scale().levels().stream()
                                .map(each -> edition.words.level(null, each))
                                .collect(Collectors.joining(edition.say("booklet.scale.rising"))));
    }

    private void table(Dossier dossier, Map<AdoptionId, Adoption> adoptions) throws IOException {
        Markup out = edition.out;
        out.open("table").element("caption", edition.say("booklet.history.table"));
        out.open("thead").open("tr");
        for (String each : COLUMNS) out.element("th", edition.say(each), "scope", "col");
        out.end().end().open("tbody");
        PageRequest next = PageRequest.first(100);
        while (next != null) {
            var page = edition.desk.assessments().list(dossier.id(), next);
            edition.named(page.items().stream()
                    .filter(each -> each.perspective() != Perspective.PEER)
                    .map(Assessment::author)
                    .toList());
            for (Assessment each : page.items()) {
                Adoption adoption = adoptions.get(each.adoption());
                if (adoption != null && each.outcome() != Outcome.RETRACTED) row(each, adoption);
            }
            next = page.next();
        }
        out.end().end();
    }

    private void row(Assessment of, Adoption adoption) throws IOException {
        Markup out = edition.out;
        Level level =
                of.level() == null ? null : adoption.scale().find(of.level()).orElse(null);
        boolean peers = of.perspective() == Perspective.PEER;
        out.open("tr").element("th", of.competency().value(), "scope", "row");
        out.element("td", edition.words.name(of.perspective()));
        out.element("td", edition.words.level(of.outcome(), level));
        out.element("td", edition.words.day(of.observedOn()), "class", "day");
        out.element("td", peers ? edition.say("booklet.a-peer") : edition.name(of.author()), "class", "by");
        out.element("td", edition.words.name(of.role())).end();
    }
}
