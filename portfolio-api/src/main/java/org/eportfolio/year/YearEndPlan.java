package org.eportfolio.year;

import java.util.List;
import java.util.Objects;
import org.eportfolio.Message;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Cohort;
import org.eportfolio.school.Role;

/**
 * What the end of a cohort's year would do to each learner, and what is missing still. People stand in the order of their
 * ids. Counts say how much is open, never what it says.
 *
 * @param roles which end: of the staff over the cohort
 * @param missing what concerns the class as a whole; nothing of it prevents an end
 */
public record YearEndPlan(Cohort cohort, List<Line> learners, List<EndingRole> roles, List<Message> missing) {
    /** What becomes of a learner. */
    public enum NextStep {
        /** Gets a package, a link and a code; the dossiers close. */
        LEAVES,
        /** Has another class: the membership ends when that one begins. */
        GOES_ON,
        /** Stays, and has no other class yet: the membership stays as it is. */
        STAYS,
        /** Left by an earlier run: nothing more is done. */
        LEFT_ALREADY,
        /** It was not said whether they leave; nothing ends before it is. */
        UNDECIDED
    }

    /**
     * One learner.
     *
     * @param remarks what is open or would stay behind; nothing of it prevents an end
     */
    public record Line(PersonId learner, NextStep next, List<Message> remarks) {
        public Line {
            Objects.requireNonNull(learner, "learner");
            Objects.requireNonNull(next, "next");
            remarks = List.copyOf(remarks);
        }
    }

    /** A role of the staff over the cohort. */
    public record EndingRole(PersonId person, Role role) {
        public EndingRole {
            Objects.requireNonNull(person, "person");
            Objects.requireNonNull(role, "role");
        }
    }

    public YearEndPlan {
        Objects.requireNonNull(cohort, "cohort");
        learners = List.copyOf(learners);
        roles = List.copyOf(roles);
        missing = List.copyOf(missing);
    }

    /** Those of whom this becomes, in their order. */
    public List<PersonId> those(NextStep next) {
        return learners.stream()
                .filter(each -> each.next() == next)
                .map(Line::learner)
                .toList();
    }
}
