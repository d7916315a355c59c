package org.eportfolio.scenario;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a scenario lacks before it can be published. A mission needs, by itself or from its situation: a context, a
 * competency, a condition, an expected production; every file that is named, and no dead link.
 *
 * @param attached the names of the files that are there
 */
record Completeness(Scenario scenario, Set<String> attached, Predicate<ScenarioLink> alive) {
    List<Lack> all() {
        Set<Lack> lacks = new LinkedHashSet<>();
        if (scenario.situations().isEmpty()) {
            lacks.add(new Lack(scenario.id().value(), scenario.title(), Section.SITUATIONS, ""));
        }
        for (Situation situation : scenario.situations()) {
            if (situation.missions().isEmpty()) lacks.add(of(situation, Section.MISSIONS, ""));
            lacks.addAll(of(situation));
            situation.missions().forEach(mission -> lacks.addAll(own(situation, mission)));
        }
        return List.copyOf(lacks);
    }

    List<Lack> of(Situation situation, Mission mission) {
        List<Lack> lacks = own(situation, mission);
        lacks.addAll(of(situation));
        return lacks;
    }

    private List<Lack> own(Situation situation, Mission mission) {
        List<Lack> lacks = new ArrayList<>();
        if (scenario.context().isEmpty() && situation.context().isEmpty()) lacks.add(of(mission, Section.CONTEXT, ""));
        if (mission.competencies().isEmpty()) lacks.add(of(mission, Section.COMPETENCIES, ""));
        if (situation.conditions().isEmpty() && mission.conditions().isEmpty()) {
            lacks.add(of(mission, Section.CONDITIONS, ""));
        }
        if (situation.productions().isEmpty() && mission.productions().isEmpty()) {
            lacks.add(of(mission, Section.PRODUCTIONS, ""));
        }
        missing(mission.conditions()).forEach(file -> lacks.add(of(mission, Section.FILE, file)));
        return lacks;
    }

    private List<Lack> of(Situation situation) {
        List<Lack> lacks = new ArrayList<>();
        missing(situation.conditions()).forEach(file -> lacks.add(of(situation, Section.FILE, file)));
        situation.links().stream()
                .filter(alive.negate())
                .forEach(link -> lacks.add(of(situation, Section.LINK, link.label())));
        return lacks;
    }

    private List<String> missing(List<Condition> conditions) {
        return conditions.stream()
                .flatMap(each -> each.files().stream())
                .filter(file -> !attached.contains(file))
                .distinct()
                .toList();
    }

    private static Lack of(Situation situation, Section section, String detail) {
        return new Lack(situation.id(), situation.name(), section, detail);
    }

    private static Lack of(Mission mission, Section section, String detail) {
        return new Lack(mission.id(), mission.title(), section, detail);
    }
}
