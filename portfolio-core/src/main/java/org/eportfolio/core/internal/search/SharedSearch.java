package org.eportfolio.core.internal.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eportfolio.access.Permission;
import org.eportfolio.core.internal.call.Call;
import org.eportfolio.core.internal.kind.FrameworkKinds;
import org.eportfolio.core.internal.kind.ScenarioKinds;
import org.eportfolio.core.internal.scenario.LearnerMissions;
import org.eportfolio.dossier.Dossier;
import org.eportfolio.framework.Competency;
import org.eportfolio.framework.Framework;
import org.eportfolio.framework.FrameworkId;
import org.eportfolio.framework.Item;
import org.eportfolio.framework.Variant;
import org.eportfolio.id.Ref;
import org.eportfolio.scenario.Condition;
import org.eportfolio.scenario.LearnerMission;
import org.eportfolio.scenario.Mission;
import org.eportfolio.scenario.PublishedMission;
import org.eportfolio.scenario.Scenario;
import org.eportfolio.scenario.ScenarioDraft;
import org.eportfolio.scenario.Situation;
import org.eportfolio.scenario.Statement;
import org.eportfolio.school.Reach;
import org.eportfolio.search.FoundKind;
import org.eportfolio.spi.Scope;

/** Looks through what is no one's own: frameworks, scenarios and their missions. For one call. */
final class SharedSearch {
    private static final Runnable NOT_A_DOSSIER = () -> {};

    private final Call call;
    private final HitCollector lookout;

    SharedSearch(Call call, HitCollector lookout) {
        this.call = call;
        this.lookout = lookout;
    }

    boolean opens(Permission permission) {
        return call.gate()
                .ruling(new Reach.Organisation(), permission, call.work())
                .question()
                .filter(call.work()::admits)
                .isPresent();
    }

    void frameworks() {
        if (!lookout.wants(FoundKind.FRAMEWORK_ITEM) || !opens(Permission.READ_FRAMEWORKS)) return;
        for (Framework each : call.work().list(FrameworkKinds.FRAMEWORK, Scope.ORGANISATION)) {
            Ref ref = Ref.to(Ref.Kind.FRAMEWORK, each.id());
            each.items()
                    .forEach(item -> lookout.offer(
                            FoundKind.FRAMEWORK_ITEM,
                            ref,
                            item.code().value(),
                            null,
                            SearchedText.of(Labels.titled(item)).and(details(item)),
                            null,
                            NOT_A_DOSSIER));
        }
    }

    private static List<String> details(Item item) {
        List<String> details = new ArrayList<>();
        if (item instanceof Competency competency) {
            competency.variants().stream().map(Variant::label).forEach(details::add);
            if (competency.description() != null)
                details.add(competency.description().label());
            if (competency.note() != null) details.add(competency.note());
        }
        return details;
    }

    /** Scenarios as they are written now, with their missions, published or not: for those who write them. */
    void scenarios() {
        boolean wanted = lookout.wants(FoundKind.SCENARIO) || lookout.wants(FoundKind.MISSION);
        if (!wanted) return;
        for (ScenarioDraft draft : call.work().list(ScenarioKinds.SCENARIO, Scope.ORGANISATION)) {
            Ref ref = Ref.to(Ref.Kind.SCENARIO, draft.id());
            if (lookout.wants(FoundKind.SCENARIO)) {
                lookout.offer(
                        FoundKind.SCENARIO, ref, null, null, texts(draft.scenario()), draft.savedAt(), NOT_A_DOSSIER);
            }
            if (!lookout.wants(FoundKind.MISSION)) continue;
            for (Situation situation : draft.scenario().situations()) {
                for (Mission each : situation.missions()) {
                    lookout.offer(FoundKind.MISSION, ref, each.id(), null, texts(each), draft.savedAt(), NOT_A_DOSSIER);
                }
            }
        }
    }

    private static SearchedText texts(Scenario scenario) {
        List<String> texts = new ArrayList<>();
        if (scenario.organisation() != null) texts.add(scenario.organisation().name());
        addTexts(scenario.context(), texts);
        for (Situation each : scenario.situations()) {
            if (each.title() != null) texts.add(each.title());
            addTexts(each.context(), texts);
            addTexts(each.productions(), texts);
            texts.addAll(each.notes());
        }
        texts.addAll(scenario.notes());
        return SearchedText.of(scenario.title()).and(texts);
    }

    private static SearchedText texts(Mission mission) {
        List<String> texts = new ArrayList<>();
        mission.conditions().stream().map(Condition::text).forEach(texts::add);
        addTexts(mission.productions(), texts);
        texts.addAll(mission.notes());
        mission.competencies().forEach(each -> texts.add(each.competency().value()));
        return SearchedText.of(mission.title()).and(texts);
    }

    private static SearchedText texts(PublishedMission mission) {
        List<String> texts = new ArrayList<>();
        texts.add(mission.scenario());
        addTexts(mission.context(), texts);
        mission.conditions().stream().map(Condition::text).forEach(texts::add);
        addTexts(mission.productions(), texts);
        mission.competencies().forEach(each -> texts.add(each.competency().value()));
        return SearchedText.of(mission.title()).and(texts);
    }

    private static void addTexts(List<Statement> statements, List<String> texts) {
        statements.stream().map(Statement::text).forEach(texts::add);
    }

    /** The missions that this dossier is offered, or that its learner began, in the revision that the learner is on. */
    void missions(Dossier dossier) {
        Set<FrameworkId> frameworks = dossier.adoptions()
                .map(each ->
                        call.catalogue().adopted(each, call.work()).framework().id())
                .collect(Collectors.toSet());
        for (LearnerMission each : LearnerMissions.of(dossier, frameworks, call.work())) {
            lookout.offer(
                    FoundKind.MISSION,
                    Ref.in(dossier.id(), Ref.Kind.MISSION, each.mission().id()),
                    null,
                    dossier.learner(),
                    texts(each.mission()),
                    each.mission().at(),
                    NOT_A_DOSSIER);
        }
    }
}
