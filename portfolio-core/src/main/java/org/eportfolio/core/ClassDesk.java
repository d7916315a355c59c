package org.eportfolio.core;

import static org.eportfolio.access.Permission.KEEP_PRODUCTION;
import static org.eportfolio.access.Permission.READ_COHORT;
import static org.eportfolio.core.internal.kind.SchoolKinds.COHORT;
import static org.eportfolio.core.internal.kind.SchoolKinds.GRANT;
import static org.eportfolio.core.internal.kind.SchoolKinds.MEMBERSHIP;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.eportfolio.NotFoundException;
import org.eportfolio.Page;
import org.eportfolio.PageRequest;
import org.eportfolio.agenda.ClassCounts;
import org.eportfolio.agenda.ClassFilter;
import org.eportfolio.agenda.ClassScreen;
import org.eportfolio.agenda.LearnerDivergences;
import org.eportfolio.agenda.LearnerGoal;
import org.eportfolio.assessment.StandingClassEntry;
import org.eportfolio.core.internal.agenda.ClassDivergences;
import org.eportfolio.core.internal.agenda.ClassPage;
import org.eportfolio.core.internal.agenda.ClassWork;
import org.eportfolio.core.internal.assessment.ClassEntries;
import org.eportfolio.core.internal.call.DeskContext;
import org.eportfolio.core.internal.input.Inputs;
import org.eportfolio.core.internal.kind.SchoolKinds;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.Production;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.PersonId;
import org.eportfolio.reflection.Reflection;
import org.eportfolio.school.Cohort;
import org.eportfolio.school.Membership;
import org.eportfolio.school.Reach;
import org.eportfolio.school.Role;
import org.eportfolio.school.StaffMember;
import org.eportfolio.spi.Scope;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a class is made of: the number of a call's queries does not depend on the size of the class, and of each
 * dossier it shows only what the actor may read. Pages read no more than they look through; the screen, counts and entries
 * read the whole class. Thread-safe.
 */
public final class ClassDesk {
    private static final Set<Role> STAFF = EnumSet.of(Role.TEACHER, Role.LEAD_TEACHER, Role.HEAD);

    private static final Comparator<StaffMember> ORDER = Comparator.comparing(StaffMember::role)
            .thenComparing(StaffMember::person)
            .thenComparing(each -> each.period().from());

    private final DeskContext desk;
    private final PeopleDesk people;

    ClassDesk(DeskContext desk, PeopleDesk people) {
        this.desk = desk;
        this.people = people;
    }

    /** The page of a class, with its learners in the order of their names in this language. */
    public ClassScreen screen(CohortId cohort, Locale language) {
        return screen(cohort, null, language);
    }

    /**
     * The same with the levels of one adoption.
     *
     * @param adoption {@code null} for the one that the class's dossiers are under
     * @throws org.eportfolio.InvalidInputException if none is named and there are several; its message lists them
     */
    public ClassScreen screen(CohortId cohort, @Nullable AdoptionId adoption, Locale language) {
        Objects.requireNonNull(language, "language");
        ClassScreen screen = desk.read(cohort, READ_COHORT, call -> ClassPage.of(call, cohort, adoption));
        List<PersonId> learners =
                screen.lines().stream().map(ClassScreen.Line::learner).toList();
        return screen.named(people.sorted(learners, language));
    }

    /**
     * A page of what the learners of today made, from all their dossiers that open to the actor, by when it was begun.
     * The rarer what the filter leaves, the more is read for a page.
     *
     * @param request such as {@link PageRequest#newest}, or {@link Page#next} of the page before
     */
    public Page<Production> productions(CohortId cohort, ClassFilter filter, PageRequest request) {
        Objects.requireNonNull(request, "request");
        ClassFilter wanted = Inputs.checked(Objects.requireNonNull(filter, "filter"));
        return desk.read(cohort, READ_COHORT, call -> new ClassWork(call, cohort, wanted).productions(request));
    }

    /**
     * A page of what the learners of today reflected upon and shared, by when it was begun. The rarer what the filter
     * leaves, the more is read for a page.
     *
     * @param request such as {@link PageRequest#newest}, or {@link Page#next} of the page before
     */
    public Page<Reflection> reflections(CohortId cohort, ClassFilter filter, PageRequest request) {
        Objects.requireNonNull(request, "request");
        ClassFilter wanted = Inputs.checked(Objects.requireNonNull(filter, "filter"));
        return desk.read(cohort, READ_COHORT, call -> new ClassWork(call, cohort, wanted).reflections(request));
    }

    /** How many productions of the class pass a filter, and how many would pass each further choice. */
    public ClassCounts productionCounts(CohortId cohort, ClassFilter filter) {
        ClassFilter wanted = Inputs.checked(Objects.requireNonNull(filter, "filter"));
        return desk.read(cohort, READ_COHORT, call -> new ClassWork(call, cohort, wanted).productionCounts());
    }

