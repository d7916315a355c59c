package org.eportfolio.exchange.roster;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eportfolio.core.Desk;
import org.eportfolio.exchange.Place;
import org.eportfolio.exchange.roster.RosterChange.Kind;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.PersonName;
import org.jspecify.annotations.Nullable;

/** The names of those who are in the school, as shown and in their parts. */
record NameComparison(Desk desk, LocalDate today, DifferenceDraft draft) {
    /** @param renamings of people who are in no line */
    void compare(List<Enrolment> lines, List<RosterPeople.Renaming> renamings) {
        Map<PersonId, Enrolment> people = new LinkedHashMap<>();
        for (Enrolment each : lines) {
            if (each.isCurrentOn(today)) people.putIfAbsent(each.person(), each);
        }
        Map<PersonId, PersonName> kept = desk.people().kept(people.keySet());
        people.values().forEach(line -> compare(line.place(), line.person(), line.name(), kept.get(line.person())));
        if (!renamings.isEmpty()) rename(renamings);
    }

    private void rename(List<RosterPeople.Renaming> renamings) {
        Map<PersonId, PersonName> kept = desk.people()
                .kept(renamings.stream().map(RosterPeople.Renaming::person).toList());
        for (RosterPeople.Renaming each : renamings) {
            PersonName before = kept.get(each.person());
            each.with(before).ifPresent(name -> compare(each.place(), each.person(), name, before));
        }
    }

    private void compare(Place place, PersonId person, PersonName name, @Nullable PersonName before) {
        String shown = name.display();
        String shownBefore = before == null ? null : before.display();
        boolean sameShown = shown.equals(shownBefore);
        boolean sameParts = name.family() == null || name.equals(before);
        if (sameShown && sameParts) {
            draft.same(DifferenceDraft.PERSON);
            return;
        }
        draft.steps().names().put(person, name);
        if (shownBefore == null) draft.added(DifferenceDraft.PERSON);
        else draft.changed(DifferenceDraft.PERSON);
        if (shownBefore == null || sameShown) {
            draft.list(RosterChange.of(Kind.NAMED, place, person, shownBefore, shown, "roster.named", person, shown));
        } else {
            draft.remark(RosterChange.of(
                    Kind.RENAMED, place, person, shownBefore, shown, "roster.renamed", person, shownBefore, shown));
        }
    }
}
