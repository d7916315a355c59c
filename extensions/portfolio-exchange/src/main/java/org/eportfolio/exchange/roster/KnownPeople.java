package org.eportfolio.exchange.roster;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eportfolio.core.Desk;
import org.eportfolio.exchange.internal.Findings;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.PersonName;

/**
 * Completes a file that states changes only with what is known here: names that it leaves out, and whom of the people that it
 * speaks of this school has. It may be about many schools and say of whom only a key, so the others are passed over.
 */
final class KnownPeople {
    private final RosterLines roster;
    private final Findings findings;
    private final Map<PersonId, PersonName> kept;

    private KnownPeople(RosterLines roster, Findings findings, Map<PersonId, PersonName> kept) {
        this.roster = roster;
        this.findings = findings;
        this.kept = kept;
    }

    static void complete(RosterLines roster, Desk desk, Findings findings) {
        if (!roster.changesOnly()) return;
        Set<PersonId> asked = roster.people().asked(roster.departures());
        Map<PersonId, PersonName> kept =
                asked.isEmpty() ? Map.of() : desk.people().kept(asked);
        new KnownPeople(roster, findings, kept).complete();
    }

    private void complete() {
        for (Enrolment each : roster.people().unnamed()) {
            PersonName name = kept.get(each.person());
            if (name == null) {
                findings.remark(each.place(), "aaf.unknown", each.name().display(), each.cohort());
            } else {
                roster.all().add(named(each, name));
            }
        }
        Set<PersonId> inFile = new HashSet<>();
        roster.all().forEach(each -> inFile.add(each.person()));
        List<LeavingPupil> here = new ArrayList<>();
        for (LeavingPupil each : roster.departures()) {
            PersonName name = kept.get(each.person());
            if (name != null) here.add(new LeavingPupil(each.place(), each.person(), name.display(), each.lastDay()));
        }
        roster.departures().clear();
        roster.departures().addAll(here);
        roster.people().renamings().removeIf(each -> !kept.containsKey(each.person()));
        roster.people().representations().keySet().removeIf(each -> !kept.containsKey(each) && !inFile.contains(each));
    }

    private static Enrolment named(Enrolment line, PersonName name) {
        return new Enrolment(
                line.place(),
                line.person(),
                name,
                line.role(),
                line.cohort(),
                line.year(),
                line.from(),
                line.until(),
                line.deleted());
    }
}
