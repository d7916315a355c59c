package org.eportfolio.year;

import java.util.List;
import java.util.Objects;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Cohort;
import org.eportfolio.sharing.HandedPackage;

/**
 * The end of a cohort's year, as this run made it.
 *
 * @param cohort as it stands now, closed
 * @param packages of those who left in this run, with links and codes that are shown this once only
 * @param leftBefore those who left in an earlier run; {@code departures().handOver} gives them a new link and code
 * @param leftWithoutPackage those who left and have no dossier
 * @param goingOn those who have another class
 * @param staying those who stay and have no other class yet
 */
public record EndedYear(
        Cohort cohort,
        List<HandedPackage> packages,
        List<PersonId> leftBefore,
        List<PersonId> leftWithoutPackage,
        List<PersonId> goingOn,
        List<PersonId> staying) {
    public EndedYear {
        Objects.requireNonNull(cohort, "cohort");
        packages = List.copyOf(packages);
        leftBefore = List.copyOf(leftBefore);
        leftWithoutPackage = List.copyOf(leftWithoutPackage);
        goingOn = List.copyOf(goingOn);
        staying = List.copyOf(staying);
    }
}
