package org.eportfolio.year;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eportfolio.InvalidInputException;
import org.eportfolio.Line;
import org.eportfolio.dossier.LearnerStatus;
import org.eportfolio.framework.FrameworkId;
import org.eportfolio.framework.Scale;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.ScenarioId;
import org.eportfolio.school.Members;
import org.eportfolio.school.SchoolYear;
import org.jspecify.annotations.Nullable;

/**
 * What a cohort's year needs: {@code NewYear.of("CS SNO 2027").with(learners("emma"), teachers("m.durand"))
 * .adopting(sno, ExampleScales.FOUR_STEPS).copyingThePlanOf(lastYear)}. What is left out stays as it is.
 *
 * @param cohort its name; it is created if there is none of this name
 * @param roster who is in it. The learners are all of its learners, if there are any: a learner who is in it now and is not
 *     among them leaves. Staff come in beside those who are there; their roles end as they were given, one by one
 * @param names how people are called; they need not be in the roster
 * @param framework to be adopted on the scale; one that ships is published if need be
 * @param scale {@code null} exactly when the framework is
 * @param adoption one that exists; {@code null} to adopt a framework, or for the organisation's only adoption
 * @param scenarios to be worked on, beside those that are planned
 * @param planOf whose plan is worked on too, such as last year's cohort; nothing of its people goes along
 * @param status of those whose dossier is opened
 * @param schoolYear of the cohort: another year's cohort of this name is left alone; {@code null} for the latest of this name
 */
public record NewYear(
        @NotNull @Line(max = 200) String cohort,
        @NotNull @Size(max = 50) List<@NotNull @Valid Members> roster,
        @NotNull @Size(max = 2_000) List<@NotNull @Valid Named> names,
        @Nullable FrameworkId framework,
        @Nullable Scale scale,
        @Nullable AdoptionId adoption,
        @NotNull @Size(max = 200) List<@NotNull ScenarioId> scenarios,
        @Nullable CohortId planOf,
        @NotNull LearnerStatus status,
        @Nullable SchoolYear schoolYear) {
    /** The name of a person. */
    public record Named(
            @NotNull PersonId person,
            @NotNull @Line(max = 200) String name) {}

    public NewYear {
        roster = Objects.requireNonNullElse(roster, List.of());
        names = Objects.requireNonNullElse(names, List.of());
        scenarios = Objects.requireNonNullElse(scenarios, List.of());
        InvalidInputException.unless((framework == null) == (scale == null), "scale", "year.framework-on-scale");
        InvalidInputException.unless(framework == null || adoption == null, "adoption", "year.one-adoption");
    }

    public static NewYear of(String cohort) {
        return new NewYear(cohort, List.of(), List.of(), null, null, null, List.of(), null, LearnerStatus.SCHOOL, null);
    }

    public NewYear with(Members... members) {
        List<Members> more = Stream.concat(roster.stream(), Stream.of(members)).toList();
        return new NewYear(cohort, more, names, framework, scale, adoption, scenarios, planOf, status, schoolYear);
    }

    public NewYear naming(PersonId person, String name) {
        List<Named> more = Stream.concat(names.stream(), Stream.of(new Named(person, name)))
                .toList();
        return new NewYear(cohort, roster, more, framework, scale, adoption, scenarios, planOf, status, schoolYear);
    }

    /** By the latest teacher positioning; for another level policy, adopt first and say {@link #under}. */
    public NewYear adopting(FrameworkId which, Scale on) {
        return new NewYear(cohort, roster, names, which, on, adoption, scenarios, planOf, status, schoolYear);
    }

    public NewYear under(AdoptionId existing) {
        return new NewYear(cohort, roster, names, framework, scale, existing, scenarios, planOf, status, schoolYear);
    }

    public NewYear workingOn(ScenarioId... chosen) {
        List<ScenarioId> more =
                Stream.concat(scenarios.stream(), Stream.of(chosen)).toList();
        return new NewYear(cohort, roster, names, framework, scale, adoption, more, planOf, status, schoolYear);
    }

    public NewYear copyingThePlanOf(CohortId other) {
        return new NewYear(cohort, roster, names, framework, scale, adoption, scenarios, other, status, schoolYear);
    }

    /** The cohort of this school year; it is made if there is none. */
    public NewYear inYear(SchoolYear stated) {
        return new NewYear(cohort, roster, names, framework, scale, adoption, scenarios, planOf, status, stated);
    }

    public NewYear ofStatus(LearnerStatus those) {
        return new NewYear(cohort, roster, names, framework, scale, adoption, scenarios, planOf, those, schoolYear);
    }
}
