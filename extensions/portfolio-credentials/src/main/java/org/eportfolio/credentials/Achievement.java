package org.eportfolio.credentials;

import jakarta.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a school defines that a learner can have achieved in their course (<em>formation</em>). Never a bloc, a unit or a
 * diploma: that they were acquired is stated by the recteur alone (code de l'éducation, D337-150), so that no kind of a
 * qualification exists here.
 *
 * @param id absolute; the same for everybody who achieves it
 * @param criteria what had to be done
 * @param scale on which it is stated; {@code null} for one that is stated without a level
 */
public record Achievement(
        String id,
        Kind kind,
        String name,
        String description,
        String criteria,
        List<BadgeAlignment> alignments,
        @Nullable BadgeScale scale) {

    /** What kind of thing it is. */
    public enum Kind {
        /** A competency, at a level of the school's scale. */
        COMPETENCY("Competency"),
        /** Having taken part in something. */
        PARTICIPATION("ext:Participation"),
        /** A project. */
        PROJECT("ext:Project"),
        /** Anything else that a school wants to recognise. */
        BADGE("Badge");

        private final String type;

        Kind(String type) {
            this.type = type;
        }
    }

    public Achievement {
        Identifier.require("achievement.id", id);
        CredentialMessages.unless(!name.isBlank(), "achievement.name", "credential.blank");
        CredentialMessages.unless(!description.isBlank(), "achievement.description", "credential.blank");
        CredentialMessages.unless(!criteria.isBlank(), "achievement.criteria", "credential.blank");
        alignments = List.copyOf(alignments);
    }

    JsonObject json() {
        var json = JsonTrees.object()
                .add("id", id)
                .add("type", JsonTrees.array().add("Achievement"))
                .add("achievementType", kind.type)
                .add("name", name)
                .add("description", description)
                .add("criteria", JsonTrees.object().add("narrative", criteria));
        if (!alignments.isEmpty()) {
            var array = JsonTrees.array();
            alignments.forEach(each -> array.add(each.json()));
            json.add("alignment", array);
        }
        if (scale != null) json.add("resultDescription", JsonTrees.array().add(scale.json()));
        return json.build();
    }
}