    /** How many reflections of the class pass a filter, and how many would pass each further choice. */
    public ClassCounts reflectionCounts(CohortId cohort, ClassFilter filter) {
        ClassFilter wanted = Inputs.checked(Objects.requireNonNull(filter, "filter"));
        return desk.read(cohort, READ_COHORT, call -> new ClassWork(call, cohort, wanted).reflectionCounts());
    }

    /**
     * A page of what the learners of today aim at, by when it was set.
     *
     * @param filter a goal waits while its learner's claim is not answered; it has no situation
     * @param request such as {@link PageRequest#newest}, or {@link Page#next} of the page before
     */
    public Page<LearnerGoal> goals(CohortId cohort, ClassFilter filter, PageRequest request) {
        Objects.requireNonNull(request, "request");
        ClassFilter wanted = Inputs.checked(Objects.requireNonNull(filter, "filter"));
        return desk.read(cohort, READ_COHORT, call -> new ClassWork(call, cohort, wanted).goals(request));
    }

    /**
     * A page of the dossiers of a class in which self, peers, tutor and teacher see something differently, by when the
     * dossiers were opened. Never an average, and no order of learners.
     *
     * @param request such as {@link PageRequest#first}, or {@link Page#next} of the page before
     */
    public Page<LearnerDivergences> divergences(CohortId cohort, PageRequest request) {
        return divergences(cohort, null, request);
    }

    /**
     * The same under one adoption.
     *
     * @param adoption {@code null} for the one that the class's dossiers are under
     * @throws org.eportfolio.InvalidInputException if none is named and there are several, which its message lists, or none
     */
    public Page<LearnerDivergences> divergences(CohortId cohort, @Nullable AdoptionId adoption, PageRequest request) {
        Objects.requireNonNull(request, "request");
        return desk.read(cohort, READ_COHORT, call -> ClassDivergences.page(call, cohort, adoption, request));
    }

    /**
     * A page of the class-wide entries of which something still stands in dossiers of today's learners, by when they were
     * made; their author can take them back, {@link AssessmentDesk#undo}.
     *
     * @param request such as {@link PageRequest#newest}, or {@link Page#next} of the page before
     */
    public Page<StandingClassEntry> entries(CohortId cohort, PageRequest request) {
        Objects.requireNonNull(request, "request");
        return desk.read(cohort, READ_COHORT, call -> new ClassEntries(call).standing(cohort, request));
    }

    /**
     * Who teaches a cohort or answers for it, now or later: for those who may read the cohort, those who learn in it and those
     * with a role over it. By role, then by id.
     *
     * @return a few for each cohort
     */
    public List<StaffMember> staff(CohortId cohort) {
        Objects.requireNonNull(cohort, "cohort");
        return desk.session().read(work -> {
            requireKnown(cohort, work);
            return work.where(GRANT, SchoolKinds.grantsOver(new Reach.OfCohort(cohort))).stream()
                    .filter(each -> STAFF.contains(each.role()) && each.period().endsAfter(work.now()))
                    .map(each -> new StaffMember(each.holder(), each.role(), each.period(), each.id()))
                    .sorted(ORDER)
                    .toList();
        });
    }

    private void requireKnown(CohortId cohort, Work work) {
        Predicate<Cohort> readable = desk.gate().readable(work);
        boolean own = desk.gate().own(work).cohorts().contains(cohort);
        Optional<Cohort> found = work.find(COHORT, Scope.ORGANISATION, cohort.value());
        if (found.filter(each -> own || readable.test(each)).isEmpty()) throw new NotFoundException("cohort", cohort);
    }

    /**
     * The learners whom the acting learner can invite to a group production: those who learn today in one of the same cohorts,
     * in the order of their names. Names only; the acting learner is left out.
     */
    public Map<PersonId, String> classmates(Locale language) {
        Objects.requireNonNull(language, "language");
        PersonId person = desk.gate().person();
        List<PersonId> others = desk.session().read(work -> {
            desk.gate().learner(person, KEEP_PRODUCTION, work);
            Set<CohortId> own = work.where(MEMBERSHIP, SchoolKinds.membershipsOf(person)).stream()
                    .filter(each -> each.period().holdsAt(work.now()))
                    .map(Membership::cohort)
                    .collect(Collectors.toSet());
            return work
                    .whereAny(
                            MEMBERSHIP, own.stream().map(SchoolKinds::membersOf).toList())
                    .stream()
                    .filter(each ->
                            each.period().holdsAt(work.now()) && !each.learner().equals(person))
                    .map(Membership::learner)
                    .distinct()
                    .toList();
        });
        return people.sorted(others, language);
    }
}
