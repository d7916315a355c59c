package org.eportfolio.core.internal.year;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eportfolio.Message;
import org.eportfolio.NotFoundException;
import org.eportfolio.core.internal.dossier.Dossiers;
import org.eportfolio.core.internal.framework.Catalogue;
import org.eportfolio.core.internal.framework.FrameworkAdoption;
import org.eportfolio.core.internal.framework.ShippedFrameworks;
import org.eportfolio.core.internal.history.Arrivals;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.ScenarioKinds;
import org.eportfolio.core.internal.kind.SchoolKinds;
import org.eportfolio.core.internal.scenario.PlannedMissions;
import org.eportfolio.core.internal.scenario.YearPlans;
import org.eportfolio.core.internal.school.Cohorts;
import org.eportfolio.core.internal.school.MembershipDifference;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.framework.Adoption;
import org.eportfolio.framework.AdoptionNames;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.FrameworkId;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.ScenarioId;
import org.eportfolio.scenario.Coverage;
import org.eportfolio.scenario.ScenarioDraft;
import org.eportfolio.scenario.YearPlan;
import org.eportfolio.school.Cohort;
import org.eportfolio.school.Grant;
import org.eportfolio.school.Members;
import org.eportfolio.school.Reach;
import org.eportfolio.school.Role;
import org.eportfolio.school.SchoolYear;
import org.eportfolio.spi.Key;
import org.eportfolio.spi.Scope;
import org.eportfolio.year.BegunYear;
import org.eportfolio.year.NewYear;
import org.eportfolio.year.YearChanges;
import org.jspecify.annotations.Nullable;

/** Begins a year within a call: part by part, it puts what is not there yet, and says what it did. */
public final class YearStart {
    private final NewYear year;
    private final Catalogue catalogue;
    private final Work work;
    private final List<Message> missing = new ArrayList<>();

    public YearStart(NewYear year, Catalogue catalogue, Work work) {
        this.year = year;
        this.catalogue = catalogue;
        this.work = work;
    }

    public BegunYear begun() {
        SchoolYear schoolYear = year.schoolYear();
        Optional<Cohort> there = schoolYear == null
                ? Cohorts.named(year.cohort(), work)
                : Cohorts.ofYear(year.cohort(), schoolYear, work);
        CohortId cohort = there.map(Cohort::id).orElseGet(() -> Cohorts.create(year.cohort(), schoolYear, work));
        MembershipDifference roster = MembershipDifference.of(year, cohort, work);
        Set<PersonId> learners = roster.learners();
        people(cohort, learners);
        List<Adoption> before = Arrivals.ownAdoptions(work);
        Adoption adoption = adoption(before);
        List<PersonId> opened = adoption == null ? List.of() : dossiers(learners, adoption);
        List<ScenarioId> planned = plan(cohort);
        works(cohort, adoption);
        return new BegunYear(
                cohort,
                adoption == null ? null : adoption.id(),
                new YearChanges(
                        year.cohort(),
                        there.isEmpty(),
                        roster.joining(),
                        roster.leaving(),
                        List.copyOf(roster.staying()),
                        roster.staff(),
                        roster.renamed(),
                        adoption == null
                                ? null
                                : new YearChanges.Adopted(
                                        adoption.framework(), adoption.scale().id(), !before.contains(adoption)),
                        planned,
                        opened,
                        missing));
    }

    private void missing(String key, Object... arguments) {
        missing.add(Message.of(key, arguments));
    }

    /** What is missing of people. One reading. */
    private void people(CohortId cohort, Set<PersonId> learners) {
        if (learners.isEmpty()) missing("year.no-learner");
        Set<Key> keys = new HashSet<>(Set.of(SchoolKinds.grantsOver(new Reach.OfCohort(cohort))));
        year.roster().stream()
                .map(Members::people)
                .flatMap(List::stream)
                .filter(person -> !learners.contains(person))
                .forEach(person -> keys.add(SchoolKinds.grantsOf(person)));
        Set<Role> roles = work.whereAny(SchoolKinds.GRANT, keys).stream()
                .filter(each -> each.reach().equals(new Reach.OfCohort(cohort)))
                .filter(each -> each.period().endsAfter(work.now()))
                .map(Grant::role)
                .collect(Collectors.toSet());
        if (!roles.contains(Role.TEACHER) && !roles.contains(Role.LEAD_TEACHER)) missing("year.no-teacher");
        if (!roles.contains(Role.LEAD_TEACHER)) missing("year.no-lead-teacher");
    }

