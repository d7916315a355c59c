package org.eportfolio.exchange.framework;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eportfolio.exchange.LossReport.Loss;
import org.eportfolio.exchange.internal.ExchangeMessages;
import org.eportfolio.framework.Level;
import org.eportfolio.framework.Scale;

/** Scales as Moodle writes them: labels between commas, the lowest first, and a configuration in JSON. */
final class MoodleScales {
    private MoodleScales() {}

    /** @param title of the framework, since Moodle's file gives the scale no name */
    static Scale read(String values, String title) {
        List<Level> levels = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (String value : values.split(",", -1)) {
            String label = Naming.line(value.strip(), 60);
            int number = levels.size() + 1;
            levels.add(new Level(
                    Naming.level(label, number, taken),
                    label,
                    label.equals(value.strip()) ? "" : value.strip(),
                    CaseRubrics.colour(levels.size()),
                    String.valueOf(number)));
        }
        String id = Naming.level(title, 1, new HashSet<>()).value();
        return new Scale(id, title, false, levels);
    }

    static String values(Scale scale, List<Loss> lost) {
        for (Level each : scale.levels()) {
            if (each.label().indexOf(',') >= 0) {
                lost.add(new Loss(
                        "level", each.id().value(), "label", ExchangeMessages.of("moodle.lost-comma", each.label())));
            }
        }
        return scale.levels().stream()
                .map(each -> each.label().replace(',', ';'))
                .collect(Collectors.joining(","));
    }

    /**
     * The lowest level is the default, the highest the proficient one: Moodle asks for both, and the portfolio knows
     * neither.
     */
    static String configuration(Scale scale) {
        ArrayNode configuration = JsonNodeFactory.instance.arrayNode();
        configuration.addObject().put("scaleid", "1");
        configuration.addObject().put("id", 1).put("scaledefault", 1).put("proficient", 0);
        configuration
                .addObject()
                .put("id", scale.levels().size())
                .put("scaledefault", 0)
                .put("proficient", 1);
        return configuration.toString();
    }
}
