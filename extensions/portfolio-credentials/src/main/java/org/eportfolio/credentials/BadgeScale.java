package org.eportfolio.credentials;

import jakarta.json.JsonObject;
import java.util.List;

/**
 * The scale on which a badge may state a level: the school's own, in its order, never a mark.
 *
 * @param id absolute, such as a {@code urn:uuid:}
 * @param levels the lowest first
 */
public record BadgeScale(String id, String name, List<Step> levels) {
    /** One level; its id is absolute too. */
    public record Step(String id, String label, String description) {
        public Step {
            Identifier.require("level.id", id);
            CredentialMessages.unless(!label.isBlank(), "level.label", "credential.blank");
        }
    }

    public BadgeScale {
        Identifier.require("scale.id", id);
        CredentialMessages.unless(!name.isBlank(), "scale.name", "credential.blank");
        CredentialMessages.unless(!levels.isEmpty(), "scale.levels", "credential.blank");
        levels = List.copyOf(levels);
    }

    /** Whether it has a level of this id. */
    public boolean has(String level) {
        return levels.stream().anyMatch(each -> each.id().equals(level));
    }

    JsonObject json() {
        var steps = JsonTrees.array();
        for (Step each : levels) {
            var step = JsonTrees.object()
                    .add("id", each.id())
                    .add("type", JsonTrees.array().add("RubricCriterionLevel"))
                    .add("name", each.label());
            if (!each.description().isBlank()) step.add("description", each.description());
            steps.add(step);
        }
        return JsonTrees.object()
                .add("id", id)
                .add("type", JsonTrees.array().add("ResultDescription"))
                .add("name", name)
                .add("resultType", "RubricCriterionLevel")
                .add("rubricCriterionLevel", steps)
                .build();
    }
}
