package org.eportfolio.exchange.roster;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eportfolio.core.Desk;
import org.eportfolio.exchange.Place;
import org.eportfolio.exchange.internal.Findings;
import org.eportfolio.exchange.roster.RosterChange.Kind;
import org.eportfolio.exchange.roster.RosterPeople.Known.Manner;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.ExternalId;

/**
 * Finds whom a file means by ids of other systems, before it is completed and compared. A line that could open one person's records to
 * another is bad: an account that ended, and one whose person is known by another id of the same system.
 */
final class RecognisedPeople {
    private final RosterLines roster;
    private final Desk desk;
    private final Findings findings;
    private final Map<PersonId, PersonId> meant = new HashMap<>();
    private final Map<ExternalId, PersonId> coming = new HashMap<>();
    private final Set<PersonId> refused = new HashSet<>();

    private RecognisedPeople(RosterLines roster, Desk desk, Findings findings) {
        this.roster = roster;
        this.desk = desk;
        this.findings = findings;
    }

    /** @throws org.eportfolio.InvalidInputException for bad lines, unless they are to be left out */
    static void recognise(RosterLines roster, Desk desk, Findings findings) {
        RecognisedPeople recognised = new RecognisedPeople(roster, desk, findings);
        if (!roster.people().known().isEmpty()) recognised.recognise();
        KnownPeople.complete(roster, desk, findings);
        roster.people().identified().keySet().retainAll(recognised.enrolled());
        recognised.refuseEnded();
        roster.all().removeIf(each -> recognised.refused.contains(each.person()));
        findings.refuseBad();
    }

    private void recognise() {
        Collection<RosterPeople.Known> known = roster.people().known();
        ExternalId[] asked =
                known.stream().map(RosterPeople.Known::externalId).distinct().toArray(ExternalId[]::new);
        Map<ExternalId, PersonId> holders = desk.people().byExternalIds(asked);
        Set<PersonId> accounts = known.stream()
                .filter(each -> !each.alone())
                .map(RosterPeople.Known::person)
                .collect(Collectors.toSet());
        Set<PersonId> here = desk.people().kept(accounts).keySet();
        Map<PersonId, List<ExternalId>> kept = desk.people().externalIds(accounts);
        for (RosterPeople.Known each : known) {
            if (each.manner() == Manner.IN_PASSING && refused.contains(each.person())) continue;
            PersonId holder = holders.get(each.externalId());
            if (holder != null) {
                if (!holder.equals(each.person())) mean(each, holder, here);
            } else if (each.manner() != Manner.IN_PASSING) {
                identify(each, kept.getOrDefault(each.person(), List.of()));
            }
        }
        roster.all().replaceAll(each -> each.of(meant.getOrDefault(each.person(), each.person())));
        roster.departures().replaceAll(each -> each.of(meant.getOrDefault(each.person(), each.person())));
        roster.people().mean(meant);
    }

    /** The line is about the one who has the id, whatever account it names. */
    private void mean(RosterPeople.Known line, PersonId holder, Collection<PersonId> here) {
        if (here.contains(line.person())) {
            refuse(line, "roster.two-accounts", line.person(), holder, line.externalId());
            return;
        }
        PersonId before = meant.putIfAbsent(line.person(), holder);
        if (before != null && !before.equals(holder)) {
            refuse(line, "roster.two-people", line.person(), before, holder);
        } else if (before == null && !line.alone()) {
            roster.people()
                    .recognised(RosterChange.of(
                            Kind.RECOGNISED,
                            line.place(),
                            holder,
                            line.person(),
                            holder,
                            "roster.recognised",
                            line.person(),
                            holder,
                            line.externalId()));
        }
    }

    /** The id is nobody's yet, and will be this person's. */
    private void identify(RosterPeople.Known line, List<ExternalId> kept) {
        ExternalId id = line.externalId();
        if (line.alone()) {
            refuse(line, "roster.external-unknown", id);
            return;
        }
        Map<PersonId, Set<ExternalId>> identified = roster.people().identified();
        if (!line.person().equals(coming.computeIfAbsent(id, first -> line.person()))) {
            refuse(line, "roster.external-twice", id);
            return;
        }
        Set<ExternalId> all = identified.computeIfAbsent(line.person(), person -> new LinkedHashSet<>(kept));
        if (all.contains(id)) return;
        for (ExternalId each : all) {
            if (each.issuer().equals(id.issuer())) {
                refuse(line, "roster.other-person", line.person(), each, id);
                return;
            }
        }
        all.add(id);
        roster.people()
                .recognised(RosterChange.of(
                        Kind.IDENTIFIED,
                        line.place(),
                        line.person(),
                        null,
                        id,
                        "roster.identified",
                        line.person(),
                        id));
    }

    private Set<PersonId> enrolled() {
        return roster.all().stream().map(Enrolment::person).collect(Collectors.toSet());
    }

    private void refuseEnded() {
        Set<PersonId> ended = desk.people().ended(enrolled());
        for (Enrolment each : roster.all()) {
            if (ended.contains(each.person())) refuse(each.place(), each.person(), "roster.ended", each.person());
        }
    }

    private void refuse(RosterPeople.Known line, String key, Object... arguments) {
        refuse(line.place(), line.person(), key, arguments);
    }

    private void refuse(Place place, PersonId person, String key, Object... arguments) {
        findings.bad("line", place, key, arguments);
        refused.add(person);
        roster.people().identified().remove(person);
    }

    /** Adds what was found to the difference. */
    static void describe(RosterPeople people, DifferenceDraft draft) {
        for (RosterChange each : people.recognised()) {
            PersonId person = each.person();
            if (each.kind() == Kind.RECOGNISED) draft.remark(each);
            else if (person != null && people.identified().containsKey(person)) draft.list(each);
        }
        draft.steps().externalIds().putAll(people.identified());
    }
}
