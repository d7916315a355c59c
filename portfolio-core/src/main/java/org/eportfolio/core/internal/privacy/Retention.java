package org.eportfolio.core.internal.privacy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.eportfolio.ConflictException;
import org.eportfolio.Page;
import org.eportfolio.PageRequest;
import org.eportfolio.core.internal.kind.SchoolKinds;
import org.eportfolio.core.internal.school.Guardianship;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.id.PersonId;
import org.eportfolio.privacy.RetentionDue;
import org.eportfolio.privacy.RetentionRule;
import org.eportfolio.school.Grant;
import org.eportfolio.school.Membership;
import org.eportfolio.school.Period;
import org.eportfolio.school.Role;
import org.eportfolio.spi.Scope;

/** From which day on whom a retention rule concerns. */
public final class Retention {
    private static final Comparator<UUID> BY_DAY =
            Comparator.comparingLong(UUID::getMostSignificantBits).thenComparingLong(UUID::getLeastSignificantBits);

    private final Work work;
    private final ZoneId zone;
    /** When a person's last role or membership ends; absent while one has no end. */
    private final Map<PersonId, Instant> learners = new HashMap<>();

    private final Map<PersonId, Instant> staff = new HashMap<>();
    private final Set<PersonId> staying = new HashSet<>();

    private Retention(List<Membership> memberships, List<Grant> grants, Work work, ZoneId zone) {
        this.work = work;
        this.zone = zone;
        for (Membership each : memberships) note(each.learner(), each.period(), learners);
        for (Grant each : Guardianship.asTheyHold(grants, work))
            note(each.holder(), each.period(), each.role() == Role.LEARNER ? learners : staff);
    }

    /** Everybody's: all memberships and grants are read. */
    public static Retention ofAll(Work work, ZoneId zone) {
        return new Retention(
                work.list(SchoolKinds.MEMBERSHIP, Scope.ORGANISATION),
                work.list(SchoolKinds.GRANT, Scope.ORGANISATION),
                work,
                zone);
    }

    /** From when on a rule concerns a person; empty when it does not. */
    public static Optional<RetentionDue> of(PersonId person, RetentionRule rule, Work work, ZoneId zone) {
        return new Retention(
                        work.where(SchoolKinds.MEMBERSHIP, SchoolKinds.membershipsOf(person)),
                        work.where(SchoolKinds.GRANT, SchoolKinds.grantsOf(person)),
                        work,
                        zone)
                .measured(List.of(rule), each -> true).stream().findFirst();
    }

    /**
     * Refuses what a rule does with a person before it makes it due.
     *
     * @throws ConflictException if the rule does not concern the person, or not yet
     */
    public static void requireDue(PersonId person, RetentionRule rule, Work work) {
        RetentionDue due = of(person, rule, work, work.zone())
                .orElseThrow(() -> ConflictException.state("retention.not-concerned", rule.id()));
        if (due.dueOn().isAfter(work.today())) throw ConflictException.state("retention.not-due", due.dueOn());
    }

    private void note(PersonId person, Period period, Map<PersonId, Instant> ends) {
        Instant until = period.until();
        if (until == null || until.isAfter(work.now())) staying.add(person);
        else ends.merge(person, until, (a, b) -> a.isAfter(b) ? a : b);
    }

    /** A page of those whom the rules make due up to this day, the longest overdue first. */
    public Page<RetentionDue> due(List<RetentionRule> rules, LocalDate on, PageRequest request) {
        List<RetentionDue> due = measured(rules, each -> !each.dueOn().isAfter(on));
        Comparator<UUID> order = BY_DAY;
        if (request.order() == PageRequest.Order.NEWEST_FIRST) {
            Collections.reverse(due);
            order = BY_DAY.reversed();
        }
        UUID after = request.after();
        if (after != null) {
            Comparator<UUID> place = order;
            due.removeIf(each -> place.compare(place(each), after) <= 0);
        }
        if (due.size() <= request.size()) return new Page<>(due, null);
        List<RetentionDue> cut = due.subList(0, request.size());
        return new Page<>(cut, request.after(place(cut.get(cut.size() - 1))));
    }

    /** Where one stands in the list, also once those before were erased: the day first, then what tells those of a day apart. */
    private static UUID place(RetentionDue each) {
        String name = each.rule().id() + " " + each.person();
        long ofTheDay =
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).getLeastSignificantBits();
        return new UUID(each.dueOn().toEpochDay(), ofTheDay);
    }

    private List<RetentionDue> measured(List<RetentionRule> rules, Predicate<RetentionDue> wanted) {
        List<RetentionDue> due = new ArrayList<>();
        for (RetentionRule rule : rules) {
            boolean ofLearners = rule.startsWith() == RetentionRule.Start.LEARNER_LEFT;
            (ofLearners ? learners : staff).forEach((person, end) -> {
                if (staying.contains(person) || (!ofLearners && learners.containsKey(person))) return;
                LocalDate started = end.atZone(zone).toLocalDate();
                RetentionDue one = new RetentionDue(person, rule, started, rule.dueOn(started));
                if (wanted.test(one)) due.add(one);
            });
        }
        due.sort(Comparator.comparing(Retention::place, BY_DAY));
        return due;
    }
}
