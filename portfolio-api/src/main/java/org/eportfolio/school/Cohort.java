package org.eportfolio.school;

import java.time.LocalDate;
import java.util.Objects;
import org.eportfolio.id.CohortId;
import org.jspecify.annotations.Nullable;

/**
 * Learners taught together, for a year or so.
 *
 * @param name unique in the organisation among the cohorts of its school year, such as {@code 2SNO}
 * @param schoolYear {@code null} when none was stated
 * @param closedOn the day on which it was closed: no one can join it from then on, and lists of today leave it out;
 *     {@code null} while it is open
 */
public record Cohort(
        CohortId id,
        String name,
        @Nullable SchoolYear schoolYear,
        @Nullable LocalDate closedOn) {
    public Cohort {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
    }

    /** A cohort that is open. */
    public Cohort(CohortId id, String name, @Nullable SchoolYear schoolYear) {
        this(id, name, schoolYear, null);
    }

    /** The same cohort, of this school year. */
    public Cohort in(SchoolYear year) {
        return new Cohort(id, name, year, closedOn);
    }

    /** The same cohort by another name. */
    public Cohort called(String other) {
        return new Cohort(id, other, schoolYear, closedOn);
    }

    /** The cohort once it is closed; one that is closed already stays as it is. */
    public Cohort closed(LocalDate day) {
        return closedOn == null ? new Cohort(id, name, schoolYear, day) : this;
    }

    /** The cohort once it is open again. */
    public Cohort reopened() {
        return new Cohort(id, name, schoolYear, null);
    }

    /** Whether it belongs to the lists of this day: it is not closed, and its school year is not over. */
    public boolean runsOn(LocalDate day) {
        return closedOn == null && (schoolYear == null || !schoolYear.isOverOn(day));
    }
}
