package org.eportfolio.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eportfolio.InvalidInputException.Violation;
import org.eportfolio.Message;
import org.eportfolio.framework.Bloc;
import org.eportfolio.framework.Code;
import org.eportfolio.framework.Competency;
import org.eportfolio.framework.Framework;
import org.eportfolio.framework.FrameworkId;
import org.eportfolio.framework.Item;
import org.eportfolio.framework.SubCompetency;

/** Holds a scenario's codes against the published frameworks. */
final class ScenarioCodes {
    private final Function<FrameworkId, Optional<Framework>> published;
    private final Map<FrameworkId, Optional<Framework>> asked = new HashMap<>();
    private final List<Violation> wrong = new ArrayList<>();

    ScenarioCodes(Function<FrameworkId, Optional<Framework>> published) {
        this.published = published;
    }

    List<Violation> wrongIn(Scenario scenario) {
        framework(scenario.framework(), "framework").ifPresent(framework -> {
            Map<Code, Item> items = items(framework);
            Map<Code, Code> blocs = new HashMap<>();
            framework.blocs().forEach(bloc -> bloc.competencies().forEach(each -> blocs.put(each.code(), bloc.code())));
            for (int i = 0; i < scenario.situations().size(); i++) {
                situation("situations[" + i + "]", scenario.situations().get(i), framework.id(), items, blocs);
            }
        });
        for (int i = 0; i < scenario.situations().size(); i++) {
            List<Alignment> alignments = scenario.situations().get(i).alignments();
            for (int j = 0; j < alignments.size(); j++) {
                alignment("situations[" + i + "].alignments[" + j + "]", alignments.get(j));
            }
        }
        return wrong;
    }

    private Optional<Framework> framework(FrameworkId id, String path) {
        Optional<Framework> there = asked.computeIfAbsent(id, published);
        if (there.isEmpty()) refuse(path, "scenario.no-framework", id);
        return there;
    }

    private static Map<Code, Item> items(Framework framework) {
        Map<Code, Item> items = new HashMap<>();
        framework.items().forEach(item -> items.put(item.code(), item));
        return items;
    }

    private void situation(
            String path, Situation situation, FrameworkId framework, Map<Code, Item> items, Map<Code, Code> blocs) {
        for (int i = 0; i < situation.blocs().size(); i++) {
            Code code = situation.blocs().get(i);
            if (!(items.get(code) instanceof Bloc)) {
                refuse(path + ".blocs[" + i + "]", "scenario.not-a-bloc", code, framework);
            }
        }
        for (int i = 0; i < situation.missions().size(); i++) {
            List<MissionTarget> targets = situation.missions().get(i).competencies();
            for (int j = 0; j < targets.size(); j++) {
                String place = path + ".missions[" + i + "].competencies[" + j + "]";
                MissionTarget target = targets.get(j);
                if (items.get(target.competency()) instanceof Competency competency) {
                    Code bloc = blocs.get(target.competency());
                    boolean named =
                            situation.blocs().isEmpty() || situation.blocs().contains(bloc);
                    if (bloc != null && !named) {
                        refuse(place, "scenario.other-bloc", target.competency(), bloc, situation.blocs());
                    }
                    parts(place, target, competency);
                } else {
                    refuse(place, "scenario.not-a-competency", target.competency(), framework);
                }
            }
        }
    }

    private void parts(String path, MissionTarget target, Competency competency) {
        List<Code> listed =
                competency.subCompetencies().stream().map(SubCompetency::code).toList();
        for (Code part : target.subCompetencies()) {
            if (!listed.contains(part)) {
                refuse(path + ".subCompetencies", "scenario.not-a-part", part, competency.code(), listed);
            }
        }
    }

    private void alignment(String path, Alignment alignment) {
        framework(alignment.framework(), path + ".framework").ifPresent(framework -> {
            Map<Code, Item> items = items(framework);
            for (Code code : alignment.codes()) {
                Item item = items.get(code);
                if (!(item instanceof Competency) && !(item instanceof SubCompetency)) {
                    refuse(path + ".codes", "scenario.not-a-competency", code, framework.id());
                }
            }
        });
    }

    private void refuse(String path, String key, Object... arguments) {
        wrong.add(new Violation(path, Message.of(key, arguments)));
    }
}