    /** The adoption that is named, made if need be, or the only one there is. */
    private @Nullable Adoption adoption(List<Adoption> before) {
        FrameworkId framework = year.framework();
        if (framework != null && year.scale() != null) {
            FrameworkAdoption adopting = new FrameworkAdoption(catalogue, work);
            if (catalogue.find(framework, work).isEmpty()) {
                ShippedFrameworks.frameworks()
                        .filter(each -> each.id().equals(framework))
                        .forEach(adopting::publishShipped);
            }
            return adopting.adopt(framework, year.scale(), Catalogue.defaultPolicy());
        }
        if (year.adoption() != null)
            return catalogue.adopted(year.adoption(), work).adoption();
        if (before.size() == 1) return before.get(0);
        if (before.isEmpty()) missing("year.no-adoption");
        else {
            missing("year.which-adoption", new AdoptionNames(before, work.zone()).listed());
        }
        return null;
    }

    private List<PersonId> dossiers(Set<PersonId> learners, Adoption adoption) {
        Set<PersonId> there =
                work
                        .whereAny(
                                DossierKinds.DOSSIER,
                                learners.stream().map(DossierKinds::dossiersOf).toList())
                        .stream()
                        .filter(each -> each.adoption().equals(adoption.id()))
                        .map(Dossier::learner)
                        .collect(Collectors.toSet());
        List<PersonId> opened = new ArrayList<>(learners);
        opened.removeAll(there);
        for (PersonId learner : opened) {
            Dossiers.put(
                    new Dossier(
                            new DossierId(work.newId()), learner, adoption.id(), List.of(), year.status(), work.now()),
                    work);
        }
        return opened;
    }

    /** What comes into the plan. */
    private List<ScenarioId> plan(CohortId cohort) {
        Set<ScenarioId> chosen = new LinkedHashSet<>();
        CohortId other = year.planOf();
        if (other != null) {
            if (work.find(SchoolKinds.COHORT, Scope.ORGANISATION, other.value()).isEmpty()) {
                throw new NotFoundException("cohort", other);
            }
            chosen.addAll(YearPlans.offered(other, work));
        }
        chosen.addAll(year.scenarios());
        YearPlan before = YearPlans.plan(cohort, work);
        YearPlan after = YearPlans.chosen(before, chosen, work);
        if (!after.equals(before)) work.put(ScenarioKinds.YEAR_PLAN, after);
        List<ScenarioId> more = new ArrayList<>(after.scenarios());
        more.removeAll(before.scenarios());
        return more;
    }

    /** What is missing of the work that is planned. */
    private void works(CohortId cohort, @Nullable Adoption adoption) {
        List<ScenarioDraft> scenarios = PlannedMissions.scenarios(List.of(cohort), work);
        if (scenarios.isEmpty()) {
            missing("year.no-scenario");
            return;
        }
        for (ScenarioDraft each : scenarios) {
            String title = each.scenario().title();
            if (each.offered().isEmpty()) missing("year.nothing-published", title);
            FrameworkId framework = each.scenario().framework();
            if (adoption != null && !framework.equals(adoption.framework())) {
                missing("year.other-framework", title, framework, adoption.framework());
            }
        }
        if (adoption == null) return;
        List<Code> leftOut =
                YearPlans.coverage(scenarios, catalogue.framework(adoption.framework(), work), work).lines().stream()
                        .filter(line ->
                                line.extent() == Coverage.Degree.LEFT_OUT || line.extent() == Coverage.Degree.IN_DRAFTS)
                        .map(line -> line.item().code())
                        .toList();
        if (!leftOut.isEmpty()) missing("year.left-out", leftOut);
    }
}
