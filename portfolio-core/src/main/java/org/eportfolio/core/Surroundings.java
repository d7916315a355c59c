package org.eportfolio.core;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eportfolio.core.internal.work.Ids;
import org.eportfolio.core.internal.work.Kinds;
import org.eportfolio.core.internal.work.RecordKind;
import org.eportfolio.core.internal.work.References;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.dossier.Setting;
import org.eportfolio.framework.FrameworkId;
import org.eportfolio.id.AdoptionId;
import org.eportfolio.id.CampaignId;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.MissionId;
import org.eportfolio.id.PersonId;
import org.eportfolio.spi.Key;
import org.eportfolio.spi.Kind;
import org.eportfolio.spi.Row;
import org.eportfolio.spi.RowName;
import org.eportfolio.spi.Scope;

/**
 * What some dossiers need of the organisation to be understood: adoptions, frameworks, cohorts and memberships of their
 * learners, campaigns, missions in all their revisions, and the names of the people in all of it. No grant, and of a
 * campaign nothing that tells who reviews whom.
 */
final class Surroundings {
    /** The kinds that can be among them, in the order in which each needs only those before it. */
    static final List<RecordKind<?>> KINDS = List.of(
            Kinds.FRAMEWORK,
            Kinds.CROSSWALK,
            Kinds.SUCCESSION,
            Kinds.ADOPTION,
            Kinds.PERSON,
            Kinds.COHORT,
            Kinds.MEMBERSHIP,
            Kinds.CAMPAIGN,
            Kinds.MISSION);

    private final Work work;
    private final Map<RowName, Row> found = new LinkedHashMap<>();
    private final Set<Object> known = new HashSet<>();
    private final Deque<Object> left = new ArrayDeque<>();
    private final Set<PersonId> people = new HashSet<>();
    private final Set<FrameworkId> frameworks = new HashSet<>();

    Surroundings(Work work) {
        this.work = work;
    }

    Surroundings with(FrameworkId framework) {
        of(framework);
        return this;
    }

    /** A cohort with all its memberships, whoever holds them. */
    void whole(CohortId cohort) {
        of(cohort);
        take(Kinds.MEMBERSHIP, work.view().where(Kinds.membersOf(cohort), null, Integer.MAX_VALUE));
    }

    /** Takes up what a record speaks of. */
    void of(Object record) {
        References.in(record, each -> {
            if (each instanceof PersonId person) people.add(person);
            else if (each instanceof Setting.Mission lived) mission(lived);
            else if (each instanceof Dossier dossier) open(new Learning(dossier.learner()));
            else if (each instanceof AdoptionId
                    || each instanceof FrameworkId
                    || each instanceof CohortId
                    || each instanceof CampaignId
                    || each instanceof MissionId) open(each);
        });
    }

    /** Whose memberships are wanted. */
    private record Learning(PersonId learner) {}

    private void mission(Setting.Mission lived) {
        try {
            open(MissionId.of(lived.scenario(), lived.mission()));
        } catch (org.eportfolio.InvalidInputException e) {
            // The learner wrote a name that no mission can have.
            return;
        }
    }

    private void open(Object reference) {
        if (known.add(reference)) left.add(reference);
    }

    /** All of it, each kind in the order of ids. */
    Collection<Row> rows() {
        while (!left.isEmpty()) follow(left.remove());
        joining(Kinds.CROSSWALK);
        joining(Kinds.SUCCESSION);
        take(
                Kinds.PERSON,
                people.isEmpty()
                        ? List.of()
                        : work.view()
                                .whereAny(people.stream().map(Kinds::namesOf).collect(Collectors.toSet())));
        return found.values().stream()
                .sorted(Comparator.comparing(Row::id, Ids.BY_BYTES))
                .toList();
    }

    private void follow(Object reference) {
        if (reference instanceof AdoptionId adoption) find(Kinds.ADOPTION, adoption.value());
        else if (reference instanceof CohortId cohort) find(Kinds.COHORT, cohort.value());
        else if (reference instanceof CampaignId campaign) find(Kinds.CAMPAIGN, campaign.value());
        else if (reference instanceof Learning learning) {
            Key theirs = Kinds.membershipsOf(learning.learner());
            take(Kinds.MEMBERSHIP, work.view().where(theirs, null, Integer.MAX_VALUE));
        } else if (reference instanceof FrameworkId framework) {
            frameworks.add(framework);
            find(Kinds.FRAMEWORK, Kinds.frameworkId(framework));
        } else if (reference instanceof MissionId mission) {
            int revision = 1;
            while (find(mission, revision)) revision++;
        }
    }

    private boolean find(MissionId mission, int revision) {
        List<Row> rows = work.view().where(Kinds.missionRevision(mission, revision), null, 1);
        take(Kinds.MISSION, rows);
        return !rows.isEmpty();
    }

    private void find(RecordKind<?> kind, UUID id) {
        Optional<Row> row = work.view().find(Scope.ORGANISATION, kind.kind(), id);
        row.ifPresent(each -> take(kind, List.of(each)));
    }

    /** What leads from one of the frameworks to another of them. */
    private <T> void joining(RecordKind<T> kind) {
        List<Row> all = work.view().list(Scope.ORGANISATION, kind.kind(), null, Integer.MAX_VALUE);
        List<T> records = work.decode(kind, all);
        for (int i = 0; i < all.size(); i++) {
            Set<FrameworkId> ends = new HashSet<>();
            References.in(records.get(i), each -> {
                if (each instanceof FrameworkId framework) ends.add(framework);
            });
            if (frameworks.containsAll(ends)) found.putIfAbsent(RowName.of(all.get(i)), all.get(i));
        }
    }

    private <T> void take(RecordKind<T> kind, List<Row> rows) {
        Kind name = kind.kind();
        List<Row> wanted = rows.stream().filter(row -> row.kind().equals(name)).toList();
        List<T> records = work.decode(kind, wanted);
        for (int i = 0; i < wanted.size(); i++) {
            if (found.putIfAbsent(RowName.of(wanted.get(i)), wanted.get(i)) == null) of(records.get(i));
        }
    }
}
