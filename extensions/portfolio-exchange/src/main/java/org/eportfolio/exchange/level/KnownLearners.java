package org.eportfolio.exchange.level;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eportfolio.Page;
import org.eportfolio.core.Desk;
import org.eportfolio.exchange.internal.Composed;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Cohort;
import org.eportfolio.school.Membership;
import org.eportfolio.school.PersonName;

/** The learners whom the actor may know, by id and by name. */
final class KnownLearners {
    private final Set<String> ids = new HashSet<>();
    private final Map<String, Set<PersonId>> names = new HashMap<>();

    static KnownLearners of(Desk desk) {
        KnownLearners known = new KnownLearners();
        Set<PersonId> people = new HashSet<>();
        for (Cohort each : Page.all(desk.cohorts()::list)) {
            for (Membership member : Page.all(request -> desk.cohorts().members(each.id(), request))) {
                people.add(member.learner());
            }
        }
        people.forEach(each -> known.ids.add(each.value()));
        desk.people().inParts(new ArrayList<>(people)).forEach(known::add);
        return known;
    }

    private void add(PersonId person, PersonName name) {
        for (String each :
                List.of(name.display(), name.family() + " " + name.given(), name.given() + " " + name.family())) {
            names.computeIfAbsent(plain(each), none -> new HashSet<>()).add(person);
        }
    }

    /** Who is meant: one, none, or several of the same name. */
    Set<PersonId> meant(String idOrName) {
        if (ids.contains(idOrName)) return Set.of(PersonId.of(idOrName));
        return names.getOrDefault(plain(idOrName), Set.of());
    }

    private static String plain(String name) {
        return Composed.of(name.strip().toLowerCase(Locale.ROOT)).replaceAll("\\s+", " ");
    }
}
