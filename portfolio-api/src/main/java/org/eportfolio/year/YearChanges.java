package org.eportfolio.year;

import java.util.List;
import java.util.Objects;
import org.eportfolio.Message;
import org.eportfolio.framework.FrameworkId;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.ScenarioId;
import org.eportfolio.school.Role;
import org.jspecify.annotations.Nullable;

/**
 * What the beginning of a year changes: shown first, and then done exactly so. People stand in the order of their ids.
 *
 * @param cohort its name
 * @param newCohort whether it is created
 * @param joining learners who come in
 * @param leaving learners whose membership ends; their dossiers and results stay as they are
 * @param staying learners who are there already
 * @param staff those who come in, each in a role
 * @param renamed people who get a name, or another one
 * @param adopted under what the dossiers are; {@code null} for nothing
 * @param planned scenarios that come into the plan, in their order
 * @param dossiers learners whose dossier is opened
 * @param missing what the year lacks still once this is done; nothing of it prevents a beginning
 */
public record YearChanges(
        String cohort,
        boolean newCohort,
        List<PersonId> joining,
        List<PersonId> leaving,
        List<PersonId> staying,
        List<Appointed> staff,
        List<PersonId> renamed,
        @Nullable Adopted adopted,
        List<ScenarioId> planned,
        List<PersonId> dossiers,
        List<Message> missing) {
    /** A member of staff who joins. */
    public record Appointed(PersonId person, Role role) {
        public Appointed {
            Objects.requireNonNull(person, "person");
            Objects.requireNonNull(role, "role");
        }
    }

    /**
     * A framework on a scale.
     *
     * @param scale its id
     * @param anew whether it is adopted now; otherwise it was before
     */
    public record Adopted(FrameworkId framework, String scale, boolean anew) {
        public Adopted {
            Objects.requireNonNull(framework, "framework");
            Objects.requireNonNull(scale, "scale");
        }
    }

    public YearChanges {
        Objects.requireNonNull(cohort, "cohort");
        joining = List.copyOf(joining);
        leaving = List.copyOf(leaving);
        staying = List.copyOf(staying);
        staff = List.copyOf(staff);
        renamed = List.copyOf(renamed);
        planned = List.copyOf(planned);
        dossiers = List.copyOf(dossiers);
        missing = List.copyOf(missing);
    }

    /** Whether everything is there already, so that beginning writes nothing. */
    public boolean none() {
        return !newCohort
                && joining.isEmpty()
                && leaving.isEmpty()
                && staff.isEmpty()
                && renamed.isEmpty()
                && (adopted == null || !adopted.anew())
                && planned.isEmpty()
                && dossiers.isEmpty();
    }
}
