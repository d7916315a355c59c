package org.eportfolio.core.internal.privacy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eportfolio.ConflictException;
import org.eportfolio.badge.BadgeAward;
import org.eportfolio.core.internal.access.Entitled;
import org.eportfolio.core.internal.badge.BadgePlaces;
import org.eportfolio.core.internal.kind.Kinds;
import org.eportfolio.core.internal.kind.PrivacyKinds;
import org.eportfolio.core.internal.kind.RecordKind;
import org.eportfolio.core.internal.kind.TraceKinds;
import org.eportfolio.core.internal.work.RowSurvey;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.id.ErasureId;
import org.eportfolio.id.PersonId;
import org.eportfolio.privacy.ErasureOutcome;
import org.eportfolio.privacy.ErasurePlan;
import org.eportfolio.privacy.ErasureReceipt;
import org.eportfolio.privacy.PlannedRecord;
import org.eportfolio.spi.Kind;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.RowName;
import org.eportfolio.spi.Scope;
import org.jspecify.annotations.Nullable;

/** Carries a plan out within one commit, upon the records as they stand there. For one thread. */
final class ErasureAct {
    private final ErasurePlan plan;
    private final Work work;
    private final List<Step<?>> steps = new ArrayList<>();

    /** A record and what becomes of it. */
    private record Step<T>(RecordKind<T> kind, RowName name, T record, ErasureOutcome outcome) {}

    private ErasureAct(ErasurePlan plan, Work work) {
        this.plan = plan;
        this.work = work;
    }

    static RowName name(PlannedRecord planned) {
        return new RowName(new Scope(planned.scope()), new Kind(planned.kind()), planned.id());
    }

    /**
     * Does exactly the plan, and journals it.
     *
     * @param gone records of the plan that went before, with another person whom they concerned too
     * @param by {@code null} where an erasure is done again by the system
     * @throws ConflictException if another record of the plan is not there any more
     */
    static ErasureReceipt done(
            ErasurePlan plan,
            Set<RowName> gone,
            ErasureId id,
            @Nullable String visa,
            @Nullable Entitled by,
            Work work) {
        ErasureAct act = new ErasureAct(plan, work);
        act.look(gone);
        return act.carryOut(id, visa, by);
    }

    private void look(Set<RowName> gone) {
        Map<RowName, Row> rows = new HashMap<>();
        Set<RowName> names = new HashSet<>();
        plan.records().forEach(each -> names.add(name(each)));
        work.view().rows(names).forEach(each -> rows.put(RowName.of(each), each));
        for (PlannedRecord each : plan.records()) {
            RowName name = name(each);
            Row row = rows.get(name);
            if (row != null) step(row, each.outcome());
            else if (!gone.contains(name)) throw ConflictException.state("erasure.changed");
        }
        for (Row each : readUnchained()) {
            if (!names.contains(RowName.of(each))) step(each, ErasureOutcome.DELETE);
        }
    }

    /** What no chain speaks of may have come since it was planned, without a trace of it: what they read, and their settings. */
    private List<Row> readUnchained() {
        List<Row> rows =
                new ArrayList<>(work.view().where(TraceKinds.visitsOf(plan.person()), null, Integer.MAX_VALUE));
        // Under an id that was given on stand the settings of the one who had it first.
        for (String each : work.identities().asked(plan.person()).toList()) {
            work.view()
                    .find(
                            Scope.ORGANISATION,
                            TraceKinds.NOTICE_PREFERENCES.kind(),
                            TraceKinds.noticePreferencesId(PersonId.of(each)))
                    .ifPresent(rows::add);
        }
        return rows;
    }

    private void step(Row row, ErasureOutcome outcome) {
        steps.add(step(Kinds.find(row.kind()).orElseThrow(), row, outcome));
    }

    private <T> Step<T> step(RecordKind<T> kind, Row row, ErasureOutcome outcome) {
        return new Step<>(kind, RowName.of(row), RowSurvey.record(kind, row, work), outcome);
    }

    private ErasureReceipt carryOut(ErasureId id, @Nullable String visa, @Nullable Entitled by) {
        for (Step<?> each : steps) carryOut(each);
        plan.revisions().keySet().forEach(scope -> work.touch(new Scope(scope)));
        ErasureReceipt receipt = new ErasureReceipt(
                id,
                work.now(),
                plan.pseudonym(),
                counts(),
                plan.destruction().files(),
                plan.destruction().bytes(),
                traces(),
                plan.decisions(),
                visa,
                null);
        work.put(PrivacyKinds.ERASURE, receipt);
        work.journal(
                by == null ? "person.erased-again" : "person.erased",
                by == null ? null : by.person(),
                by == null ? null : by.role());
        return receipt;
    }

    private <T> void carryOut(Step<T> step) {
        if (step.outcome() == ErasureOutcome.DELETE) {
            work.remove(step.kind(), step.name());
            if (step.record() instanceof BadgeAward award) BadgePlaces.revoke(award, work);
            // The organisation's chain spoke of the dossier when it was opened.
            if (step.record() instanceof Dossier) work.mention(Scope.ORGANISATION, step.kind(), step.record());
        } else if (step.outcome() == ErasureOutcome.PSEUDONYMISE) {
            work.put(step.kind(), KeptByOthers.under(plan.pseudonym(), step.record(), plan.person()));
        }
    }

    private List<ErasureReceipt.Count> counts() {
        record Cell(String kind, ErasureOutcome outcome) {}
        Map<Cell, Integer> counts = new LinkedHashMap<>();
        for (Step<?> each : steps) {
            counts.merge(new Cell(each.kind().kind().name(), each.outcome()), 1, Integer::sum);
        }
        return counts.entrySet().stream()
                .map(each -> new ErasureReceipt.Count(
                        each.getKey().kind(), each.getKey().outcome(), each.getValue()))
                .toList();
    }

    /** The records by which an older backup can identify the person. */
    private List<ErasureReceipt.Trace> traces() {
        List<ErasureReceipt.Trace> traces = new ArrayList<>();
        for (Step<?> each : steps) {
            boolean gone = each.outcome() == ErasureOutcome.DELETE;
            if (!gone || !identified(each).equals(Optional.of(plan.person()))) continue;
            RowName at = each.name();
            traces.add(new ErasureReceipt.Trace(at.scope().id(), at.kind().name(), at.id()));
        }
        return traces;
    }

    private static <T> Optional<PersonId> identified(Step<T> step) {
        return step.kind().identified(step.record());
    }
}
