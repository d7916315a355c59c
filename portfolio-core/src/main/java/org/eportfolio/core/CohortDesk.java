package org.eportfolio.core;

import static org.eportfolio.access.Permission.MANAGE_COHORTS;
import static org.eportfolio.access.Permission.READ_COHORT;
import static org.eportfolio.access.Permission.READ_OWN_COHORTS;
import static org.eportfolio.core.internal.kind.SchoolKinds.COHORT;
import static org.eportfolio.core.internal.kind.SchoolKinds.MEMBERSHIP;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eportfolio.ConflictException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.NotFoundException;
import org.eportfolio.Page;
import org.eportfolio.PageRequest;
import org.eportfolio.core.internal.call.Call;
import org.eportfolio.core.internal.call.DeskContext;
import org.eportfolio.core.internal.input.Inputs;
import org.eportfolio.core.internal.kind.SchoolKinds;
import org.eportfolio.core.internal.school.Cohorts;
import org.eportfolio.core.internal.school.DayBounds;
import org.eportfolio.core.internal.school.Enrolment;
import org.eportfolio.core.internal.work.FilteredPages;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.MembershipId;
import org.eportfolio.id.PersonId;
import org.eportfolio.school.Cohort;
import org.eportfolio.school.Members;
import org.eportfolio.school.Membership;
import org.eportfolio.school.MembershipChange;
import org.eportfolio.school.NameOrder;
import org.eportfolio.school.Period;
import org.eportfolio.school.SchoolYear;
import org.eportfolio.spi.Key;
import org.eportfolio.spi.Scope;
import org.jspecify.annotations.Nullable;

/** Cohorts: learners by dated memberships, staff by dated grants over the cohort. Thread-safe. */
public final class CohortDesk {
    /** The reader's language is not known here: names are in the order of the root locale. */
    private static final Comparator<Cohort> ORDER = NameOrder.of(Locale.ROOT).cohorts();

    private final DeskContext desk;

    CohortDesk(DeskContext desk) {
        this.desk = desk;
    }

    /**
     * Enrols people in a cohort of this name, which is created if there is none: from now on, or for the days that the
     * members say. A person already enrolled in the same role stays so, and the call may be repeated;
     * a day of majority that is stated is kept with them, and their representatives' roles end on it.
     */
    public CohortId enrol(String cohort, Members... members) {
        Inputs.requireEach("members", members);
        String called = Inputs.name(cohort);
        return desk.write(
                MANAGE_COHORTS,
                call -> enrolled(
                        Cohorts.named(called, call.work())
                                .map(Cohort::id)
                                .orElseGet(() -> Cohorts.create(called, null, call.work())),
                        members,
                        call));
    }

    /** The same in the cohort of this name in this school year, which is created if there is none. */
    public CohortId enrol(String cohort, SchoolYear year, Members... members) {
        Objects.requireNonNull(year, "year");
        Inputs.requireEach("members", members);
        String called = Inputs.name(cohort);
        return desk.write(
                MANAGE_COHORTS,
                call -> enrolled(
                        Cohorts.named(called, year, call.work())
                                .map(Cohort::id)
                                .orElseGet(() -> Cohorts.create(called, year, call.work())),
                        members,
                        call));
    }

    /** The same in a cohort that is there. */
    public CohortId enrol(CohortId cohort, Members... members) {
        Inputs.requireEach("members", members);
        return desk.write(
                MANAGE_COHORTS, call -> enrolled(existing(cohort, call).id(), members, call));
    }

    private CohortId enrolled(CohortId cohort, Members[] members, Call call) {
        requireOpen(existing(cohort, call));
        for (Members each : members) Enrolment.of(cohort, each, call.work());
        call.journal("cohort.enrolled");
        return cohort;
    }

    /**
     * States the school year of a cohort, in place of the one that may have been stated.
     *
     * @throws ConflictException if another cohort of this name is of that year already
     */
    public Cohort stateYear(CohortId cohort, SchoolYear year) {
        return desk.write(MANAGE_COHORTS, call -> {
            Cohort there = existing(cohort, call);
            if (year.equals(there.schoolYear())) return there;
            if (Cohorts.named(there.name(), year, call.work()).isPresent()) {
                throw ConflictException.state("cohort.year-taken", there.name(), year);
            }
            return call.save("cohort.year-stated", COHORT, there.in(year));
        });
    }

    /**
     * Gives a cohort another name; memberships, roles and all that is about it stay.
     *
     * @throws ConflictException if another cohort of its school year has that name
     */
    public Cohort rename(CohortId cohort, String name) {
        Objects.requireNonNull(cohort, "cohort");
        String called = Cohorts.composed(Inputs.name(name));
        return desk.write(MANAGE_COHORTS, call -> {
            Cohort there = existing(cohort, call);
            Cohort renamed = there.called(called);
            Cohorts.requireFree(renamed, call.work());
            return call.saveChanged("cohort.renamed", COHORT, there, renamed);
        });
    }

