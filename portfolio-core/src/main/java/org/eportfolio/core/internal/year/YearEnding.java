package org.eportfolio.core.internal.year;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eportfolio.ConflictException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.Message;
import org.eportfolio.NotFoundException;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.PrivacyKinds;
import org.eportfolio.core.internal.kind.SchoolKinds;
import org.eportfolio.core.internal.kind.SharingKinds;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.PersonId;
import org.eportfolio.privacy.Departure;
import org.eportfolio.school.Cohort;
import org.eportfolio.school.Grant;
import org.eportfolio.school.Membership;
import org.eportfolio.school.Reach;
import org.eportfolio.school.SchoolYear;
import org.eportfolio.sharing.ShareLink;
import org.eportfolio.spi.Scope;
import org.eportfolio.year.NewYearEnd;
import org.eportfolio.year.YearEndPlan;
import org.eportfolio.year.YearEndPlan.NextStep;

/** How the year of a cohort ends, from what is kept now. For one thread, within a call. */
public final class YearEnding {
    private final NewYearEnd end;
    private final Work work;
    private final Cohort cohort;
    private final Map<PersonId, List<Membership>> memberships;
    private final SortedMap<PersonId, NextStep> next = new TreeMap<>(Comparator.comparing(PersonId::value));

    /**
     * @throws NotFoundException if there is no such cohort, or a person is named who is no learner of it
     * @throws ConflictException if its year has not begun, or has ended
     */
    public YearEnding(NewYearEnd end, Work work) {
        this.end = end;
        this.work = work;
        work.requireOn(SharingKinds.LINK);
        cohort = work.find(SchoolKinds.COHORT, Scope.ORGANISATION, end.cohort().value())
                .orElseThrow(() -> new NotFoundException("cohort", end.cohort()));
        InvalidInputException.unless(
                end.readableUntil().isAfter(work.today()), "readableUntil", "year-end.until", end.readableUntil());
        InvalidInputException.unless(
                !end.readableUntil().isAfter(work.today().plusDays(ShareLink.LONGEST_DAYS - 1)),
                "readableUntil",
                "link.too-long",
                ShareLink.LONGEST_DAYS);
        List<Membership> ever = work.where(SchoolKinds.MEMBERSHIP, SchoolKinds.membersOf(end.cohort()));
        memberships = work
                .whereAny(
                        SchoolKinds.MEMBERSHIP,
                        ever.stream()
                                .map(each -> SchoolKinds.membershipsOf(each.learner()))
                                .collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.groupingBy(Membership::learner));
        decide();
        requireEndable();
    }

    private void decide() {
        Map<PersonId, List<Departure>> departures = work
                .whereAny(
                        PrivacyKinds.DEPARTURE,
                        memberships.keySet().stream()
                                .map(PrivacyKinds::departuresOf)
                                .toList())
                .stream()
                .collect(Collectors.groupingBy(Departure::learner));
        memberships.forEach((learner, all) -> {
            if (all.stream().anyMatch(each -> isHere(each) && goesOn(each))) next.put(learner, step(learner, all));
            else if (leftThen(all, departures.getOrDefault(learner, List.of()))) {
                next.put(learner, NextStep.LEFT_ALREADY);
            }
        });
    }

    /** Whether the last time in the cohort ended as the dossiers were closed. */
    private boolean leftThen(List<Membership> all, List<Departure> departures) {
        Set<Instant> closed = new HashSet<>();
        for (Departure each : departures) if (each.closedAt() != null) closed.add(each.closedAt());
        return all.stream()
                .filter(this::isHere)
                .anyMatch(each -> closed.contains(each.period().until()));
    }

    private boolean isHere(Membership each) {
        return each.cohort().equals(end.cohort());
    }

    private boolean goesOn(Membership each) {
        return each.period().endsAfter(work.now());
    }

    private NextStep step(PersonId learner, List<Membership> all) {
        if (end.leaving().contains(learner)) return NextStep.LEAVES;
        if (all.stream().anyMatch(each -> !isHere(each) && goesOn(each))) return NextStep.GOES_ON;
        if (end.staying().contains(learner)) return NextStep.STAYS;
        return switch (end.others()) {
            case NAMED -> NextStep.UNDECIDED;
            case LEAVE -> NextStep.LEAVES;
            case STAY -> NextStep.STAYS;
        };
    }

