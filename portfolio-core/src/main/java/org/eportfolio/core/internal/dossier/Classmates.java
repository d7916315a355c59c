package org.eportfolio.core.internal.dossier;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eportfolio.InvalidInputException;
import org.eportfolio.core.internal.kind.SchoolKinds;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Membership;

/** Who may make something together: learners of one cohort, today. */
public final class Classmates {
    private Classmates() {}

    /** A cohort that all of them learn in today; an unknown person is treated as not in the cohort. */
    public static CohortId of(PersonId starter, List<PersonId> others, Work work) {
        List<PersonId> all = new ArrayList<>(others);
        all.add(starter);
        List<Membership> memberships =
                work
                        .whereAny(
                                SchoolKinds.MEMBERSHIP,
                                all.stream().map(SchoolKinds::membershipsOf).toList())
                        .stream()
                        .filter(each -> each.period().holdsAt(work.now()))
                        .toList();
        Set<PersonId> strangers = new TreeSet<>(others);
        for (Membership own : memberships) {
            if (!own.learner().equals(starter)) continue;
            Set<PersonId> missing = new TreeSet<>(others);
            memberships.stream()
                    .filter(each -> each.cohort().equals(own.cohort()))
                    .forEach(each -> missing.remove(each.learner()));
            if (missing.isEmpty()) return own.cohort();
            if (missing.size() < strangers.size()) strangers = missing;
        }
        throw InvalidInputException.because("others", "group.other-cohort", strangers);
    }

    /** Refuses a person who does not learn in this cohort today. */
    public static void require(CohortId cohort, PersonId learner, Work work) {
        boolean member = work.where(SchoolKinds.MEMBERSHIP, SchoolKinds.membershipsOf(learner)).stream()
                .anyMatch(each -> each.cohort().equals(cohort) && each.period().holdsAt(work.now()));
        InvalidInputException.unless(member, "others", "group.other-cohort", List.of(learner));
    }
}
