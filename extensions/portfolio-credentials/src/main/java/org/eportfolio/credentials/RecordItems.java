package org.eportfolio.credentials;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eportfolio.badge.BadgeStatement;
import org.eportfolio.badge.IssuedBadge;
import org.eportfolio.badge.IssuedBadge.CoveredItem;
import org.eportfolio.core.Desk;
import org.eportfolio.exchange.LossReport.Loss;
import org.eportfolio.framework.Adoption;
import org.eportfolio.framework.Bloc;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.Competency;
import org.eportfolio.framework.Crosswalk;
import org.eportfolio.framework.Framework;
import org.eportfolio.framework.FrameworkId;
import org.eportfolio.framework.Item;
import org.eportfolio.framework.SubCompetency;
import org.eportfolio.id.AdoptionId;

/**
 * The items of frameworks that badges are about: the competency that a sub-competency is part of, and what a crosswalk puts
 * beside them. Never a bloc: a record of achievements that lists one could be read as saying that it is acquired (code de
 * l'éducation, D337-150). Made for one record; not thread-safe.
 */
final class RecordItems {
    private final Desk desk;
    private final Locale language;
    private final Map<AdoptionId, FrameworkId> adopted = new HashMap<>();
    private final Map<FrameworkId, Framework> frameworks = new HashMap<>();
    private final Map<FrameworkId, List<Crosswalk>> crosswalks = new HashMap<>();
    private final Map<String, Achievement> items = new LinkedHashMap<>();
    private final Set<AchievementLink> links = new LinkedHashSet<>();
    private final Set<Loss> losses = new LinkedHashSet<>();

    RecordItems(Desk desk, Locale language) {
        this.desk = desk;
        this.language = language;
        for (Adoption each : desk.frameworks().adoptions()) adopted.put(each.id(), each.framework());
    }

    List<Achievement> items() {
        return List.copyOf(items.values());
    }

    List<AchievementLink> links() {
        return List.copyOf(links);
    }

    /** What a crosswalk or the tree leads to and a record does not list. */
    List<Loss> losses() {
        return new ArrayList<>(losses);
    }

    void add(IssuedBadge badge, String achievement) {
        BadgeStatement statement = badge.award().statement();
        FrameworkId id = statement.adoption() == null ? null : adopted.get(statement.adoption());
        if (id == null) return;
        Framework framework = framework(id);
        for (Code code : statement.competencies()) {
            Item item = framework.find(code).orElse(null);
            if (item == null) continue;
            link(achievement, AchievementLink.Kind.RELATED, listed(item, framework));
            beside(item, framework);
            within(item, framework).forEach(each -> beside(each, framework));
        }
    }

    private Framework framework(FrameworkId id) {
        return frameworks.computeIfAbsent(id, each -> desk.frameworks().get(each));
    }

    /** As in the badge. */
    private static String address(Item item, Framework framework) {
        return CoveredItem.of(item, framework).address().toString();
    }

    private void link(String from, AchievementLink.Kind kind, String to) {
        links.add(new AchievementLink(from, kind, to));
    }

    /** Lists what an item is part of, and gives it back. */
    private List<Competency> within(Item item, Framework framework) {
        framework.blocOf(item.code()).ifPresent(this::leave);
        if (!(item instanceof SubCompetency part)) return List.of();
        List<Competency> whole = framework.competencies().stream()
                .filter(each -> each.subCompetencies().contains(part))
                .toList();
        String of = address(item, framework);
        whole.forEach(each -> link(of, AchievementLink.Kind.PART, listed(each, framework)));
        return whole;
    }

    private void beside(Item item, Framework framework) {
        for (Crosswalk each : crosswalks.computeIfAbsent(
                framework.id(), id -> desk.frameworks().crosswalks(id))) {
            Framework other = framework(each.to());
            for (Code target :
                    each.of(item.code()).map(Crosswalk.Mapping::targets).orElse(List.of())) {
                other.find(target).ifPresent(found -> beside(item, framework, found, other));
            }
        }
    }

    private void beside(Item item, Framework framework, Item found, Framework other) {
        if (!(found instanceof Competency || found instanceof SubCompetency)) {
            leave(found);
            return;
        }
        link(address(item, framework), AchievementLink.Kind.RELATED, listed(found, other));
        within(found, other);
    }

    private void leave(Item item) {
        String kind = item instanceof Bloc ? "bloc" : "knowledge";
        losses.add(new Loss(kind, item.code().value(), "", CredentialMessages.of("record.left." + kind)));
    }

    private String listed(Item item, Framework framework) {
        String address = address(item, framework);
        items.computeIfAbsent(
                address,
                id -> new Achievement(
                        id,
                        Achievement.Kind.COMPETENCY,
                        item.code().value() + " " + item.label(),
                        item.label(),
                        CredentialMessages.of("record.item", framework.title()).in(language),
                        List.of(),
                        null));
        return address;
    }
}
