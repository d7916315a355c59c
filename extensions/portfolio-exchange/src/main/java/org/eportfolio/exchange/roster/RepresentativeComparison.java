package org.eportfolio.exchange.roster;

import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eportfolio.DeniedException;
import org.eportfolio.NotFoundException;
import org.eportfolio.access.Reader;
import org.eportfolio.core.Desk;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.exchange.Place;
import org.eportfolio.exchange.roster.RosterChange.Kind;
import org.eportfolio.exchange.roster.RosterPeople.Representation;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Grant;
import org.eportfolio.school.NewGrant;
import org.eportfolio.school.PersonName;
import org.eportfolio.school.Reach;
import org.eportfolio.school.Role;

/**
 * Those who represent a minor by the file, compared with the roles over the minor's dossiers. Such a role ends with the minority,
 * so it is given only where the day of majority is known and ahead. A roster takes no role from anyone.
 */
final class RepresentativeComparison {
    private final RosterPeople people;
    private final Desk desk;
    private final RosterClock clock;
    private final DifferenceDraft draft;

    RepresentativeComparison(RosterPeople people, Desk desk, RosterClock clock, DifferenceDraft draft) {
        this.people = people;
        this.desk = desk;
        this.clock = clock;
        this.draft = draft;
    }

    void compare(Map<PersonId, String> learners) {
        Map<PersonId, List<Representation>> stated = people.representations();
        if (stated.isEmpty()) return;
        Set<PersonId> representatives = stated.values().stream()
                .flatMap(List::stream)
                .map(Representation::representative)
                .collect(Collectors.toSet());
        Map<PersonId, List<Grant>> grants = representatives.isEmpty()
                ? Map.of()
                : desk.grants().of(representatives).stream()
                        .filter(each -> each.role() == Role.REPRESENTATIVE)
                        .filter(each -> each.period().endsAfter(clock.now()))
                        .collect(groupingBy(Grant::holder));
        Map<PersonId, PersonName> kept =
                representatives.isEmpty() ? Map.of() : desk.people().kept(representatives);
        stated.forEach((learner, by) -> compare(learner, learners, by, grants, kept));
    }

    private void compare(
            PersonId learner,
            Map<PersonId, String> learners,
            List<Representation> by,
            Map<PersonId, List<Grant>> grants,
            Map<PersonId, PersonName> kept) {
        LocalDate majority = people.majority(learner);
        if (majority != null && !majority.isAfter(clock.today())) return;
        List<Dossier> dossiers = dossiers(learner);
        String name = learners.getOrDefault(learner, learner.value());
        for (Representation each : by) {
            PersonName known = kept.get(each.representative());
            PersonName called = each.name() == null ? known : each.name();
            String shown = called == null ? each.representative().value() : called.display();
            if (majority == null || dossiers.isEmpty()) {
                String key = majority == null ? "roster.majority-unknown" : "roster.represents-later";
                draft.remark(RosterChange.of(
                        Kind.REPRESENTATIVE_WAITS, each.place(), each.representative(), null, null, key, shown, name));
                continue;
            }
            List<Reach> there = grants.getOrDefault(each.representative(), List.of()).stream()
                    .map(Grant::reach)
                    .toList();
            boolean given = false;
            for (Dossier dossier : dossiers) {
                if (there.contains(new Reach.OfDossier(dossier.id()))) continue;
                draft.steps()
                        .grants()
                        .add(NewGrant.of(each.representative(), Role.REPRESENTATIVE)
                                .over(dossier.id()));
                given = true;
            }
            if (given) {
                draft.added(DifferenceDraft.REPRESENTATIVE);
                draft.remark(RosterChange.of(
                        Kind.REPRESENTS,
                        each.place(),
                        each.representative(),
                        null,
                        name,
                        "roster.represents",
                        shown,
                        name));
            } else {
                draft.same(DifferenceDraft.REPRESENTATIVE);
            }
            if (called != null && !called.equals(known)) draft.steps().names().put(each.representative(), called);
        }
        Set<PersonId> stated = by.stream().map(Representation::representative).collect(Collectors.toSet());
        for (Dossier each : dossiers) others(each.id(), learner, name, stated);
    }

    /** Those who have the role here and are not in the file. */
    private void others(DossierId dossier, PersonId learner, String name, Set<PersonId> stated) {
        List<PersonId> others = new ArrayList<>();
        for (Reader each : desk.access().whoCanRead(dossier)) {
            PersonId person = each.person();
            if (each.path().role() == Role.REPRESENTATIVE && person != null && !stated.contains(person)) {
                others.add(person);
            }
        }
        if (others.isEmpty()) return;
        Map<PersonId, String> names = desk.people().named(others);
        Place place = people.placeOf(learner);
        for (PersonId each : others) {
            draft.same(DifferenceDraft.REPRESENTATIVE);
            draft.remark(RosterChange.of(
                    Kind.REPRESENTATIVE_STAYS,
                    place,
                    each,
                    name,
                    null,
                    "roster.representative-stays",
                    names.getOrDefault(each, each.value()),
                    name));
        }
    }

    /** None where the learner is not here yet, or the actor does not see dossiers. */
    private List<Dossier> dossiers(PersonId learner) {
        try {
            return desk.dossiers().of(learner);
        } catch (NotFoundException | DeniedException none) {
            return List.of();
        }
    }
}
