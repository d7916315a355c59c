package org.eportfolio.exchange.leap2a;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eportfolio.Page;
import org.eportfolio.dossier.Production;
import org.eportfolio.showcase.Exhibit;
import org.eportfolio.showcase.Showcase;

/** Showcases as selections. Each production sits in the first that shows it; the others name it. */
final class LeapShowcases {
    private final LeapEdition edition;
    private final List<Showcase> showcases = new ArrayList<>();

    LeapShowcases(LeapEdition edition) {
        this.edition = edition;
    }

    /** Settles where each production goes; those that others see come first. */
    void choose() {
        List<Showcase> all = Page.all(next -> edition.desk.showcases().list(edition.dossier.id(), next));
        all.stream().filter(Showcase::published).forEach(showcases::add);
        all.stream().filter(each -> !each.published()).forEach(showcases::add);
        Map<UUID, Boolean> carried = new HashMap<>();
        for (Showcase showcase : showcases) {
            for (Exhibit each : showcase.exhibits()) {
                if (each instanceof Exhibit.OfProduction of
                        && carried.computeIfAbsent(of.production().value(), any -> carried(of)))
                    edition.showcases.putIfAbsent(
                            of.production().value(), showcase.id().value());
            }
        }
    }

    /** Whether the feed has it: what is elsewhere, gone or confidential is named only. */
    private boolean carried(Exhibit.OfProduction of) {
        if (!of.dossier().equals(edition.dossier.id())) return false;
        try {
            Production production = edition.desk.productions().get(of.dossier(), of.production());
            return !production.withheld();
        } catch (org.eportfolio.NotFoundException gone) {
            return false;
        }
    }

    void write() throws IOException {
        for (Showcase each : showcases) showcase(each);
    }

    private void showcase(Showcase showcase) throws IOException {
        LeapEntry selection = new LeapEntry(
                        LeapEdition.id(showcase.id().value()), "selection", showcase.title(), showcase.changedAt())
                .in(LeapNames.SELECTION_TYPE, "Blog")
                .in(LeapNames.KIND, "showcase");
        LeapWords text = new LeapWords(edition.words).prose(showcase.narrative());
        for (Exhibit each : showcase.exhibits()) {
            text.prose(each.words());
            UUID shown =
                    each instanceof Exhibit.OfProduction of ? of.production().value() : null;
            if (shown != null && showcase.id().value().equals(edition.showcases.get(shown))) {
                selection.linked("leap2:has_part", LeapEdition.id(shown));
            } else {
                String item = showcase.id() + " " + (shown == null ? "" : shown);
                edition.lost("exhibit", item.strip(), "", "leap2a.lost.exhibit");
            }
        }
        selection.saying(text.html()).write(edition.out);
    }
}
