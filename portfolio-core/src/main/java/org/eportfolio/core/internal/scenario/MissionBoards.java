package org.eportfolio.core.internal.scenario;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.eportfolio.access.Permission;
import org.eportfolio.core.internal.access.ManyDossiers;
import org.eportfolio.core.internal.call.Call;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.ScenarioKinds;
import org.eportfolio.core.internal.kind.SchoolKinds;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.framework.FrameworkId;
import org.eportfolio.id.CohortId;
import org.eportfolio.id.DossierId;
import org.eportfolio.id.MissionId;
import org.eportfolio.id.PersonId;
import org.eportfolio.scenario.MissionBoard;
import org.eportfolio.scenario.MissionStatus;
import org.eportfolio.scenario.MissionWork;
import org.eportfolio.scenario.PublishedMission;
import org.eportfolio.scenario.Statement;
import org.eportfolio.school.Membership;

/** Puts the learners of a cohort whose progress opens to the person of the call together with missions, in a few readings. */
public final class MissionBoards {
    private MissionBoards() {}

    public static MissionBoard of(
            Call call,
            CohortId cohort,
            Map<MissionId, PublishedMission> offered,
            BiFunction<Dossier, Work, Set<FrameworkId>> frameworks) {
        Work work = call.work();
        List<Membership> memberships = work.where(SchoolKinds.MEMBERSHIP, SchoolKinds.membersOf(cohort));
        Set<PersonId> members = memberships.stream()
                .filter(each -> each.period().holdsAt(work.now()))
                .map(Membership::learner)
                .collect(Collectors.toSet());
        ManyDossiers many = call.many(memberships);
        Set<PersonId> learners = many.learners(members, Permission.READ_PROGRESS);
        List<Dossier> dossiers = many.open(
                work.whereAny(
                        DossierKinds.DOSSIER,
                        members.stream().map(DossierKinds::dossiersOf).toList()),
                Permission.READ_PROGRESS);
        dossiers.forEach(each -> learners.add(each.learner()));
        Map<DossierId, Map<MissionId, MissionWork>> begun = begun(dossiers, work);
        Map<PersonId, Map<MissionId, MissionBoard.Cell>> cells = new HashMap<>();
        for (Dossier dossier : dossiers) {
            fill(
                    cells.computeIfAbsent(dossier.learner(), learner -> new HashMap<>()),
                    dossier,
                    begun.getOrDefault(dossier.id(), Map.of()),
                    offered.values(),
                    frameworks.apply(dossier, work));
        }
        List<MissionBoard.Line> lines = new ArrayList<>();
        learners.forEach(each -> lines.add(new MissionBoard.Line(each, cells.getOrDefault(each, Map.of()))));
        return new MissionBoard(
                cohort,
                offered.values().stream()
                        .map(each -> new MissionBoard.Column(each.id(), each.title(), each.revision()))
                        .toList(),
                lines);
    }

    private static Map<DossierId, Map<MissionId, MissionWork>> begun(List<Dossier> dossiers, Work work) {
        Map<DossierId, Map<MissionId, MissionWork>> begun = new HashMap<>();
        for (MissionWork each : work.among(
                ScenarioKinds.MISSION_WORK,
                dossiers.stream().map(each -> DossierKinds.scope(each.id())).toList())) {
            begun.computeIfAbsent(each.dossier(), id -> new HashMap<>()).put(each.mission(), each);
        }
        return begun;
    }

    /** Puts the missions of one dossier into its learner's line. */
    private static void fill(
            Map<MissionId, MissionBoard.Cell> line,
            Dossier dossier,
            Map<MissionId, MissionWork> begun,
            Collection<PublishedMission> offered,
            Set<FrameworkId> own) {
        for (PublishedMission mission : offered) {
            if (!own.contains(mission.framework())) continue;
            MissionWork done = begun.get(mission.id());
            // Of two dossiers under one framework, the one in which something was begun speaks.
            if (done != null) line.put(mission.id(), cell(done, mission));
            else {
                line.putIfAbsent(
                        mission.id(),
                        new MissionBoard.Cell(dossier.id(), MissionStatus.TO_DO, 0, continuous(List.of(), mission)));
            }
        }
    }

    private static MissionBoard.Cell cell(MissionWork work, PublishedMission mission) {
        int revision = work.status() == MissionStatus.TO_DO ? 0 : work.revision();
        return new MissionBoard.Cell(work.dossier(), work.status(), revision, continuous(work.pieces(), mission));
    }

    /** What the mission expects over time now, then what an earlier revision did and the learner has pieces of. */
    private static List<MissionBoard.Continuous> continuous(
            List<MissionWork.DatedPiece> pieces, PublishedMission mission) {
        Map<String, MissionBoard.Continuous> found = new LinkedHashMap<>();
        mission.productions().stream()
                .filter(Statement::continuous)
                .forEach(each -> found.put(each.text(), new MissionBoard.Continuous(each.text(), 0, null)));
        // In the order of their days: the last one seen is the latest.
        for (MissionWork.DatedPiece each : pieces) {
            MissionBoard.Continuous before = found.get(each.expected());
            int there = before == null ? 0 : before.pieces();
            found.put(each.expected(), new MissionBoard.Continuous(each.expected(), there + 1, each.madeOn()));
        }
        return List.copyOf(found.values());
    }
}