    private void requireEndable() {
        SchoolYear year = cohort.schoolYear();
        if (year != null && year.firstDay().isAfter(work.today())) {
            throw ConflictException.state("year-end.not-begun", cohort.name(), year);
        }
        boolean over = next.values().stream().allMatch(each -> each == NextStep.LEFT_ALREADY);
        if (cohort.closedOn() != null && over) {
            throw ConflictException.state("year-end.ended", cohort.name(), cohort.closedOn());
        }
        for (PersonId each : end.leaving()) requireKnown(each);
        for (PersonId each : end.staying()) requireKnown(each);
    }

    private void requireKnown(PersonId named) {
        if (!next.containsKey(named)) throw new NotFoundException("membership", named);
    }

    /** The same, with what is missing and open. */
    public YearEndPlan plan() {
        Map<PersonId, List<Dossier>> dossiers =
                work
                        .whereAny(
                                DossierKinds.DOSSIER,
                                next.keySet().stream()
                                        .map(DossierKinds::dossiersOf)
                                        .toList())
                        .stream()
                        .collect(Collectors.groupingBy(Dossier::learner));
        UnfinishedWork open = new UnfinishedWork(end.cohort(), dossiers, work);
        List<YearEndPlan.Line> lines = new ArrayList<>();
        next.forEach((learner, step) -> lines.add(new YearEndPlan.Line(
                learner, step, step == NextStep.LEFT_ALREADY ? List.of() : remarks(learner, step, open))));
        List<Message> missing = new ArrayList<>(open.campaigns());
        if (lines.isEmpty()) missing.add(Message.of("year-end.no-learner"));
        return new YearEndPlan(
                cohort,
                lines,
                roles().stream()
                        .map(each -> new YearEndPlan.EndingRole(each.holder(), each.role()))
                        .toList(),
                missing);
    }

    private List<Message> remarks(PersonId learner, NextStep step, UnfinishedWork open) {
        List<Message> remarks = new ArrayList<>();
        boolean elsewhere = others(learner).stream().anyMatch(this::goesOn);
        if (step == NextStep.LEAVES && elsewhere) remarks.add(Message.of("year-end.leaves-all"));
        if (step == NextStep.STAYS) remarks.add(Message.of("year-end.no-class-yet"));
        remarks.addAll(open.of(learner, step == NextStep.LEAVES));
        return remarks;
    }

    private List<Membership> others(PersonId learner) {
        return memberships.getOrDefault(learner, List.of()).stream()
                .filter(each -> !isHere(each))
                .toList();
    }

    /** What becomes of each learner who is in the cohort, or left it by an earlier run; in the order of their ids. */
    public List<PersonId> those(NextStep step) {
        return next.entrySet().stream()
                .filter(each -> each.getValue() == step)
                .map(Map.Entry::getKey)
                .toList();
    }

    public Cohort cohort() {
        return cohort;
    }

    /** The roles over the cohort that still hold or will. */
    public List<Grant> roles() {
        return work.where(SchoolKinds.GRANT, SchoolKinds.grantsOver(new Reach.OfCohort(end.cohort()))).stream()
                .filter(each -> each.period().endsAfter(work.now()))
                .toList();
    }

    /** Ends the time of those who go on, once their next class begins; puts what changes. */
    public void goOn() {
        for (PersonId each : those(NextStep.GOES_ON)) {
            Instant begins = others(each).stream()
                    .filter(this::goesOn)
                    .map(other -> other.period().from())
                    .min(Comparator.naturalOrder())
                    .orElse(work.now());
            Instant last = begins.isBefore(work.now()) ? work.now() : begins;
            for (Membership here : memberships.getOrDefault(each, List.of())) {
                if (!isHere(here) || !goesOn(here)) continue;
                Membership ended = here.asEnded(last);
                if (!ended.equals(here)) work.put(SchoolKinds.MEMBERSHIP, ended);
            }
        }
    }

    /** Whether this learner is still to leave. */
    public static boolean isIn(CohortId cohort, PersonId learner, Work work) {
        return work.where(SchoolKinds.MEMBERSHIP, SchoolKinds.membershipsOf(learner)).stream()
                .anyMatch(each -> each.cohort().equals(cohort) && each.period().endsAfter(work.now()));
    }
}
