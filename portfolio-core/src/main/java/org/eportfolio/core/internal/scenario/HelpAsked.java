package org.eportfolio.core.internal.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eportfolio.InvalidInputException;
import org.eportfolio.core.internal.call.DossierCall;
import org.eportfolio.core.internal.kind.DossierKinds;
import org.eportfolio.core.internal.kind.ScenarioKinds;
import org.eportfolio.core.internal.work.NamedRecords;
import org.eportfolio.core.internal.work.Work;
import org.eportfolio.dossier.Evidence;
import org.eportfolio.dossier.HelpStatement;
import org.eportfolio.dossier.Production;
import org.eportfolio.dossier.Setting;
import org.eportfolio.id.MissionId;
import org.eportfolio.id.ScenarioId;
import org.eportfolio.scenario.AiToolPolicy;
import org.eportfolio.scenario.MissionWork;
import org.eportfolio.scenario.PublishedMission;
import org.eportfolio.scenario.ScenarioDraft;
import org.eportfolio.spi.RowName;
import org.jspecify.annotations.Nullable;

/** Where a mission asks that help be stated, and whether it was. What a statement says is never looked at. */
public final class HelpAsked {
    private HelpAsked() {}

    /** Refuses what is shared about a mission that asks for a statement, as long as there is none. */
    public static void requireStated(@Nullable HelpStatement statement, Setting setting, DossierCall call) {
        if (statement == null && setting instanceof Setting.Mission of) {
            askedBy(of, call).ifPresent(mission -> {
                throw notStated(mission);
            });
        }
    }

    /** Refuses a hand-in that states no help, neither itself nor with each production that goes in. */
    public static void requireStated(
            @Nullable HelpStatement statement, MissionWork before, List<Evidence> handedIn, Work work) {
        if (statement != null) return;
        PublishedMission mission = revision(before.mission(), before.revision(), work)
                .filter(HelpAsked::asks)
                .orElse(null);
        if (mission == null) return;
        List<Evidence> all = new ArrayList<>(handedIn);
        before.pieces().forEach(each -> all.add(each.evidence()));
        NamedRecords<Production> made = NamedRecords.of(
                DossierKinds.PRODUCTION, all.stream().map(HelpAsked::name).collect(Collectors.toSet()), work);
        boolean stated = all.stream()
                .allMatch(each -> made.find(
                                DossierKinds.scope(each.dossier()),
                                each.production().value())
                        .filter(one -> one.version(each.version()).helpStated() != null)
                        .isPresent());
        if (all.isEmpty() || !stated) throw notStated(mission);
    }

    private static RowName name(Evidence each) {
        return new RowName(
                DossierKinds.scope(each.dossier()),
                DossierKinds.PRODUCTION.kind(),
                each.production().value());
    }

    private static InvalidInputException notStated(PublishedMission mission) {
        return InvalidInputException.because("helpStated", "help.to-be-stated", mission.title());
    }

    private static boolean asks(PublishedMission mission) {
        return mission.aiTools() == AiToolPolicy.TO_BE_STATED;
    }

    /** The revision that the learner is on, or else the latest. */
    private static Optional<PublishedMission> askedBy(Setting.Mission setting, DossierCall call) {
        if (!ScenarioId.isName(setting.scenario()) || !ScenarioId.isName(setting.mission())) return Optional.empty();
        MissionId mission = new MissionId(ScenarioId.of(setting.scenario()), setting.mission());
        Work work = call.work();
        int begun = call.find(
                        ScenarioKinds.MISSION_WORK,
                        ScenarioKinds.missionWorkId(call.dossier().id(), mission))
                .filter(MissionWork::begun)
                .map(MissionWork::revision)
                .orElse(0);
        int revision = begun > 0 ? begun : latest(mission, work);
        return revision(mission, revision, work).filter(HelpAsked::asks);
    }

    private static int latest(MissionId mission, Work work) {
        return work.where(ScenarioKinds.SCENARIO, ScenarioKinds.scenarioNamed(mission.scenario())).stream()
                .flatMap(each -> each.publication(mission.mission()).stream())
                .mapToInt(ScenarioDraft.Publication::revision)
                .findFirst()
                .orElse(0);
    }

    private static Optional<PublishedMission> revision(MissionId mission, int revision, Work work) {
        if (revision == 0) return Optional.empty();
        return work.where(ScenarioKinds.MISSION, ScenarioKinds.missionRevision(mission, revision)).stream()
                .findFirst();
    }
}