    /**
     * Closes a cohort: no one can join it from then on, and lists of today leave it out. Memberships and roles stay until
     * their own last days, and everything is read as before. Closing it twice does nothing.
     */
    public Cohort close(CohortId cohort) {
        Objects.requireNonNull(cohort, "cohort");
        return desk.write(MANAGE_COHORTS, call -> {
            Cohort there = existing(cohort, call);
            return call.saveChanged("cohort.closed", COHORT, there, there.closed(call.today()));
        });
    }

    /** Opens a cohort again that was closed. */
    public Cohort reopen(CohortId cohort) {
        Objects.requireNonNull(cohort, "cohort");
        return desk.write(MANAGE_COHORTS, call -> {
            Cohort there = existing(cohort, call);
            return call.saveChanged("cohort.reopened", COHORT, there, there.reopened());
        });
    }

    /**
     * Moves a learner to another cohort: the membership of the one ends where that of the other begins. What was assessed
     * stays, and the dossier goes with the learner.
     *
     * @param first the first day in the new cohort, in the organisation's time zone; {@code null} for at once
     * @return the membership of the new cohort
     * @throws NotFoundException if the learner is not in the cohort to be left, then
     * @throws ConflictException if the new cohort is closed, or the learner is in it already
     */
    public Membership move(PersonId learner, CohortId from, CohortId to, @Nullable LocalDate first) {
        Objects.requireNonNull(learner, "learner");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Inputs.requireBoundedIfGiven("first", first);
        return desk.write(MANAGE_COHORTS, call -> {
            InvalidInputException.unless(!from.equals(to), "to", "cohort.same");
            existing(from, call);
            Cohort joined = requireOpen(existing(to, call));
            Instant at = DayBounds.period(first, null, call.work()).from();
            List<Membership> all = call.where(MEMBERSHIP, SchoolKinds.membershipsOf(learner));
            boolean there = all.stream()
                    .anyMatch(each -> each.cohort().equals(to) && each.period().endsAfter(at));
            if (there) throw ConflictException.state("cohort.in-already", learner, joined.name());
            Membership left = all.stream()
                    .filter(each -> each.cohort().equals(from) && each.period().holdsAt(at))
                    .findFirst()
                    .orElseThrow(() -> new NotFoundException("membership", learner));
            call.put(MEMBERSHIP, left.asEnded(at));
            Membership next =
                    new Membership(new MembershipId(call.newId()), to, learner, Period.since(at), left.majorityOn());
            return call.save("cohort.moved", MEMBERSHIP, next);
        });
    }

    /**
     * Changes until when a learner who is in a cohort now, or comes later, belongs to it.
     *
     * @param last the last day, included, in the organisation's time zone; {@code null} for no end
     * @throws NotFoundException if the learner has no such membership
     * @throws InvalidInputException if that day is before the membership begins
     */
    public Membership endOn(CohortId cohort, PersonId learner, @Nullable LocalDate last) {
        Objects.requireNonNull(cohort, "cohort");
        Objects.requireNonNull(learner, "learner");
        Inputs.requireBoundedIfGiven("last", last);
        return desk.write(MANAGE_COHORTS, call -> {
            Membership there = call.where(MEMBERSHIP, SchoolKinds.membershipsOf(learner)).stream()
                    .filter(each ->
                            each.cohort().equals(cohort) && each.period().endsAfter(call.now()))
                    .findFirst()
                    .orElseThrow(() -> new NotFoundException("membership", learner));
            Period period = new Period(
                    there.period().from(),
                    last == null ? null : DayBounds.endOf(last, call.work().zone()));
            return call.saveChanged("cohort.rescheduled", MEMBERSHIP, there, there.during(period));
        });
    }

    private static Cohort requireOpen(Cohort cohort) {
        if (cohort.closedOn() != null) throw ConflictException.state("cohort.closed", cohort.name(), cohort.closedOn());
        return cohort;
    }

    /**
     * The cohorts of today that the actor may read, learns in or has a role over, by name: without those that are closed and
     * those whose school year is over, which {@link #list} has.
     *
     * @return at most the cohorts of one school year
     */
    public List<Cohort> current() {
        return desk.session().read(work -> {
            Predicate<Cohort> readable = desk.gate().readable(work);
            Set<CohortId> own = desk.gate().own(work).cohorts();
            return work.list(COHORT, Scope.ORGANISATION).stream()
                    .filter(each -> each.runsOn(work.today()))
                    .filter(each -> own.contains(each.id()) || readable.test(each))
                    .sorted(ORDER)
                    .toList();
        });
    }

    private static Cohort existing(CohortId cohort, Call call) {
        return call.find(COHORT, cohort.value()).orElseThrow(() -> new NotFoundException("cohort", cohort));
    }

