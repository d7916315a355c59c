package org.eportfolio.exchange.framework;

import java.util.ArrayList;
import java.util.List;
import org.eportfolio.exchange.LossReport.Loss;
import org.eportfolio.exchange.internal.ExchangeMessages;
import org.eportfolio.framework.Adoption;
import org.eportfolio.framework.Bloc;
import org.eportfolio.framework.Competency;
import org.eportfolio.framework.Framework;
import org.eportfolio.framework.Item;
import org.eportfolio.framework.Knowledge;
import org.eportfolio.framework.SubCompetency;

/** What a framework has and Moodle's fourteen columns have not. */
final class MoodleLosses {
    private final List<Loss> lost = new ArrayList<>();

    private MoodleLosses() {}

    /** @param adoptions the latest first: its scale is written */
    static List<Loss> of(Framework framework, List<Adoption> adoptions) {
        MoodleLosses losses = new MoodleLosses();
        String id = framework.id().toString();
        losses.add("framework", id, "uri", true);
        losses.add("framework", id, "language", true);
        losses.add("framework", id, "licence", framework.licence() != null);
        losses.add("framework", id, "sources", !framework.sources().isEmpty());
        framework.items().forEach(losses::item);
        for (int i = 0; i < adoptions.size(); i++) {
            String adoption = adoptions.get(i).id().toString();
            losses.add("adoption", adoption, "policy", true);
            losses.add("adoption", adoption, i == 0 ? "scale.colours" : "scale", true);
        }
        return losses.lost;
    }

    private void item(Item item) {
        String code = item.code().value();
        if (item instanceof Bloc bloc)
            add("item", code, "variants", !bloc.variants().isEmpty());
        if (item instanceof Knowledge) add("item", code, "nature", true);
        if (item instanceof SubCompetency part) add("item", code, "official", !part.official());
        if (item instanceof Competency competency) {
            add("item", code, "official", !competency.official());
            add("item", code, "variants", !competency.variants().isEmpty());
            add("item", code, "note", competency.note() != null);
        }
    }

    private void add(String kind, String item, String field, boolean there) {
        if (there) lost.add(new Loss(kind, item, field, ExchangeMessages.of("moodle.lost")));
    }
}
