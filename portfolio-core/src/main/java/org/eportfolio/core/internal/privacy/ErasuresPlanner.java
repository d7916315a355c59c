package org.eportfolio.core.internal.privacy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eportfolio.ConflictException;
import org.eportfolio.InvalidInputException;
import org.eportfolio.Message;
import org.eportfolio.NotFoundException;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.id.PersonId;
import org.eportfolio.id.SealId;
import org.eportfolio.privacy.DataCategory;
import org.eportfolio.privacy.DestructionList;
import org.eportfolio.privacy.ErasureOutcome;
import org.eportfolio.privacy.ErasurePlan;
import org.eportfolio.privacy.ErasuresPlan;
import org.eportfolio.privacy.ErasuresPlan.Blocked;
import org.eportfolio.privacy.NewErasures;
import org.eportfolio.privacy.PlannedFile;
import org.eportfolio.privacy.PlannedRecord;
import org.eportfolio.privacy.RetentionRule;
import org.eportfolio.privacy.SealDecision;
import org.eportfolio.spi.RowName;
import org.eportfolio.spi.Stored;
import org.jspecify.annotations.Nullable;

/** Plans the erasures of several people from one snapshot, and says who of them is not erased. For one thread. */
final class ErasuresPlanner {
    private final NewErasures asked;
    private final @Nullable RetentionRule rule;
    private final PersonId by;
    private final Work work;
    private final Optional<PersonId> onlyHead;
    private final List<Blocked> blocked = new ArrayList<>();

    /** @param by who asks, and does not erase themselves */
    ErasuresPlanner(NewErasures asked, @Nullable RetentionRule rule, PersonId by, Work work) {
        this.asked = asked;
        this.rule = rule;
        this.by = by;
        this.work = work;
        this.onlyHead = Erasures.onlyHead(work);
    }

    ErasuresPlan plan(boolean publicBody) {
        ErasureSurvey.Planned planned = ErasureSurvey.plan(unblocked(), publicBody, work);
        List<ErasurePlan> plans = new ArrayList<>();
        for (ErasurePlan each : planned.plans()) {
            if (each.records().isEmpty())
                blocked.add(
                        new Blocked(each.person(), new NotFoundException("person", each.person()).reason(), List.of()));
            else plans.add(each);
        }
        DestructionList destruction = destruction(plans, planned.staying());
        return new ErasuresPlan(plans, blocked, destruction, publicBody && destruction.records() > 0, null);
    }

    private List<ErasurePlanner> unblocked() {
        List<ErasurePlanner> planners = new ArrayList<>();
        Set<SealId> seals = new HashSet<>();
        for (PersonId person : new LinkedHashSet<>(asked.people())) {
            ErasurePlanner planner = new ErasurePlanner(ErasurePlanner.Asked.of(person, rule, asked.decisions()), work);
            planner.decisions().forEach(each -> seals.add(each.seal()));
            Optional<Message> obstacle = obstacle(planner);
            if (obstacle.isPresent()) blocked.add(new Blocked(person, obstacle.get(), planner.undecided()));
            else planners.add(planner);
        }
        for (SealDecision each : asked.decisions()) {
            InvalidInputException.unless(seals.contains(each.seal()), "decisions", "erasure.no-seal", each.seal());
        }
        return planners;
    }

    /** What stands against erasing this person; empty if nothing does. */
    private Optional<Message> obstacle(ErasurePlanner planner) {
        PersonId person = planner.person();
        if (person.equals(by)) return Optional.of(Message.of("denied.erase-oneself"));
        if (onlyHead.filter(person::equals).isPresent()) return Optional.of(Message.of("grant.last-head"));
        try {
            if (rule != null) Retention.requireDue(person, rule, work);
        } catch (ConflictException e) {
            return Optional.of(e.reason());
        }
        return planner.undecided().isEmpty()
                ? Optional.empty()
                : Optional.of(Message.of("erasure.undecided", planner.undecided()));
    }

    private static DestructionList destruction(List<ErasurePlan> plans, Set<Stored> staying) {
        Map<DataCategory, Integer> counts = new EnumMap<>(DataCategory.class);
        Set<RowName> records = new HashSet<>();
        Set<Stored> files = new HashSet<>();
        Instant earliest = null;
        Instant latest = null;
        for (ErasurePlan plan : plans) {
            for (PlannedRecord each : plan.records()) {
                boolean goes = each.outcome() == ErasureOutcome.DELETE && records.add(ErasureAct.name(each));
                if (goes) counts.merge(each.category(), 1, Integer::sum);
            }
            plan.files().stream().map(PlannedFile::content).forEach(files::add);
            Instant first = plan.destruction().earliest();
            Instant last = plan.destruction().latest();
            if (first != null && (earliest == null || first.isBefore(earliest))) earliest = first;
            if (last != null && (latest == null || last.isAfter(latest))) latest = last;
        }
        files.removeAll(staying);
        return new DestructionList(
                counts.entrySet().stream()
                        .map(each -> new DestructionList.Line(each.getKey(), each.getValue()))
                        .toList(),
                earliest,
                latest,
                records.size(),
                files.size(),
                files.stream().mapToLong(Stored::size).sum());
    }
}
