package org.eportfolio.core.internal.archive;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eportfolio.core.internal.kind.FrameworkKinds;
import org.eportfolio.core.internal.kind.Kinds;
import org.eportfolio.core.internal.kind.PeerKinds;
import org.eportfolio.core.internal.kind.RecordKind;
import org.eportfolio.core.internal.kind.Route;
import org.eportfolio.core.internal.kind.ScenarioKinds;
import org.eportfolio.core.internal.kind.SchoolKinds;
import org.eportfolio.core.internal.work.Ids;
import org.eportfolio.core.internal.work.Inside;
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
 * campaign nothing that reveals who reviews whom.
 */
final class ArchiveContext {
    /** The kinds that can be among them, in the order in which each needs only those before it. */
    static final List<RecordKind<?>> KINDS = Kinds.leavingBy(Route.CONTEXT);

    private static final int FEW = 2;

    private final Work work;
    private final Map<RowName, Row> found = new LinkedHashMap<>();
    private final Set<Object> known = new HashSet<>();
    private final List<Object> left = new ArrayList<>();
    private final Set<PersonId> people = new HashSet<>();
    private final Set<FrameworkId> frameworks = new HashSet<>();

    ArchiveContext(Work work) {
        this.work = work;
    }

    ArchiveContext with(FrameworkId framework) {
        of(framework);
        return this;
    }

    /** A cohort with the memberships of all its people. */
    void whole(CohortId cohort) {
        of(cohort);
        take(SchoolKinds.MEMBERSHIP, work.view().where(SchoolKinds.membersOf(cohort), null, Integer.MAX_VALUE));
    }

    /** Takes up what a record speaks of. */
    void of(Object record) {
        Inside.each(record, each -> {
            if (each instanceof PersonId person) people.add(person);
            else if (each instanceof Setting.Mission lived) mission(lived);
            else if (each instanceof Dossier dossier) open(new Learning(dossier.learner()));
            else if (each instanceof AdoptionId
                    || each instanceof FrameworkId
                    || each instanceof CohortId
                    || each instanceof CampaignId) open(each);
            else if (each instanceof MissionId mission) open(new Revision(mission, 1));
        });
    }

    /** Whose memberships are wanted. */
    private record Learning(PersonId learner) {}

    private record Revision(MissionId mission, int number) {}

    private void mission(Setting.Mission lived) {
        try {
            open(new Revision(MissionId.of(lived.scenario(), lived.mission()), 1));
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
        while (!left.isEmpty()) {
            List<Object> all = List.copyOf(left);
            left.clear();
            follow(all);
        }
        joining(FrameworkKinds.CROSSWALK);
        joining(FrameworkKinds.SUCCESSION);
        take(
                SchoolKinds.PERSON,
                people.isEmpty()
                        ? List.of()
                        : work.view()
                                .whereAny(people.stream()
                                        .map(SchoolKinds::namesOf)
                                        .collect(Collectors.toSet())));
        return found.values().stream()
                .sorted(Comparator.comparing(Row::id, Ids.BY_BYTES))
                .toList();
    }

    /** All that was spoken of and not looked at yet: as many readings as for one, which may speak of more. */
    private void follow(List<Object> spokenOf) {
        only(FrameworkId.class, spokenOf).forEach(frameworks::add);
        find(FrameworkKinds.FRAMEWORK, only(FrameworkId.class, spokenOf).map(FrameworkKinds::frameworkId));
        find(FrameworkKinds.ADOPTION, only(AdoptionId.class, spokenOf).map(AdoptionId::value));
        find(SchoolKinds.COHORT, only(CohortId.class, spokenOf).map(CohortId::value));
        take(PeerKinds.CAMPAIGN, carrying(only(CampaignId.class, spokenOf).map(PeerKinds::campaign)));
        take(
                SchoolKinds.MEMBERSHIP,
                carrying(only(Learning.class, spokenOf).map(each -> SchoolKinds.membershipsOf(each.learner()))));
        List<Row> missions = carrying(only(Revision.class, spokenOf)
                .map(each -> ScenarioKinds.missionRevision(each.mission(), each.number())));
        take(ScenarioKinds.MISSION, missions);
        work.decode(ScenarioKinds.MISSION, missions)
                .forEach(each -> open(new Revision(each.id(), each.revision() + 1)));
    }

    private static <T> Stream<T> only(Class<T> type, List<Object> all) {
        return all.stream().filter(type::isInstance).map(type::cast);
    }

    private List<Row> carrying(Stream<Key> keys) {
        Set<Key> all = keys.collect(Collectors.toSet());
        return all.isEmpty() ? List.of() : work.view().whereAny(all);
    }

    /** Few are looked up one by one, many among all of their kind: there are never very many of these. */
    private void find(RecordKind<?> kind, Stream<UUID> ids) {
        Set<UUID> wanted = ids.collect(Collectors.toSet());
        if (wanted.size() <= FEW) {
            wanted.forEach(each -> take(
                    kind,
                    work.view().find(Scope.ORGANISATION, kind.kind(), each).stream()
                            .toList()));
        } else {
            take(
                    kind,
                    work.view().list(Scope.ORGANISATION, kind.kind(), null, Integer.MAX_VALUE).stream()
                            .filter(each -> wanted.contains(each.id()))
                            .toList());
        }
    }

    /** What leads from one of the frameworks to another of them. */
    private <T> void joining(RecordKind<T> kind) {
        List<Row> all = work.view().list(Scope.ORGANISATION, kind.kind(), null, Integer.MAX_VALUE);
        List<T> records = work.decode(kind, all);
        for (int i = 0; i < all.size(); i++) {
            Set<FrameworkId> ends = new HashSet<>();
            Inside.each(records.get(i), each -> {
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
