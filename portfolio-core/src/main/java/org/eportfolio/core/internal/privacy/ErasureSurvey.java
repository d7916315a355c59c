package org.eportfolio.core.internal.privacy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.GroupKinds;
import org.eportfolio.core.internal.kind.RecordKind;
import org.eportfolio.core.internal.kind.Reference;
import org.eportfolio.core.internal.kind.SchoolKinds;
import org.eportfolio.core.internal.work.Inside;
import org.eportfolio.core.internal.work.Mentions;
import org.eportfolio.core.internal.work.RowSurvey;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.GroupProduction;
import org.eportfolio.privacy.ErasurePlan;
import org.eportfolio.school.IdChange;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.Scope;
import org.eportfolio.spi.Stored;
import org.jspecify.annotations.Nullable;

/**
 * Goes once through everything that is kept, for however many people are to be erased, and shows each record to the planners
 * of those whom it may concern. For one thread.
 */
final class ErasureSurvey {
    private final Work work;
    private final List<ErasurePlanner> planners;
    private final Mentions<ErasurePlanner> people = new Mentions<>();
    private final Mentions<ErasurePlanner> dossiers = new Mentions<>();
    private final Mentions<Release> released = new Mentions<>();
    private final Map<Scope, List<ErasurePlanner>> owners = new HashMap<>();
    private final Map<UUID, List<ErasurePlanner>> othersWork = new HashMap<>();
    private final Map<Stored, Integer> held = new HashMap<>();
    private final Set<Stored> staying = new HashSet<>();

    /** That a planner's person gave up an id. */
    private record Release(ErasurePlanner planner, UUID id) {}

    private ErasureSurvey(List<ErasurePlanner> planners, Work work) {
        this.work = work;
        this.planners = planners;
        for (ErasurePlanner planner : planners) {
            work.identities().all(planner.person()).forEach(id -> people.add(id, planner));
            for (IdChange each : planner.releases())
                released.add(each.from(), new Release(planner, each.id().value()));
            for (Scope each : planner.own()) {
                owners.computeIfAbsent(each, scope -> new ArrayList<>()).add(planner);
                dossiers.add(each.id().toString(), planner);
            }
        }
    }

    /**
     * The plans from one snapshot, in the order of the planners.
     *
     * @param staying contents that records refer to that no plan deletes
     */
    record Planned(List<ErasurePlan> plans, Set<Stored> staying) {}

    static Planned plan(List<ErasurePlanner> planners, boolean visaNeeded, Work work) {
        ErasureSurvey survey = new ErasureSurvey(planners, work);
        RowSurvey.ofDossiers(GroupKinds.GROUP, work, survey::lookAtGroup);
        RowSurvey.all(work, survey::look);
        List<ErasurePlan> plans = new ArrayList<>();
        for (ErasurePlanner each : survey.planners) {
            each.lookAtReleases();
            plans.add(each.plan(visaNeeded, survey.held));
        }
        return new Planned(plans, survey.staying);
    }

    private void lookAtGroup(Row row) {
        Set<ErasurePlanner> named = people.in(row);
        if (named.isEmpty()) return;
        GroupProduction group = RowSurvey.record(GroupKinds.GROUP, row, work);
        UUID production = group.production().value();
        for (ErasurePlanner each : named) {
            if (each.madeIn(group))
                othersWork.computeIfAbsent(production, id -> new ArrayList<>()).add(each);
        }
    }

    private <T> void look(RecordKind<T> kind, Row row) {
        for (Release each : released.in(row)) {
            if (!row.id().equals(each.id())) each.planner().use(each.id());
        }
        Set<ErasurePlanner> concerned = concerned(kind, row);
        T record = concerned.isEmpty() ? null : RowSurvey.record(kind, row, work);
        boolean goes = false;
        if (record != null) {
            for (ErasurePlanner each : concerned) goes |= each.consider(kind, row, record);
        }
        for (Stored each : contents(kind, row, record)) {
            held.merge(each, 1, Integer::sum);
            if (!goes) staying.add(each);
        }
    }

    private <T> Iterable<Stored> contents(RecordKind<T> kind, Row row, @Nullable T record) {
        if (!Reference.holdingContents().contains(kind)) return List.of();
        return record == null ? RowSurvey.contents(kind, row, work) : Inside.contents(record);
    }

    private Set<ErasurePlanner> concerned(RecordKind<?> kind, Row row) {
        Set<ErasurePlanner> concerned = new LinkedHashSet<>(owners.getOrDefault(row.scope(), List.of()));
        concerned.addAll(people.in(row));
        if (kind == DossierKinds.PRODUCTION) concerned.addAll(othersWork.getOrDefault(row.id(), List.of()));
        if (kind == SchoolKinds.GRANT) concerned.addAll(dossiers.in(row));
        return concerned;
    }
}