    /**
     * Changes from when and until when memberships hold, all of them or none; what was assessed stays.
     *
     * @throws ConflictException if one of them is another by now
     */
    public void reschedule(MembershipChange... changes) {
        Inputs.requireEach("changes", changes);
        desk.run(MANAGE_COHORTS, call -> {
            List<Key> keys = Stream.of(changes)
                    .map(each -> SchoolKinds.membershipsOf(each.membership().learner()))
                    .distinct()
                    .toList();
            Set<Membership> there = new HashSet<>(call.work().whereAny(MEMBERSHIP, keys));
            for (MembershipChange each : changes) {
                Membership before = each.membership();
                if (!there.contains(before)) {
                    throw ConflictException.state("cohort.membership-changed", before.learner());
                }
                call.put(MEMBERSHIP, before.during(each.period()));
            }
            call.journal("cohort.rescheduled");
        });
    }

    /** Ends a learner's membership now. What was assessed stays; the dossier leaves the reach of the cohort's staff. */
    public void leave(CohortId cohort, PersonId learner) {
        Objects.requireNonNull(cohort, "cohort");
        Objects.requireNonNull(learner, "learner");
        leave(cohort, List.of(learner));
    }

    /** Ends the memberships of several learners now; refused when one of them is no member. */
    public void leave(CohortId cohort, Collection<PersonId> learners) {
        Objects.requireNonNull(cohort, "cohort");
        Inputs.requireBounded("learners", learners);
        desk.run(MANAGE_COHORTS, call -> {
            List<Key> keys = learners.stream().map(SchoolKinds::membershipsOf).toList();
            List<Membership> current = call.work().whereAny(MEMBERSHIP, keys).stream()
                    .filter(each ->
                            each.cohort().equals(cohort) && each.period().holdsAt(call.now()))
                    .toList();
            Set<PersonId> members = current.stream().map(Membership::learner).collect(Collectors.toSet());
            for (PersonId each : learners) {
                if (!members.contains(each)) throw new NotFoundException("membership", each);
            }
            current.forEach(each -> call.put(MEMBERSHIP, each.asEnded(call.now())));
            call.journal("cohort.left");
        });
    }

    /** The cohort of this name that the actor may read, if there is one; of several, that of the latest school year. */
    public Optional<Cohort> find(String name) {
        String called = Inputs.bounded("name", name);
        return desk.session().read(work -> {
            var readable = desk.gate().readable(work);
            return Cohorts.named(called, work).filter(readable);
        });
    }

    /** The cohort of this name in this school year, if there is one that the actor may read. */
    public Optional<Cohort> find(String name, SchoolYear year) {
        Objects.requireNonNull(year, "year");
        String called = Inputs.bounded("name", name);
        return desk.session().read(work -> {
            var readable = desk.gate().readable(work);
            return Cohorts.named(called, year, work).filter(readable);
        });
    }

    /** One cohort: for those who may read it, those who learn in it now, and those with a role over it. */
    public Cohort get(CohortId id) {
        Objects.requireNonNull(id, "id");
        return desk.session().read(work -> {
            Predicate<Cohort> readable = desk.gate().readable(work);
            Set<CohortId> own = desk.gate().own(work).cohorts();
            return work.find(COHORT, Scope.ORGANISATION, id.value())
                    .filter(each -> readable.test(each) || own.contains(id))
                    .orElseThrow(() -> new NotFoundException("cohort", id));
        });
    }

    /**
     * A page of the cohorts that the actor may read, in the order in which they were made. To show them by name, see
     * {@link NameOrder#cohorts}.
     *
     * @param request the first page, or {@link Page#next} of the page before
     */
    public Page<Cohort> list(PageRequest request) {
        return desk.session().read(work -> {
            Predicate<Cohort> readable = desk.gate().readable(work);
            return FilteredPages.page(
                    COHORT,
                    Scope.ORGANISATION,
                    request,
                    page -> page.stream().filter(readable).toList(),
                    work);
        });
    }

    /** The cohorts that the actor learns in today, by name: one or a few; none for those who learn nowhere. */
    public List<Cohort> joined() {
        return desk.read(READ_OWN_COHORTS, call -> {
            Set<CohortId> joined = call.where(MEMBERSHIP, SchoolKinds.membershipsOf(call.person())).stream()
                    .filter(each -> each.period().holdsAt(call.now()))
                    .map(Membership::cohort)
                    .collect(Collectors.toSet());
            return call.list(COHORT).stream()
                    .filter(each -> joined.contains(each.id()))
                    .sorted(ORDER)
                    .toList();
        });
    }

    /**
     * A page of the memberships of a cohort, past ones included, in the order in which they were made.
     *
     * @param request the first page, or {@link Page#next} of the page before
     */
    public Page<Membership> members(CohortId cohort, PageRequest request) {
        return desk.read(cohort, READ_COHORT, call -> {
            Predicate<Membership> shown = desk.gate().memberships(call.work());
            return FilteredPages.page(
                    MEMBERSHIP,
                    SchoolKinds.membersOf(cohort),
                    request,
                    page -> page.stream().filter(shown).toList(),
                    call.work());
        });
    }
}
