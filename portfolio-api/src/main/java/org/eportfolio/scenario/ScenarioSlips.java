package org.eportfolio.scenario;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eportfolio.InvalidInputException.Violation;
import org.eportfolio.Message;
import org.eportfolio.framework.Code;
import org.eportfolio.id.ScenarioId;
import org.jspecify.annotations.Nullable;

/** What cannot be in a scenario's text, by place: malformed or repeated ids, repeated codes, sources that are not given. */
final class ScenarioSlips {
    private final Set<String> sources;
    private final Set<String> ids = new HashSet<>();
    private final List<Violation> found = new ArrayList<>();

    private ScenarioSlips(Set<String> sources) {
        this.sources = sources;
    }

    static List<Violation> of(
            @Nullable Organisation organisation,
            List<Statement> context,
            List<Situation> situations,
            Set<String> sources) {
        ScenarioSlips slips = new ScenarioSlips(sources);
        if (organisation != null) {
            if (organisation.kind() != null) {
                slips.sources("organisation.kind", organisation.kind().sources());
            }
            slips.statements("organisation.people", organisation.people());
            slips.nothingContinuous("organisation.people", organisation.people());
        }
        slips.statements("context", context);
        slips.nothingContinuous("context", context);
        for (int i = 0; i < situations.size(); i++) slips.situation("situations[" + i + "]", situations.get(i));
        return slips.found;
    }

    private void situation(String path, Situation situation) {
        id(path, situation.id());
        sources(path, situation.sources());
        unique(path + ".blocs", situation.blocs());
        statements(path + ".context", situation.context());
        nothingContinuous(path + ".context", situation.context());
        conditions(path + ".conditions", situation.conditions());
        statements(path + ".productions", situation.productions());
        for (int i = 0; i < situation.alignments().size(); i++) {
            String place = path + ".alignments[" + i + "]";
            unique(place + ".codes", situation.alignments().get(i).codes());
            sources(place, situation.alignments().get(i).sources());
        }
        for (int i = 0; i < situation.links().size(); i++) {
            sources(path + ".links[" + i + "]", situation.links().get(i).sources());
        }
        for (int i = 0; i < situation.missions().size(); i++) {
            mission(path + ".missions[" + i + "]", situation.missions().get(i));
        }
    }

    private void mission(String path, Mission mission) {
        id(path, mission.id());
        sources(path, mission.sources());
        unique(
                path + ".competencies",
                mission.competencies().stream().map(MissionTarget::competency).toList());
        for (int i = 0; i < mission.competencies().size(); i++) {
            String place = path + ".competencies[" + i + "]";
            unique(place + ".subCompetencies", mission.competencies().get(i).subCompetencies());
            sources(place, mission.competencies().get(i).sources());
        }
        conditions(path + ".conditions", mission.conditions());
        statements(path + ".productions", mission.productions());
    }

    private void id(String path, String id) {
        if (!ScenarioId.isName(id)) refuse(path + ".id", "scenario.id", id);
        else if (!ids.add(id)) refuse(path + ".id", "scenario.id-twice", id);
    }

    private void unique(String path, List<Code> codes) {
        Set<Code> seen = new HashSet<>();
        codes.stream().filter(code -> !seen.add(code)).forEach(code -> refuse(path, "scenario.code-twice", code));
    }

    private void conditions(String path, List<Condition> conditions) {
        for (int i = 0; i < conditions.size(); i++) {
            sources(path + "[" + i + "]", conditions.get(i).sources());
        }
    }

    private void statements(String path, List<Statement> statements) {
        for (int i = 0; i < statements.size(); i++) {
            sources(path + "[" + i + "]", statements.get(i).sources());
        }
    }

    /** Only expected productions are made over time. */
    private void nothingContinuous(String path, List<Statement> statements) {
        for (int i = 0; i < statements.size(); i++) {
            if (statements.get(i).continuous()) {
                refuse(
                        path + "[" + i + "].continuous",
                        "scenario.continuous",
                        statements.get(i).text());
            }
        }
    }

    private void sources(String path, List<String> keys) {
        keys.stream()
                .filter(key -> !sources.contains(key))
                .forEach(key -> refuse(path + ".sources", "scenario.source", key));
    }

    private void refuse(String path, String key, Object argument) {
        found.add(new Violation(path, Message.of(key, argument)));
    }
}
